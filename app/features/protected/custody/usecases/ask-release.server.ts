import { randomUUID } from 'node:crypto'
import { cleanText } from '../../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import { mayRead } from '../../cases/belonging.domain.ts'
import { findIdentity } from '../../cases/case.repo.server.ts'
import { fromBase64 } from '../../cases/case-tools.server.ts'
import { appendItem, closeThread, openThread } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import type { OpenHolder } from '../../receiving/own-vaults.server.ts'
import { sealFor } from '../../sealing/keys.server.ts'
import { isPending, RELEASE_DAYS, type ReleaseRefusal } from '../release.domain.ts'
import { insertRelease, listReleases } from '../release.repo.server.ts'

type Asked = Readonly<{
  by: OpenHolder
  reportId: string
  /** Key of the one who is to read it. */
  reader: string
  reason: string
  days: number
  /** Whether the reporter is asked first: then nobody goes on before they have agreed. */
  asksConsent: boolean
}>

/**
 * Asks the two custodians to open who the reporter is, for one named reader and for some days. It stands in the case, where the
 * reporter reads it with its reason; the reason is sealed for the custodians too, who read no case. Gives its identifier.
 */
export async function askRelease(
  ctx: ProtectedCtx,
  { by, reportId, reader, reason: typed, days, asksConsent }: Asked,
): Promise<Result<string, ReleaseRefusal>> {
  const agencyId = ctx.agency.id
  const reason = cleanText(typed).trim()
  if (reason === '') return err({ code: 'release.no-reason' })
  if (!Number.isInteger(days) || days < RELEASE_DAYS.least || days > RELEASE_DAYS.most)
    return err({ code: 'release.days' })
  return inProtected<string, ReleaseRefusal>(ctx, async (tx) => {
    const { keyId } = by.holder
    const opened = await openThread(tx, ctx.channel, {
      agencyId,
      reportId,
      opener: { as: 'holder', keyId, vault: by.vault },
    })
    if (!opened.ok) return opened
    const thread = opened.value
    try {
      if (!thread.chain.whole) return err({ code: 'case.not-whole' })
      const identity = await findIdentity(tx, { agencyId, reportId })
      if (!identity) return err({ code: 'release.no-identity' })
      const of = (id: string) => thread.known.find((holder) => holder.keyId === id)
      const [outer, inner, readBy] = [of(identity.outerKeyId), of(identity.innerKeyId), of(reader)]
      if (!outer || !inner) return err({ code: 'release.broken' })
      if (!readBy || !mayRead(readBy)) return err({ code: 'release.reader' })
      const others = await listReleases(tx, { agencyId, reportId })
      if (others.some((one) => one.reader === reader && isPending(one)))
        return err({ code: 'release.pending' })
      const id = randomUUID()
      const day = thaiDay(ctx.now())
      const consent = asksConsent ? 'asked' : 'not-asked'
      const facts = { id, reader, days: String(days), consent, step: 'asked' }
      const added = await appendItem(tx, ctx.channel, {
        thread,
        kind: 'release-request',
        day,
        content: { text: reason, facts },
      })
      if (!added.ok) return added
      const plain = Buffer.from(reason)
      await insertRelease(tx, {
        agencyId,
        reportId,
        id,
        askedBy: keyId,
        reader,
        askedSeq: added.value.seq,
        askedDay: day,
        consent,
        days,
        sealedReason: {
          outer: sealFor(fromBase64(outer.sealing), plain),
          inner: sealFor(fromBase64(inner.sealing), plain),
        },
      })
      await writeSealedAudit(tx, {
        agencyId,
        day,
        role: by.holder.kind,
        action: 'identity.asked',
        object: reportId,
      })
      return ok(id)
    } finally {
      closeThread(thread)
    }
  })
}
