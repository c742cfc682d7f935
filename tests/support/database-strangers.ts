import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from '../../app/platform/db/database.server.ts'
import { type Tx, withAgency, withoutAgency, withSealedAgency } from '../../app/platform/db/tenant.server.ts'
import type { TestDatabase } from './database.ts'
import { ROLES } from './database-walls.ts'

/** The agency whose rows are tried, and the one whose people try. */
const OURS = randomUUID()
const THEIRS = randomUUID()

type Enter = <T>(db: Db, work: (tx: Tx) => Promise<T>) => Promise<T>
/** Of two rows, `owned` is how many a stranger may see and do with as it likes. */
type Stranger = Readonly<{ enter: Enter; owned: number }>
type Strangers = Readonly<Record<string, Stranger>>
const STRANGERS: Strangers = {
  'another agency': { enter: (db, work) => withAgency(db, THEIRS, work), owned: 1 },
  nobody: { enter: (db, work) => withoutAgency(db, work), owned: 0 },
  "the program's login outside its role": { enter: (db, work) => db.transaction().execute(work), owned: 0 },
}
const OWNER: Enter = (db, work) => withAgency(db, OURS, work)

/** The same for tables of the sealed room, which has a role of its own. */
const SEALED_STRANGERS: Strangers = {
  'another agency': { enter: (db, work) => withSealedAgency(db, THEIRS, work), owned: 1 },
  nobody: { enter: (db, work) => withSealedAgency(db, '', work), owned: 0 },
  "the program's login outside its role": { enter: (db, work) => db.transaction().execute(work), owned: 0 },
}
const SEALED_OWNER: Enter = (db, work) => withSealedAgency(db, OURS, work)

const isSealed = (table: string) => table.startsWith('protected.')

/**
 * Tries the walls between agencies: puts a row of two agencies into each of the tables and lets strangers at them. Row
 * security has to hold alone, so from then on the program's role is granted everything there, and nothing else stands in the
 * way: no trigger, no check, no foreign key. Use a database of its own. Gives a sentence for each leak.
 */
export async function leaksOf(database: TestDatabase, tables: readonly string[]): Promise<readonly string[]> {
  for (const table of tables) await leaveRowSecurityAlone(database.owner, table)
  const leaks: string[] = []
  for (const table of tables) {
    const row = await rowFor(database.owner, table)
    for (const agency of [OURS, THEIRS]) await fill(database.owner, table, row(agency))
    const ours = await attempt(
      database.db,
      isSealed(table) ? SEALED_OWNER : OWNER,
      `select from ${table} where agency_id = '${OURS}'`,
    )
    if (ours.reached !== 1) leaks.push(`${table}: an agency does not see its own row`)
    for (const [who, { enter, owned }] of Object.entries(isSealed(table) ? SEALED_STRANGERS : STRANGERS))
      for (const [what, statement, allowed] of triesOn(table, row(OURS), owned)) {
        const { reached, refused } = await attempt(database.db, enter, statement)
        if (reached > allowed || (refused !== null && refused !== ROW_SECURITY))
          leaks.push(`${table}: ${who} ${what} (${refused ?? reached})`)
      }
  }
  return leaks
}

const ROW_SECURITY = '42501'

/**
 * What is tried, and how many rows it may reach. None has a condition, since what is forgotten in a query must not matter,
 * and none but the first reads what it did: row security would then also ask whether it may be seen.
 */
const triesOn = (
  table: string,
  row: string,
  owned: number,
): readonly (readonly [string, string, number])[] => [
  ['sees', `select from ${table}`, owned],
  ['changes', `update ${table} set agency_id = agency_id`, owned],
  ['removes', `delete from ${table}`, owned],
  ['puts in', `insert into ${table} ${row}`, 0],
  ['gives away', `update ${table} set agency_id = '${OURS}'`, 0],
]

type Outcome = Readonly<{ reached: number; refused: string | null }>
class Undone extends Error {}

/** How many rows a statement reaches; it is undone again. */
async function attempt(db: Db, enter: Enter, statement: string): Promise<Outcome> {
  let reached = 0
  try {
    await enter(db, async (tx) => {
      const { rows, numAffectedRows } = await sql.raw(statement).execute(tx)
      reached = Number(numAffectedRows ?? rows.length)
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone))
      return { reached: 0, refused: (error as { code?: string }).code ?? String(error) }
  }
  return { reached, refused: null }
}

async function leaveRowSecurityAlone(owner: pg.Pool, table: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f', 'x') and conislocal",
    [table],
  )
  for (const { name } of rows) await owner.query(`alter table ${table} drop constraint "${name}"`)
  await owner.query(`alter table ${table} disable trigger user`)
  await owner.query(
    `grant select, insert, update, delete on ${table} to ${isSealed(table) ? ROLES.protected : ROLES.public}`,
  )
}

/** One value for each category of types (`typcategory` of pg_type), and for types of no category. */
const VALUES: Readonly<Record<string, string>> = {
  A: "'{}'",
  B: 'true',
  D: 'now()',
  I: "'127.0.0.1'",
  N: '1',
  R: "'empty'",
  S: "'x'",
  T: "'1 day'",
  bytea: "'x'",
  json: "'{}'",
  jsonb: "'{}'",
  // Some of them may be there once only, whichever agency has them.
  text: 'gen_random_uuid()::text',
  uuid: 'gen_random_uuid()',
}

/** Columns and values of a row of an agency, as an `insert` takes them. Throws for a column that it has no value for. */
async function rowFor(owner: pg.Pool, table: string): Promise<(agencyId: string) => string> {
  const { rows } = await owner.query<{ name: string; type: string; category: string }>(
    `select attname as name, format_type(atttypid, null) as type, typcategory as category
      from pg_attribute join pg_type as type on type.oid = atttypid
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'agency_id'
        and attnotnull and not atthasdef and attidentity = '' and attgenerated = ''`,
    [table],
  )
  const columns = rows.map(({ name, type, category }) => {
    const value = VALUES[type] ?? (category === 'E' ? `enum_first(null::${type})` : VALUES[category])
    if (value === undefined)
      throw new Error(`${table}.${name}: no value for the type ${type}; add one to VALUES of this file`)
    return { name: `"${name}"`, value: `${value}::${type}` }
  })
  return (agencyId) =>
    `(agency_id${columns.map(({ name }) => `, ${name}`).join('')}) values ('${agencyId}'${columns
      .map(({ value }) => `, ${value}`)
      .join('')})`
}

async function fill(owner: pg.Pool, table: string, row: string): Promise<void> {
  await owner.query(`insert into ${table} ${row}`).catch((error: Error) => {
    throw new Error(`${table} could not be filled, so its walls were not tried: ${error.message}`)
  })
}
