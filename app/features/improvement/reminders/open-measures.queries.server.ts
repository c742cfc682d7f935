import { type Field, fieldValue } from '../../../kernel/field.ts'
import { fiscalYearOf, type IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Period } from '../cycle.domain.ts'
import { placesOf } from '../measures/place.queries.server.ts'
import { responsibleFor } from '../measures/responsible.queries.server.ts'
import { measureTitle } from '../measures/short-title.domain.ts'
import type { MeasureState } from '../working/measure-state.domain.ts'
import type { OpenMeasure } from './digest.domain.ts'

/** `openedAt`: when its year was opened. */
type DatedMeasure = OpenMeasure & Readonly<{ version: number; openedAt: Date }>

/**
 * Measures that are not done, of the fiscal year of a day, the one before and all later ones: whatever was left open in
 * older years is history, and reminds nobody.
 */
export async function listOpenMeasures(
  tx: Tx,
  { agencyId, day }: Readonly<{ agencyId: string; day: IsoDay }>,
): Promise<readonly DatedMeasure[]> {
  const rows = await tx
    .selectFrom('working_measure as m')
    .innerJoin('working_cycle as c', (join) =>
      join.onRef('c.agency_id', '=', 'm.agency_id').onRef('c.id', '=', 'm.cycle_id'),
    )
    .select(['m.id', 'm.version', 'm.state', 'm.due_on', 'm.period', 'c.opened_at'])
    .where('m.agency_id', '=', agencyId)
    .where('m.removed_at', 'is', null)
    .where('m.state', '<>', 'done')
    .where('c.fiscal_year', '>=', fiscalYearOf(day) - 1)
    .execute()
  const measureIds = rows.map(({ id }) => id)
  const places = await placesOf(tx, { agencyId, measureIds })
  const units = await unitsOf(tx, { agencyId, measureIds })
  const responsible = await responsibleFor(tx, { agencyId, measureIds, day })
  const measures = rows.flatMap(({ id, version, state, due_on, period, opened_at }) => {
    const place = places.get(id)
    // Of an issue that was removed.
    if (!place) return []
    return {
      id,
      version,
      openedAt: opened_at,
      title: measureTitle(place),
      state: state as MeasureState,
      dueOn: due_on ?? fieldValue(period as unknown as Field<Period>)?.end ?? null,
      unitIds: units.get(id) ?? [],
      personIds: (responsible.get(id) ?? []).map(({ personId }) => personId),
    }
  })
  // The earliest day first, and what has none last.
  return measures.toSorted(
    (a, b) => (a.dueOn ?? '~').localeCompare(b.dueOn ?? '~') || a.title.localeCompare(b.title),
  )
}

async function unitsOf(
  tx: Tx,
  { agencyId, measureIds }: Readonly<{ agencyId: string; measureIds: readonly string[] }>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (measureIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('measure_unit')
    .select(['measure_id', 'unit_id'])
    .where('agency_id', '=', agencyId)
    .where('measure_id', 'in', measureIds)
    .orderBy('position')
    .execute()
  const byMeasure = Map.groupBy(rows, ({ measure_id }) => measure_id)
  return new Map([...byMeasure].map(([id, of]) => [id, of.map(({ unit_id }) => unit_id)]))
}

/** When each measure last changed: a field of it, or a step on its way. One without either has no entry. */
export async function lastChangesOf(
  tx: Tx,
  { agencyId, measureIds }: Readonly<{ agencyId: string; measureIds: readonly string[] }>,
): Promise<ReadonlyMap<string, Date>> {
  if (measureIds.length === 0) return new Map()
  const changes = await tx
    .selectFrom('field_change')
    .select(['object_id as id'])
    .select(({ fn }) => fn.max('at').as('at'))
    .where('agency_id', '=', agencyId)
    .where('object_kind', '=', 'measure')
    .where('object_id', 'in', measureIds)
    .groupBy('object_id')
    .execute()
  const steps = await tx
    .selectFrom('measure_step')
    .select(['measure_id as id'])
    .select(({ fn }) => fn.max('at').as('at'))
    .where('agency_id', '=', agencyId)
    .where('measure_id', 'in', measureIds)
    .groupBy('measure_id')
    .execute()
  const last = new Map<string, Date>()
  for (const { id, at } of [...changes, ...steps]) {
    const known = last.get(id)
    if (at !== null && (!known || known < at)) last.set(id, at)
  }
  return last
}
