import type { IsoDay } from '../../../kernel/thai-date.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { NewTask, TaskFault } from './resolution.domain.ts'

/** The first task that names a unit which has ended or never was, or a person who is not there to do it; null for none. */
export async function faultOfOwners(
  tx: Tx,
  agencyId: string,
  tasks: readonly Pick<NewTask, 'unitId' | 'personId'>[],
): Promise<TaskFault | null> {
  const units = await openUnitsOf(tx, agencyId, given(tasks.map(({ unitId }) => unitId)))
  const persons = await enabledOf(tx, agencyId, given(tasks.map(({ personId }) => personId)))
  for (const [row, { unitId, personId }] of tasks.entries()) {
    if (unitId !== null && !units.has(unitId)) return { code: 'resolution-task.unknown-unit', row }
    if (personId !== null && !persons.has(personId)) return { code: 'resolution-task.unknown-person', row }
  }
  return null
}

const given = (ids: readonly (string | null)[]): readonly string[] =>
  ids.filter((id): id is string => id !== null && isUuid(id))

async function openUnitsOf(tx: Tx, agencyId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('unit')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('id', 'in', ids)
    .where('valid_to', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

async function enabledOf(tx: Tx, agencyId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('id', 'in', ids)
    .where('disabled_at', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Who answers for each of some units on a day and is not disabled, by the identifier of the unit. */
export async function ownersOfUnits(
  tx: Tx,
  { agencyId, unitIds, day }: Readonly<{ agencyId: string; unitIds: readonly string[]; day: IsoDay }>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (unitIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('role_grant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.agency_id', '=', 'role_grant.agency_id')
        .onRef('person.id', '=', 'role_grant.person_id'),
    )
    .select(['role_grant.unit_id', 'person.id'])
    .where('role_grant.agency_id', '=', agencyId)
    .where('role_grant.unit_id', 'in', unitIds)
    .where('role_grant.role', '=', 'unit-owner')
    .where('role_grant.valid_from', '<=', day)
    .where((where) =>
      where.or([where('role_grant.valid_to', 'is', null), where('role_grant.valid_to', '>=', day)]),
    )
    .where('person.disabled_at', 'is', null)
    .execute()
  const byUnit = Map.groupBy(rows, ({ unit_id }) => unit_id ?? '')
  return new Map([...byUnit].map(([unitId, found]) => [unitId, found.map(({ id }) => id)]))
}
