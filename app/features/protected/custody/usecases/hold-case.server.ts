import { cleanText } from '../../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { BrokenCase, NoCase } from '../../cases/case-tools.server.ts'
import { appendItem, closeThread, openThread } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import type { OpenHolder } from '../../receiving/own-vaults.server.ts'
import { saveHold } from '../erasure.repo.server.ts'

type Refusal = Readonly<{ code: 'hold.no-reason' | 'hold.same' }> | NoCase | BrokenCase
type Hold = Readonly<{ by: OpenHolder; reportId: string; isHeld: boolean; reason: string }>

/** Keeps a case from being erased, or lets it go again; with the reason, which stands in the case for the reporter too. */
export async function holdCase(
  ctx: ProtectedCtx,
  { by, reportId, isHeld, reason: typed }: Hold,
): Promise<Result<void, Refusal>> {
  const agencyId = ctx.agency.id
  const reason = cleanText(typed).trim()
  if (reason === '') return err({ code: 'hold.no-reason' })
  return inProtected<void, Refusal>(ctx, async (tx) => {
    const opener = { as: 'holder', keyId: by.holder.keyId, vault: by.vault } as const
    const opened = await openThread(tx, ctx.channel, { agencyId, reportId, opener })
    if (!opened.ok) return opened
    const thread = opened.value
    try {
      if (thread.case.legalHold === isHeld) return err({ code: 'hold.same' })
      const day = thaiDay(ctx.now())
      const content = { text: reason, facts: { to: isHeld ? 'held' : 'free' } }
      const added = await appendItem(tx, ctx.channel, { thread, kind: 'hold', day, content })
      if (!added.ok) return added
      await saveHold(tx, { agencyId, reportId, isHeld })
      const action = isHeld ? 'case.held' : 'case.hold-lifted'
      await writeSealedAudit(tx, { agencyId, day, role: by.holder.kind, action, object: reportId })
      return ok(undefined)
    } finally {
      closeThread(thread)
    }
  })
}
