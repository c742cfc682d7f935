import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { isDraftForm } from '../draft.domain.ts'
import { endDraft } from '../draft.repo.server.ts'

/**
 * Drops the draft of a form for the person who acts: it was saved, or they throw it away. What was typed before and comes
 * late from their browser is not kept again.
 */
export async function dropDraft(ctx: Ctx, form: string): Promise<void> {
  const { actor, agency } = ctx
  if (actor.kind !== 'person' || !isDraftForm(form)) return
  await withAgency(ctx.db, agency.id, (tx) =>
    endDraft(tx, { agencyId: agency.id, personId: actor.id }, { form, at: ctx.now() }),
  )
}
