import { randomUUID } from 'node:crypto'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Unit, UnitFacts } from './unit.domain.ts'

/** All units of an agency, those that have ended too. */
export async function listUnits(tx: Tx, agencyId: string): Promise<readonly Unit[]> {
  const rows = await tx
    .selectFrom('unit')
    .select(['id', 'code', 'name_th', 'name_en', 'parent_id', 'valid_from', 'valid_to'])
    .where('agency_id', '=', agencyId)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    nameTh: row.name_th,
    nameEn: row.name_en,
    parentId: row.parent_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** Founds a unit and gives its identifier. */
export async function insertUnit(
  tx: Tx,
  agencyId: string,
  unit: UnitFacts & { validFrom: IsoDay },
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('unit')
    .values({ agency_id: agencyId, id, valid_from: unit.validFrom, ...columnsOf(unit) })
    .execute()
  return id
}

export async function updateUnit(tx: Tx, agencyId: string, id: string, facts: UnitFacts): Promise<void> {
  await tx
    .updateTable('unit')
    .set(columnsOf(facts))
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** Who is told when something of the unit is long overdue; null for nobody. */
export async function setUnitHead(
  tx: Tx,
  agencyId: string,
  { unitId, personId }: { unitId: string; personId: string | null },
): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ head_id: personId })
    .where('agency_id', '=', agencyId)
    .where('id', '=', unitId)
    .execute()
}

export async function setLastDay(tx: Tx, agencyId: string, id: string, lastDay: IsoDay): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ valid_to: lastDay })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** How many people who may sign in or are named stand in a unit; disabled ones do not count. */
export async function countPeopleIn(tx: Tx, agencyId: string, unitId: string): Promise<number> {
  const row = await tx
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('unit_id', '=', unitId)
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** How many roles over a unit reach beyond a day. */
export async function countOwnersAfter(
  tx: Tx,
  { agencyId, unitId, day }: { agencyId: string; unitId: string; day: IsoDay },
): Promise<number> {
  const row = await tx
    .selectFrom('role_grant')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('unit_id', '=', unitId)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', day)]))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

const columnsOf = ({ code, nameTh, nameEn, parentId }: UnitFacts) => ({
  code,
  name_th: nameTh,
  name_en: nameEn,
  parent_id: parentId,
})
