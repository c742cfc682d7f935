import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { TypedHome } from '../notation/typed-text.domain.ts'
import { type HeldOutcome, holdOutcome } from '../working/working.repo.server.ts'
import type { CoveredMeasure } from './outcome-form.domain.ts'

type Years = Pick<TypedHome, 'fiscalYear' | 'resultsYear'>
/** The issue of an outcome as far as it is asked: the years of its cycle, and its measures in their order. */
export type OutcomePlace = Readonly<{ issueId: string; years: Years; measures: readonly CoveredMeasure[] }>

/**
 * An issue held so that no outcome of it is added meanwhile. Null when there is none, or it was removed.
 */
export async function holdOutcomePlace(
  tx: Tx,
  { agencyId, issueId }: Readonly<{ agencyId: string; issueId: string }>,
): Promise<OutcomePlace | null> {
  if (!isUuid(issueId)) return null
  const issue = await tx
    .selectFrom('working_issue')
    .select(['id', 'cycle_id'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', issueId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!issue) return null
  const years = await tx
    .selectFrom('working_cycle')
    .select(['fiscal_year as fiscalYear', 'results_year as resultsYear'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', issue.cycle_id)
    .executeTakeFirstOrThrow()
  const rows = await tx
    .selectFrom('working_measure')
    .leftJoin('measure_unit', (join) =>
      join
        .onRef('measure_unit.agency_id', '=', 'working_measure.agency_id')
        .onRef('measure_unit.measure_id', '=', 'working_measure.id'),
    )
    .select(['working_measure.id', 'measure_unit.unit_id'])
    .where('working_measure.agency_id', '=', agencyId)
    .where('working_measure.issue_id', '=', issueId)
    .where('working_measure.removed_at', 'is', null)
    .orderBy('working_measure.position')
    .orderBy('working_measure.id')
    .execute()
  const units = Map.groupBy(rows, ({ id }) => id)
  const measures = [...units].map(([id, of]) => ({
    id,
    unitIds: of.flatMap(({ unit_id }) => (unit_id === null ? [] : [unit_id])),
  }))
  return { issueId, years, measures }
}

/** An outcome held for a change, with its issue, removed or not. Null when there is none, or its issue was removed. */
export async function holdOutcomeWithPlace(
  tx: Tx,
  { agencyId, id }: Readonly<{ agencyId: string; id: string }>,
): Promise<Readonly<{ outcome: HeldOutcome; place: OutcomePlace }> | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .selectFrom('working_outcome')
    .select('issue_id')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  // The issue is held first, as by everybody who adds an outcome to it.
  const place = row ? await holdOutcomePlace(tx, { agencyId, issueId: row.issue_id }) : null
  const outcome = place ? await holdOutcome(tx, { agencyId, id }) : null
  return place && outcome ? { outcome, place } : null
}

/** The last position among the outcomes of an issue, removed ones too, and how many stand. */
export async function countOutcomes(
  tx: Tx,
  { agencyId, issueId }: Readonly<{ agencyId: string; issueId: string }>,
): Promise<Readonly<{ last: number; standing: number }>> {
  const rows = await tx
    .selectFrom('working_outcome')
    .select(['position', 'removed_at'])
    .where('agency_id', '=', agencyId)
    .where('issue_id', '=', issueId)
    .execute()
  return {
    last: Math.max(0, ...rows.map(({ position }) => position)),
    standing: rows.filter(({ removed_at }) => removed_at === null).length,
  }
}
