import type { Language } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'

/** Somebody who is told what an assessor would meet. */
export type Owner = Readonly<{ personId: string; name: string; email: string | null; lang: Language }>

type Asked = Readonly<{ agencyId: string; unitId: string | null; day: IsoDay }>

/**
 * Who answers on a day for the addresses of a unit: who holds it, and its head. Where that is nobody, or no unit answers, the
 * coordinators. Disabled people answer for nothing.
 */
export async function listOwners(tx: Tx, asked: Asked): Promise<readonly Owner[]> {
  if (asked.unitId === null) return holdersOf(tx, asked, 'ita-coordinator')
  const heads = await headOf(tx, asked)
  const holders = await holdersOf(tx, asked, 'unit-owner')
  const distinct = new Map([...holders, ...heads].map((owner) => [owner.personId, owner]))
  return distinct.size > 0 ? [...distinct.values()] : holdersOf(tx, asked, 'ita-coordinator')
}

async function holdersOf(
  tx: Tx,
  { agencyId, unitId, day }: Asked,
  role: 'unit-owner' | 'ita-coordinator',
): Promise<readonly Owner[]> {
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
    .where('role_grant.role', '=', role)
    .$if(role === 'unit-owner', (query) => query.where('role_grant.unit_id', '=', unitId))
    .where('role_grant.valid_from', '<=', day)
    .where((where) =>
      where.or([where('role_grant.valid_to', 'is', null), where('role_grant.valid_to', '>=', day)]),
    )
    .where('person.disabled_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map(ownerOf)
}

async function headOf(tx: Tx, { agencyId, unitId }: Asked): Promise<readonly Owner[]> {
  const rows = await tx
    .selectFrom('unit')
    .innerJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'unit.agency_id').onRef('person.id', '=', 'unit.head_id'),
    )
    .select(['person.id', 'person.name', 'person.email', 'person.lang'])
    .where('unit.agency_id', '=', agencyId)
    .where('unit.id', '=', unitId)
    .where('person.disabled_at', 'is', null)
    .execute()
  return rows.map(ownerOf)
}

const ownerOf = (row: Readonly<{ id: string; name: string; email: string | null; lang: string }>): Owner => ({
  personId: row.id,
  name: row.name,
  email: row.email,
  lang: row.lang as Language,
})

/** How many letters of one kind somebody was written since an instant. */
export async function countLetters(
  tx: Tx,
  asked: Readonly<{ agencyId: string; personIds: readonly string[]; kind: string; since: Date }>,
): Promise<ReadonlyMap<string, number>> {
  if (asked.personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('mail_outbox')
    .select('person_id')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('agency_id', '=', asked.agencyId)
    .where('kind', '=', asked.kind)
    .where('person_id', 'in', asked.personIds)
    .where('created_at', '>=', asked.since)
    .groupBy('person_id')
    .execute()
  return new Map(
    rows.flatMap(({ person_id, count }) => (person_id === null ? [] : [[person_id, Number(count)]])),
  )
}
