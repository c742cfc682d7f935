import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { cleanUp, emptyDirectory } from '../../../tests/support/database-processes.ts'
import { getTypeParser, kyselyOn, openDatabase } from '../db/database.server.ts'
import { joinOwnPostgres } from '../db/embedded/own-postgres.server.ts'
import { MIGRATIONS, migrateToLatest } from '../db/migrate.server.ts'
import type { Db } from '../db/schema.ts'
import { withAgency } from '../db/tenant.server.ts'
import { chainStretch } from './audit.queries.server.ts'
import { type AuditEvent, writeAudit } from './audit.server.ts'
import { auditHash, FIRST_LINK } from './audit-chain.ts'
import { verifyAudit } from './verify-audit.server.ts'

let database: TestDatabase
/** A connection that may do everything, also what no program does. */
let keeper: pg.Pool
beforeAll(async () => {
  database = await freshDatabase()
  keeper = database.owner
})
afterAll(async () => {
  await database.drop()
  await cleanUp()
})

async function anAgency(db: Db = database.db): Promise<string> {
  const id = randomUUID()
  await withAgency(db, id, (tx) =>
    tx
      .insertInto('agency')
      .values({ id, code: `a${id.slice(0, 8)}` })
      .execute(),
  )
  return id
}
const anEvent = (agencyId: string, change: Partial<AuditEvent> = {}): AuditEvent => ({
  agencyId,
  actor: { kind: 'command', name: 'tester' },
  action: 'cycle.imported',
  object: { kind: 'thing', id: '1' },
  detail: { number: 1 },
  ...change,
})
const write = (agencyId: string, change: Partial<AuditEvent> = {}, db: Db = database.db) =>
  withAgency(db, agencyId, (tx) => writeAudit(tx, anEvent(agencyId, change)))
async function aChain(length: number, db: Db = database.db): Promise<string> {
  const agencyId = await anAgency(db)
  for (let number = 1; number <= length; number++) await write(agencyId, { detail: { number } }, db)
  return agencyId
}
const chainOf = (agencyId: string, db: Db = database.db) =>
  withAgency(db, agencyId, (tx) => chainStretch(tx, { agencyId, after: 0, limit: 1000 }))
async function verified(agencyId: string, db: Db = database.db) {
  const found = (await verifyAudit(db, { stretch: 3 })).find((agency) => agency.agencyId === agencyId)
  return { rows: found?.rows, broken: found?.broken, ok: found?.ok }
}
const seqsOf = async (agencyId: string) => (await chainOf(agencyId)).entries.map((entry) => entry.seq)

describe('the chain of an agency', () => {
  it('grows by one link with every act, each with the hash of the one before', async () => {
    const agencyId = await aChain(4)
    const { entries, head } = await chainOf(agencyId)
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4])
    expect(entries.map((entry) => entry.previousHash)).toEqual([
      FIRST_LINK,
      ...entries.slice(0, 3).map((entry) => entry.hash),
    ])
    expect(entries.map(auditHash)).toEqual(entries.map((entry) => entry.hash))
    expect(head).toEqual({ seq: 4, hash: entries[3]?.hash })
    expect(await verified(agencyId)).toEqual({ rows: 4, broken: null, ok: true })
  })

  it('has hashes that are taken again from any text, by database and program alike', async () => {
    const agencyId = await anAgency()
    const text = 'ก่อน "หลัง" \\ / \b\f\n\r\t \u0001\u001f\u007f\u2028 \u{1f600} é'
    const person = randomUUID()
    await write(agencyId, {
      actor: { kind: 'person', id: person, name: text, roles: [] },
      object: { kind: text, id: text },
      detail: { [text]: text, b: 1.5, a: -0.000001, large: 1e21, yes: true, none: null },
    })
    const [entry] = (await chainOf(agencyId)).entries
    expect(entry).toMatchObject({ actorId: person, actorName: text, objectId: text })
    expect(entry && auditHash(entry)).toBe(entry?.hash)
  })

  it('has neither gap nor fork when many write at once', async () => {
    const agencyId = await anAgency()
    await Promise.all(Array.from({ length: 20 }, (_, number) => write(agencyId, { detail: { number } })))
    expect(await verified(agencyId)).toEqual({ rows: 20, broken: null, ok: true })
  })

  it('lets the second of two writers wait until the first is done, and gives a number that was not kept again', async () => {
    const agencyId = await aChain(1)
    let done = false
    let second: Promise<void> | undefined
    const undone = withAgency(database.db, agencyId, async (tx) => {
      await writeAudit(tx, anEvent(agencyId))
      second = write(agencyId).then(() => {
        done = true
      })
      const waiting = sql<{ waiting: boolean }>`select exists (
        select from pg_locks where not granted and pid <> pg_backend_pid()) as waiting`
      for (let tries = 0; tries < 400; tries++) if ((await waiting.execute(tx)).rows[0]?.waiting) break
      expect(done).toBe(false)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await second
    expect(await seqsOf(agencyId)).toEqual([1, 2])
    expect((await verified(agencyId)).ok).toBe(true)
  })

  it('is kept link by link when one statement or one transaction writes several', async () => {
    const agencyId = await anAgency()
    await withAgency(database.db, agencyId, async (tx) => {
      await sql`insert into audit_log (agency_id, actor_kind, actor_name, action, object_kind, object_id, detail)
        select ${agencyId}::uuid, 'system', 'tester', 'cycle.imported', 'thing', n::text, '{}'
        from generate_series(1, 3) n`.execute(tx)
      await writeAudit(tx, anEvent(agencyId))
    })
    expect(await verified(agencyId)).toEqual({ rows: 4, broken: null, ok: true })
  })

  it('of one agency is not that of another, and nobody writes into it from outside', async () => {
    const [mine, other] = [await aChain(2), await aChain(1)]
    expect(await seqsOf(other)).toEqual([1])
    const intruding = withAgency(database.db, mine, (tx) => writeAudit(tx, anEvent(other)))
    await expect(intruding).rejects.toThrow(/row-level security/)
    const heads = await withAgency(database.db, mine, (tx) =>
      tx.selectFrom('audit_head').select('agency_id').execute(),
    )
    expect(heads).toEqual([{ agency_id: mine }])
    expect((await verified(other)).ok).toBe(true)
  })
})

describe('what nobody may choose or change', () => {
  const inside = (agencyId: string, statement: string) =>
    withAgency(database.db, agencyId, (tx) => sql.raw(statement).execute(tx))
  const naming = (agencyId: string, column: string, value: string) =>
    `insert into audit_log (agency_id, actor_kind, actor_name, action, object_kind, object_id, detail, ${column})
     values ('${agencyId}', 'system', 'x', 'cycle.imported', 'thing', '1', '{}', ${value})`
  const chosen = [
    ['seq', '99'],
    ['at', "'2020-01-01'"],
    ['hash', `'${'a'.repeat(64)}'`],
    ['previous_hash', `'${'a'.repeat(64)}'`],
  ] as const

  it('number, time and hashes are refused from the program, and written over for everybody else', async () => {
    const agencyId = await aChain(1)
    for (const [column, value] of chosen)
      await expect(inside(agencyId, naming(agencyId, column, value))).rejects.toThrow(/permission denied/)
    const client = await keeper.connect()
    try {
      await client.query("select set_config('app.agency_id', $1, false)", [agencyId])
      for (const [column, value] of chosen) await client.query(naming(agencyId, column, value))
      await client.query("select set_config('app.agency_id', '', false)")
    } finally {
      client.release()
    }
    expect(await verified(agencyId)).toEqual({ rows: 5, broken: null, ok: true })
    expect((await chainOf(agencyId)).entries.every((entry) => !entry.at.startsWith('2020'))).toBe(true)
  })

  it('entries and last link: not by the program, not by the owner', async () => {
    const agencyId = await aChain(1)
    for (const statement of [
      "update audit_log set actor_name = 'x'",
      'delete from audit_log',
      'truncate audit_log',
      'update audit_head set seq = 0',
      'delete from audit_head',
      'truncate audit_head',
      `insert into audit_head values ('${agencyId}', 0, '${FIRST_LINK}')`,
    ]) {
      await expect(inside(agencyId, statement), statement).rejects.toThrow(/permission denied/)
      await expect(keeper.query(statement), statement).rejects.toThrow(/append-only|by entries/)
    }
  })

  it('the trigger is not put on a table of the program, where it would move the last link alone', async () => {
    const agencyId = await aChain(1)
    const stolen = withAgency(database.db, agencyId, async (tx) => {
      await sql.raw('create temp table mine (like audit_log)').execute(tx)
      await sql
        .raw('create trigger t before insert on mine for each row execute function chain_audit_entry()')
        .execute(tx)
    })
    await expect(stolen).rejects.toThrow(/permission denied for function chain_audit_entry/)
  })
})

describe('tampering by somebody who can do everything is found, and the first broken link named', () => {
  /** A chain of seven, and what was done to it with the guards off. */
  async function tampered(...statements: readonly string[]): Promise<string> {
    const agencyId = await aChain(7)
    const client = await keeper.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.agency_id', $1, true)", [agencyId])
      for (const table of ['audit_log', 'audit_head'])
        await client.query(`alter table ${table} disable trigger user`)
      for (const statement of statements)
        await client.query(statement.replaceAll('MINE', `agency_id = '${agencyId}'`))
      for (const table of ['audit_log', 'audit_head'])
        await client.query(`alter table ${table} enable trigger user`)
      await client.query('commit')
    } finally {
      client.release()
    }
    return agencyId
  }
  const REHASH = 'update audit_log as entry set hash = audit_hash(entry) where MINE'

  it.each([
    [
      'a figure that was changed',
      [`update audit_log set detail = '{"number": 70}' where MINE and seq = 4`],
      { seq: 4, what: 'changed' },
    ],
    [
      'a name that was changed',
      ["update audit_log set actor_name = 'x' where MINE and seq = 1"],
      { seq: 1, what: 'changed' },
    ],
    [
      'a person that was put in',
      [`update audit_log set actor_kind = 'person', actor_id = '${randomUUID()}' where MINE and seq = 6`],
      { seq: 6, what: 'changed' },
    ],
    [
      'a time that was moved by a microsecond',
      ["update audit_log set at = at + interval '1 microsecond' where MINE and seq = 3"],
      { seq: 3, what: 'changed' },
    ],
    [
      'a change with its hash taken anew',
      [
        "update audit_log set object_id = '9' where MINE and seq = 4",
        REHASH.replace('MINE', 'MINE and seq = 4'),
      ],
      { seq: 5, what: 'unlinked' },
    ],
    [
      'a change of the last entry with its hash taken anew',
      [
        "update audit_log set object_id = '9' where MINE and seq = 7",
        REHASH.replace('MINE', 'MINE and seq = 7'),
      ],
      { seq: 7, what: 'head-mismatch' },
    ],
    [
      'one taken out of the middle',
      ['delete from audit_log where MINE and seq = 3'],
      { seq: 3, what: 'missing' },
    ],
    [
      'one taken out and the numbers closed up',
      [
        'delete from audit_log where MINE and seq = 3',
        'update audit_log set seq = seq + 100 where MINE and seq > 3',
        'update audit_log set seq = seq - 101 where MINE and seq > 3',
        REHASH,
      ],
      { seq: 3, what: 'unlinked' },
    ],
    ['the first taken away', ['delete from audit_log where MINE and seq = 1'], { seq: 1, what: 'missing' }],
    ['the tail cut off', ['delete from audit_log where MINE and seq > 5'], { seq: 6, what: 'missing' }],
    ['everything taken away', ['delete from audit_log where MINE'], { seq: 1, what: 'missing' }],
    [
      'two that changed places',
      [
        'update audit_log set seq = 50 where MINE and seq = 2',
        'update audit_log set seq = 2 where MINE and seq = 5',
        'update audit_log set seq = 5 where MINE and seq = 50',
      ],
      { seq: 2, what: 'changed' },
    ],
    [
      'one put at the end',
      [
        `insert into audit_log (agency_id, seq, previous_hash, hash, actor_kind, actor_name, action, object_kind, object_id, detail)
           select agency_id, 8, hash, hash, actor_kind, actor_name, action, object_kind, object_id, detail
           from audit_log where MINE and seq = 7`,
        REHASH.replace('MINE', 'MINE and seq = 8'),
      ],
      { seq: 8, what: 'head-mismatch' },
    ],
    ['the last link taken away', ['delete from audit_head where MINE'], { seq: 7, what: 'head-mismatch' }],
    [
      'the last link set to another hash',
      [`update audit_head set hash = '${'a'.repeat(64)}' where MINE`],
      { seq: 7, what: 'head-mismatch' },
    ],
  ])('%s', async (_name, statements, broken) => {
    const whole = await aChain(2)
    const agencyId = await tampered(...statements)
    expect(await verified(agencyId)).toMatchObject({ ok: false, broken })
    expect((await verified(whole)).ok).toBe(true)
  })
})

describe('a database from before the chain', () => {
  const EARLIER = ['0001-agencies-and-audit.sql', '0002-cycles.sql', '0003-catalogue-libraries.sql']
  const [mine, other] = [randomUUID(), randomUUID()]

  async function upgraded(pool: pg.Pool): Promise<void> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-before-chain-'))
    for (const file of EARLIER) cpSync(path.join(MIGRATIONS, file), path.join(folder, file))
    await migrateToLatest(pool, folder)
    rmSync(folder, { recursive: true })
    for (const [id, rows] of [
      [mine, 5],
      [other, 2],
    ] as const) {
      const client = await pool.connect()
      await client.query('begin')
      await client.query("select set_config('app.agency_id', $1, true)", [id])
      await client.query('insert into agency (id, code) values ($1, $2)', [id, `a${id.slice(0, 8)}`])
      for (let row = 1; row <= rows; row++)
        await client.query(
          `insert into audit_log (agency_id, at, actor_kind, actor_name, action, object_kind, object_id, detail)
           values ($1, '2026-01-02 03:04:05.678901+07', 'command', 'prongsai import', 'cycle.imported', 'cycle', $2, $3)`,
          [id, String(row), { version: row }],
        )
      await client.query('commit')
      client.release()
    }
    await migrateToLatest(pool)
  }

  async function expectChained(db: Db): Promise<void> {
    expect(await verified(mine, db)).toEqual({ rows: 5, broken: null, ok: true })
    expect(await verified(other, db)).toEqual({ rows: 2, broken: null, ok: true })
    const { entries } = await chainOf(mine, db)
    expect(entries.map((entry) => entry.objectId)).toEqual(['1', '2', '3', '4', '5'])
    expect(entries[0]?.at).toBe('2026-01-01T20:04:05.678901Z')
    await write(mine, {}, db)
    expect(await verified(mine, db)).toEqual({ rows: 6, broken: null, ok: true })
  }

  it('has its entries chained in the order in which they were written', async () => {
    const empty = await emptyDatabase()
    const pool = new pg.Pool({ ...empty.address, types: { getTypeParser } })
    pool.on('error', () => {})
    try {
      await upgraded(pool)
      await expectChained(kyselyOn(pool))
    } finally {
      await pool.end()
      await empty.drop()
    }
  })

  it('so too where the owner of the tables is bound by row security', async () => {
    const server = await joinOwnPostgres(emptyDirectory(), { durable: false })
    const admin = new pg.Client({ ...server.address, database: 'postgres' })
    await admin.connect()
    try {
      await admin.query('create role ordinary login createrole')
      await admin.query('create database ordinary owner ordinary')
      const databaseUrl = `postgres://ordinary@localhost/ordinary?host=${encodeURIComponent(server.address.host)}`
      const pool = new pg.Pool({ connectionString: databaseUrl })
      await upgraded(pool)
      await pool.end()
      const opened = await openDatabase({ databaseUrl, databasePool: 3, dataDir: '/nowhere' })
      try {
        await expectChained(opened.db)
        await expect(opened.pool.query('delete from audit_log')).rejects.toThrow(/append-only/)
        expect((await opened.pool.query('select from audit_head')).rowCount).toBe(0)
      } finally {
        await opened.close()
      }
    } finally {
      await admin.end()
      await server.leave()
    }
  })
})
