import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Person, PersonFacts } from './person.domain.ts'

const people = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'position_title', 'unit_id', 'lang', 'disabled_at'])
    .where('agency_id', '=', agencyId)

/** Finds a person, disabled ones too. */
export async function findPerson(tx: Tx, agencyId: string, id: string): Promise<Person | null> {
  const row = await people(tx, agencyId).where('id', '=', id).executeTakeFirst()
  return row ? rowToPerson(row) : null
}

/** Finds whose address it is (see `foldEmail`), disabled ones too. */
export async function findPersonByEmail(tx: Tx, agencyId: string, email: string): Promise<Person | null> {
  const row = await people(tx, agencyId).where('email', '=', email).executeTakeFirst()
  return row ? rowToPerson(row) : null
}

/** Everybody of the agency. */
export async function listPersons(tx: Tx, agencyId: string): Promise<readonly Person[]> {
  const rows = await people(tx, agencyId).orderBy('name').orderBy('id').execute()
  return rows.map(rowToPerson)
}

/** Saves a new person and gives their identifier. The address must be free. */
export async function insertPerson(
  tx: Tx,
  agencyId: string,
  facts: PersonFacts & { now: Date },
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('person')
    .values({ agency_id: agencyId, id, created_at: facts.now, ...columnsOf(facts) })
    .execute()
  return id
}

export async function updatePerson(tx: Tx, agencyId: string, id: string, facts: PersonFacts): Promise<void> {
  await tx
    .updateTable('person')
    .set(columnsOf(facts))
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** Since when a person may not sign in; null lets them. */
export async function setDisabled(tx: Tx, agencyId: string, id: string, at: Date | null): Promise<void> {
  await tx
    .updateTable('person')
    .set({ disabled_at: at })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

const columnsOf = (facts: PersonFacts) => ({
  name: facts.name,
  email: facts.email,
  position_title: facts.positionTitle,
  unit_id: facts.unitId,
  lang: facts.lang,
})

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirst']>>>

const rowToPerson = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  positionTitle: row.position_title,
  unitId: row.unit_id,
  lang: row.lang === 'en' ? 'en' : 'th',
  disabledAt: row.disabled_at,
})
