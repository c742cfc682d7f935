import type { Language } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'

/** Somebody who sees to a measure. `unitId` is the unit of the measure that they answer for; null where they are only named. */
export type Responsible = Readonly<{
  personId: string
  name: string
  /** Null for somebody who was named and has not come in. */
  email: string | null
  lang: Language
  unitId: string | null
}>

/**
 * Who sees to each measure on a day: the people named for it who answer for a unit at all then, else everybody who answers for
 * one of its units. Disabled people see to nothing. Two statements, however many measures; one without anybody has no entry.
 */
export async function responsibleFor(
  tx: Tx,
  asked: Readonly<{ agencyId: string; measureIds: readonly string[]; day: IsoDay }>,
): Promise<ReadonlyMap<string, readonly Responsible[]>> {
  if (asked.measureIds.length === 0) return new Map()
  const named = await namedFor(tx, asked)
  const owning = await owningOf(tx, asked)
  const namedBy = Map.groupBy(named, ({ measureId }) => measureId)
  const owningBy = Map.groupBy(owning, ({ measureId }) => measureId)
  const found = new Map<string, readonly Responsible[]>()
  for (const measureId of asked.measureIds) {
    const owners = owningBy.get(measureId) ?? []
    const persons = (namedBy.get(measureId) ?? []).map((person) => ({
      ...person,
      unitId: owners.find(({ personId }) => personId === person.personId)?.unitId ?? null,
    }))
    const responsible = persons.length > 0 ? persons : owners
    // Somebody who answers for two of the units is one person.
    const distinct = new Map(responsible.toReversed().map((person) => [person.personId, person]))
    if (distinct.size > 0)
      found.set(
        measureId,
        [...distinct.values()].toReversed().map(({ measureId: _measureId, ...person }) => person),
      )
  }
  return found
}

type Found = Responsible & Readonly<{ measureId: string }>
type Asked = Parameters<typeof responsibleFor>[1]

async function namedFor(tx: Tx, { agencyId, measureIds, day }: Asked): Promise<readonly Found[]> {
  const rows = await tx
    .selectFrom('measure_person')
    .innerJoin('person', (join) =>
      join
        .onRef('person.agency_id', '=', 'measure_person.agency_id')
        .onRef('person.id', '=', 'measure_person.person_id'),
    )
    .select(['measure_person.measure_id', 'person.id', 'person.name', 'person.email', 'person.lang'])
    .where('measure_person.agency_id', '=', agencyId)
    .where('measure_person.measure_id', 'in', measureIds)
    .where('person.disabled_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('role_grant')
          .select('role_grant.id')
          .whereRef('role_grant.agency_id', '=', 'person.agency_id')
          .whereRef('role_grant.person_id', '=', 'person.id')
          .where('role_grant.role', '=', 'unit-owner')
          .where('role_grant.valid_from', '<=', day)
          .where((where) =>
            where.or([where('role_grant.valid_to', 'is', null), where('role_grant.valid_to', '>=', day)]),
          ),
      ),
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map((row) => ({ ...found(row), unitId: null }))
}

async function owningOf(tx: Tx, { agencyId, measureIds, day }: Asked): Promise<readonly Found[]> {
  const rows = await tx
    .selectFrom('measure_unit')
    .innerJoin('role_grant', (join) =>
      join
        .onRef('role_grant.agency_id', '=', 'measure_unit.agency_id')
        .onRef('role_grant.unit_id', '=', 'measure_unit.unit_id'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.agency_id', '=', 'role_grant.agency_id')
        .onRef('person.id', '=', 'role_grant.person_id'),
    )
    .select([
      'measure_unit.measure_id',
      'measure_unit.unit_id',
      'person.id',
      'person.name',
      'person.email',
      'person.lang',
    ])
    .where('measure_unit.agency_id', '=', agencyId)
    .where('measure_unit.measure_id', 'in', measureIds)
    .where('role_grant.role', '=', 'unit-owner')
    .where('role_grant.valid_from', '<=', day)
    .where((where) =>
      where.or([where('role_grant.valid_to', 'is', null), where('role_grant.valid_to', '>=', day)]),
    )
    .where('person.disabled_at', 'is', null)
    .orderBy('measure_unit.position')
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map((row) => ({ ...found(row), unitId: row.unit_id }))
}

const found = (row: {
  measure_id: string
  id: string
  name: string
  email: string | null
  lang: string
}) => ({
  measureId: row.measure_id,
  personId: row.id,
  name: row.name,
  email: row.email,
  lang: row.lang as Language,
})

/** Who coordinates on a day and is not disabled, by name. */
export async function coordinatorsOn(
  tx: Tx,
  { agencyId, day }: Readonly<{ agencyId: string; day: IsoDay }>,
): Promise<readonly Omit<Responsible, 'unitId'>[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.agency_id', '=', 'role_grant.agency_id')
        .onRef('person.id', '=', 'role_grant.person_id'),
    )
    .select(['person.id', 'person.name', 'person.email', 'person.lang'])
    .distinct()
    .where('role_grant.agency_id', '=', agencyId)
    .where('role_grant.role', '=', 'ita-coordinator')
    .where('role_grant.valid_from', '<=', day)
    .where((where) =>
      where.or([where('role_grant.valid_to', 'is', null), where('role_grant.valid_to', '>=', day)]),
    )
    .where('person.disabled_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map(({ id, name, email, lang }) => ({ personId: id, name, email, lang: lang as Language }))
}
