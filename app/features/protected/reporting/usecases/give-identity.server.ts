import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { findIdentity, insertIdentity } from '../../cases/case.repo.server.ts'
import { type BrokenCase, fromBase64, type NoCase } from '../../cases/case-tools.server.ts'
import { identityHash } from '../../cases/make-case.server.ts'
import { appendItem, closeThread, openThread } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import type { ReceiptKeys } from '../../sealing/derivation.server.ts'
import { sealIdentity } from '../../sealing/identity.server.ts'

type Identity = Readonly<{ keys: ReceiptKeys; name: string; contact: string; day: IsoDay }>

type IdentityGiven = Result<null, NoCase | BrokenCase | Readonly<{ code: 'custodians' }>>

/** The reporter says later who they are: sealed for the two keepers that the case knows, once. */
export const giveIdentity = (
  ctx: ProtectedCtx,
  { keys, name, contact, day }: Identity,
): Promise<IdentityGiven> =>
  inProtected(ctx, async (tx): Promise<IdentityGiven> => {
    const opened = await openThread(tx, ctx.channel, {
      agencyId: ctx.agency.id,
      opener: { as: 'reporter', keys },
    })
    if (!opened.ok) return opened
    const thread = opened.value
    const one = { agencyId: ctx.agency.id, reportId: thread.case.id }
    try {
      if (await findIdentity(tx, one)) return ok(null)
      const [outer, inner] = thread.known.filter(({ kind }) => kind === 'custodian')
      if (!outer || !inner) return err({ code: 'custodians' as const })
      const sealed = sealIdentity(
        JSON.stringify({ name, contact }),
        { reportId: one.reportId, shredKey: thread.shredKey },
        { outer: fromBase64(outer.sealing), inner: fromBase64(inner.sealing) },
      )
      await insertIdentity(tx, one, { ...sealed, outerKeyId: outer.keyId, innerKeyId: inner.keyId })
      const added = await appendItem(tx, ctx.channel, {
        thread,
        kind: 'addition',
        day,
        content: { text: '', facts: { identity: 'given' }, identityHash: identityHash(sealed) },
      })
      return added.ok ? ok(null) : err(added.error)
    } finally {
      closeThread(thread)
    }
  })
