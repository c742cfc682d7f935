import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '../../app/platform/db/tenant.server.ts'
import { withAgency, withoutAgency, withSealedAgency } from '../../app/platform/db/tenant.server.ts'
import { anAgency } from '../support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { aCase, aHolder, openSealedRoom } from '../support/sealed-room.ts'

/** What the database itself keeps apart: the sealed room from the rest of the program, and agencies from each other. */

let database: TestDatabase
let agencyId: string
let close: () => void
beforeAll(async () => {
  database = await freshDatabase()
  const room = openSealedRoom(await anAgency(database))
  close = room.close
  agencyId = room.ctx.agency.id
  const holders = [
    await aHolder(room.ctx, 'recipient'),
    await aHolder(room.ctx, 'custodian'),
    await aHolder(room.ctx, 'custodian'),
  ] as const
  await aCase(room.ctx, {
    holders,
    identity: { plain: 'ผู้แจ้ง', outer: holders[1], inner: holders[2] },
  })
})
afterAll(async () => {
  close()
  await database.drop()
})

const tablesOf = async (schema: string): Promise<readonly string[]> => {
  const { rows } = await database.owner.query(
    `select quote_ident(nspname) || '.' || quote_ident(relname) as name from pg_class
       join pg_namespace as namespace on namespace.oid = relnamespace
     where nspname = $1 and relkind in ('r', 'p', 'v', 'm', 'f') order by relname`,
    [schema],
  )
  return rows.map(({ name }) => name)
}

type Enter = (work: (tx: Tx) => Promise<number>) => Promise<number>
const DENIED = '42501'

/** How many rows a statement finds; 'denied' where it may not even be asked. */
const find = (enter: Enter, statement: string): Promise<number | 'denied'> =>
  enter(async (tx) => (await sql.raw(statement).execute(tx)).rows.length).catch(
    (error: { code?: string }) => {
      if (error.code === DENIED) return 'denied' as const
      throw error
    },
  )

const asProgram: Enter = (work) => withAgency(database.db, agencyId, work)
const asNobody: Enter = (work) => withoutAgency(database.db, work)
const asLogin: Enter = (work) => database.db.transaction().execute(work)
const inRole =
  (role: string): Enter =>
  (work) =>
    database.db.transaction().execute(async (tx) => {
      await sql`select set_config('role', ${role}, true), set_config('app.agency_id', ${agencyId}, true)`.execute(
        tx,
      )
      return work(tx)
    })
const asSealed: Enter = (work) => withSealedAgency(database.db, agencyId, work)

describe('the rest of the program', () => {
  test.each([
    ['in its role', asProgram],
    ['in its role, outside any agency', asNobody],
    ['in the role that sends mail', inRole('prongsai_sender')],
  ] as const)('%s can neither read nor count nor change one table of the sealed room', async (_as, enter) => {
    const tables = await tablesOf('protected')
    expect(tables).toEqual(
      expect.arrayContaining(['protected.report', 'protected.item', 'protected.identity']),
    )
    for (const table of tables)
      for (const statement of [
        `select * from ${table}`,
        `select count(*) from ${table}`,
        `update ${table} set agency_id = agency_id`,
        `delete from ${table}`,
        `insert into ${table} select * from ${table}`,
        `lock table ${table} in access share mode`,
      ])
        expect(await find(enter, statement), statement).toBe('denied')
  })

  test('is told of none of its tables where a login looks for tables', async () => {
    for (const enter of [asProgram, asNobody, inRole('prongsai_sender')])
      for (const view of ['tables', 'columns', 'table_privileges'])
        expect(
          await find(enter, `select from information_schema.${view} where table_schema = 'protected'`),
          view,
        ).toBe(0)
    // The same question has an answer for who works there.
    expect(
      await find(asSealed, "select from information_schema.tables where table_schema = 'protected'"),
    ).toBe((await tablesOf('protected')).length)
  })

  test('cannot take on the role of backups, which reads every row', async () => {
    expect(await find(inRole('prongsai_backup'), 'select from person')).toBe('denied')
  })

  test('finds no row through its pool outside the role of the room', async () => {
    for (const table of await tablesOf('protected'))
      expect([0, 'denied'], table).toContain(await find(asLogin, `select from ${table}`))
  })
})

describe('the sealed room', () => {
  test('can read none of the tables of the rest of the program', async () => {
    const tables = await tablesOf('public')
    expect(tables).toEqual(
      expect.arrayContaining(['public.person', 'public.desk_ticket', 'public.audit_log']),
    )
    for (const table of tables) expect(await find(asSealed, `select from ${table}`), table).toBe('denied')
  })

  test('sees the rows of its own agency, and of another none', async () => {
    const other: Enter = (work) => withSealedAgency(database.db, randomUUID(), work)
    const nobody: Enter = (work) => withSealedAgency(database.db, '', work)
    const filled: string[] = []
    for (const table of await tablesOf('protected')) {
      if ((await find(asSealed, `select from ${table}`)) !== 0) filled.push(table)
      expect(await find(other, `select from ${table}`), table).toBe(0)
      expect(await find(nobody, `select from ${table}`), table).toBe(0)
    }
    expect(filled).toEqual(
      expect.arrayContaining(
        ['appointment', 'case_grant', 'holder_key', 'identity', 'item', 'report'].map(
          (name) => `protected.${name}`,
        ),
      ),
    )
  })

  test('is open to its own role and to backups, which only read; the role may change or take out nothing that was said', async () => {
    const { rows } = await database.owner.query<{ who: string; of: string; may: string }>(`
      select case grantee when 0 then 'public' else pg_get_userbyid(grantee)::text end as who, relname as of,
        string_agg(privilege_type, ' ' order by privilege_type) as may
      from pg_class join pg_namespace as namespace on namespace.oid = relnamespace,
        aclexplode(coalesce(relacl, acldefault('r', relowner)))
      where nspname = 'protected' and grantee <> relowner and relkind in ('r', 'p', 'v', 'm', 'S')
      group by 1, 2 order by 2, 1`)
    expect([...new Set(rows.map(({ who }) => who))]).toEqual(['prongsai_backup', 'prongsai_protected'])
    const ofBackups = rows.filter(({ who }) => who === 'prongsai_backup')
    expect([...new Set(ofBackups.map(({ may }) => may))]).toEqual(['SELECT'])
    const ofRoom = rows.filter(({ who }) => who === 'prongsai_protected')
    const mayOf = Object.fromEntries(ofRoom.map(({ of, may }) => [of, may]))
    // A case that is erased takes its items with it; none is ever changed. What was logged and published stays as it is.
    expect(mayOf).toMatchObject({
      item: 'DELETE INSERT SELECT',
      sealed_file: 'DELETE INSERT SELECT',
      audit_entry: 'INSERT SELECT',
      audit_head: 'INSERT SELECT',
    })
    const schema = await database.owner.query(`
      select distinct case grantee when 0 then 'public' else pg_get_userbyid(grantee)::text end as who
      from pg_namespace, aclexplode(nspacl) where nspname = 'protected' and grantee <> nspowner order by who`)
    expect(schema.rows).toEqual([{ who: 'prongsai_backup' }, { who: 'prongsai_protected' }])
  })
})

/** Whole numbers that are part of a key, each with what it counts: none counts reports. */
const COUNTED: Readonly<Record<string, string>> = {
  'audit_entry.seq': 'acts, by days',
  'case_grant.epoch': 'key pairs of one case',
  'digest_sent.hour': 'hours of a day at which mail goes out whether or not there is anything',
  'epoch.number': 'key pairs of one case',
  'item.seq': 'what was said in one case',
}

/** What a column may be of: none tells a time finer than a day, nor where somebody came from. */
const TYPES = ['bigint', 'boolean', 'bytea', 'date', 'integer', 'jsonb', 'text', 'text[]', 'uuid']

describe('what the sealed room keeps', () => {
  type Column = Readonly<{ name: string; type: string; isKey: boolean; hasDefault: boolean; value: string }>
  const columns = async (): Promise<readonly Column[]> => {
    const { rows } = await database.owner.query<Column>(`
      select relname || '.' || attname as name, format_type(atttypid, null) as type,
        attidentity <> '' or atthasdef as "hasDefault", coalesce(pg_get_expr(adbin, adrelid), '') as value,
        exists (select from pg_index where indrelid = class.oid and indisprimary and attnum = any (indkey)) as "isKey"
      from pg_attribute join pg_class as class on class.oid = attrelid
        join pg_namespace as namespace on namespace.oid = relnamespace
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where nspname = 'protected' and relkind in ('r', 'p', 'v', 'm') and attnum > 0 and not attisdropped order by 1`)
    return rows
  }

  test('has no time finer than a day and no address: every column is of a type that can hold neither', async () => {
    const found = await columns()
    expect(found.length).toBeGreaterThan(80)
    expect(found.filter(({ type }) => !TYPES.includes(type))).toEqual([])
  })

  test('has no identifier that counts: no sequence, none that the database gives, no number in a key but those written down', async () => {
    const found = await columns()
    const { rows } = await database.owner.query(
      `select relname from pg_class join pg_namespace as namespace on namespace.oid = relnamespace
       where nspname = 'protected' and relkind = 'S'`,
    )
    expect(rows).toEqual([])
    const keys = found.filter(({ isKey }) => isKey)
    expect(keys.filter(({ hasDefault }) => hasDefault)).toEqual([])
    expect(found.filter(({ value }) => value.includes('('))).toEqual([])
    expect(
      keys.filter(({ type }) => type === 'integer' || type === 'bigint').map(({ name }) => name),
    ).toEqual(Object.keys(COUNTED))
  })

  test('names cases and keys at random, not by the hour: every identifier is of version 4', async () => {
    const uuids = (await columns()).filter(({ type }) => type === 'uuid').map(({ name }) => name)
    let seen = 0
    for (const name of uuids) {
      const [table, column] = name.split('.')
      const { rows } = await database.owner.query(
        `select ${column}::text as id from protected.${table} where ${column} is not null`,
      )
      // An agency is told apart by an identifier of the rest of the program.
      for (const { id } of column === 'agency_id' ? [] : rows) {
        expect(id, name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
        seen += 1
      }
    }
    expect(seen).toBeGreaterThan(10)
  })
})
