import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import type { Draft } from '../draft.domain.ts'
import { keepDraft, sweepDrafts } from '../draft.repo.server.ts'

/**
 * Keeps what the person who acts typed. `superseded`: they typed something later, or saved the form, so that there is
 * nothing to keep. A draft is nobody's business but theirs, and leaves no trace in the audit log.
 */
export async function keepTypedDraft(ctx: Ctx, draft: Draft): Promise<'kept' | 'superseded'> {
  const { actor, agency } = ctx
  if (actor.kind !== 'person') throw new Error('a draft of nobody')
  const owner = { agencyId: agency.id, personId: actor.id }
  return withAgency(ctx.db, agency.id, async (tx) => {
    const isKept = await keepDraft(tx, owner, draft)
    await sweepDrafts(tx, owner, ctx.now())
    return isKept ? 'kept' : 'superseded'
  })
}
