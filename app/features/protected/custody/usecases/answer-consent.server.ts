import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import type { BrokenCase, NoCase } from '../../cases/case-tools.server.ts'
import { appendItem, closeThread, openThread } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import type { ReceiptKeys } from '../../sealing/derivation.server.ts'
import type { ReleaseFault } from '../release.domain.ts'
import { lockRelease, saveRelease } from '../release.repo.server.ts'

type Refusal = Readonly<{ code: ReleaseFault }> | NoCase | BrokenCase

/** The reporter says whether they agree to be known to the one reader who was named. Said once; it stands in the case. */
export function answerConsent(
  ctx: ProtectedCtx,
  { keys, releaseId, isGiven }: Readonly<{ keys: ReceiptKeys; releaseId: string; isGiven: boolean }>,
): Promise<Result<void, Refusal>> {
  const agencyId = ctx.agency.id
  return inProtected<void, Refusal>(ctx, async (tx) => {
    const opened = await openThread(tx, ctx.channel, { agencyId, opener: { as: 'reporter', keys } })
    if (!opened.ok) return opened
    const thread = opened.value
    try {
      if (!thread.chain.whole) return err({ code: 'case.not-whole' })
      const reportId = thread.case.id
      const asked = thread.items.some(
        ({ kind, content }) => kind === 'release-request' && content?.facts?.id === releaseId,
      )
      const release = asked ? await lockRelease(tx, { agencyId, id: releaseId }) : null
      if (release?.reportId !== reportId) return err({ code: 'release.not-found' })
      if (release.consent !== 'asked' || release.state !== 'asked')
        return err({ code: 'release.wrong-state' })
      const consent = isGiven ? 'given' : 'refused'
      const added = await appendItem(tx, ctx.channel, {
        thread,
        kind: 'addition',
        day: thaiDay(ctx.now()),
        content: { text: '', facts: { id: releaseId, consent } },
      })
      if (!added.ok) return added
      await saveRelease(
        tx,
        { agencyId, id: releaseId },
        { consent, ...(isGiven ? {} : { state: 'refused' as const }) },
      )
      return ok(undefined)
    } finally {
      closeThread(thread)
    }
  })
}
