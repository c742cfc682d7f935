import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { Draft } from './draft.domain.ts'
import { listDraftRows } from './draft.repo.server.ts'

/** What the person who acts typed into a form and did not save; null when nothing is kept. `form`: see `Draft`. */
export async function findDraft(ctx: Ctx, form: string): Promise<Draft | null> {
  const [draft = null] = await draftsOf(ctx, form)
  return draft
}

/** Everything that the person who acts typed and did not save, the youngest first. */
export const listDrafts = (ctx: Ctx): Promise<readonly Draft[]> => draftsOf(ctx)

async function draftsOf(ctx: Ctx, form?: string): Promise<readonly Draft[]> {
  const { actor, agency } = ctx
  if (actor.kind !== 'person') return []
  return withAgency(ctx.db, agency.id, (tx) =>
    listDraftRows(
      tx,
      { agencyId: agency.id, personId: actor.id },
      { now: ctx.now(), ...(form !== undefined && { form }) },
    ),
  )
}
