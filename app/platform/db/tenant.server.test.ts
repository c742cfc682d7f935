import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { writeAudit } from '../audit/audit.server.ts'
import { inTransaction } from '../ctx.server.ts'
import { NoPulse, whileAnswers } from './pulse.server.ts'
import { enterAgency, type Tx, withAgency, withoutAgency } from './tenant.server.ts'

let database: TestDatabase
const dga = randomUUID()
const other = randomUUID()

const found = (id: string, code: string) =>
  withAgency(database.db, id, (tx) => tx.insertInto('agency').values({ id, code, name_th: code }).execute())

const anEntry = (agencyId: string) => ({
  agencyId,
  actor: { kind: 'command', name: 'tester' } as const,
  action: 'cycle.imported' as const,
  object: { kind: 'thing', id: '1' },
  detail: { number: 1 },
})
const auditRows = (tx: Tx) => tx.selectFrom('audit_log').selectAll().execute()

beforeAll(async () => {
  database = await freshDatabase()
  await found(dga, 'dga')
  await found(other, 'other')
  await withAgency(database.db, dga, (tx) => writeAudit(tx, anEntry(dga)))
})
afterAll(() => database.drop())

describe('rows of an agency', () => {
  it('the agency sees its own', async () => {
    const rows = await withAgency(database.db, dga, auditRows)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      agency_id: dga,
      action: 'cycle.imported',
      actor_name: 'tester',
      detail: { number: 1 },
    })
  })

  it('another agency sees nothing of it', async () => {
    expect(await withAgency(database.db, other, auditRows)).toEqual([])
  })

  it('without an agency there are no rows, only the list of agencies', async () => {
    expect(await withoutAgency(database.db, auditRows)).toEqual([])
    const codes = await withoutAgency(database.db, (tx) => tx.selectFrom('agency').select('code').execute())
    expect(codes.map((agency) => agency.code).sort()).toEqual(['dga', 'other'])
  })

  it('a row for another agency is refused', async () => {
    await expect(withAgency(database.db, other, (tx) => writeAudit(tx, anEntry(dga)))).rejects.toThrow(
      /row-level security/,
    )
  })

  it('another agency is neither founded nor renamed', async () => {
    const id = randomUUID()
    const foreign = { id, code: 'foreign', name_th: 'foreign' }
    await expect(
      withAgency(database.db, dga, (tx) => tx.insertInto('agency').values(foreign).execute()),
    ).rejects.toThrow(/row-level security/)
    const renamed = await withAgency(database.db, dga, (tx) =>
      tx.updateTable('agency').set({ name_th: 'x' }).where('id', '=', other).executeTakeFirst(),
    )
    expect(renamed.numUpdatedRows).toBe(0n)
  })

  it('row security is forced on every table that has an agency', async () => {
    const open = await database.pool.query(`
      select relname from pg_class join pg_attribute on attrelid = pg_class.oid
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and attname = 'agency_id'
        and not (relrowsecurity and relforcerowsecurity)`)
    expect(open.rows).toEqual([])
  })

  it('every key of such a table begins with the agency', async () => {
    const astray = await database.pool.query(`
      select indexrelid::regclass::text as index from pg_index
        join pg_attribute on attrelid = indrelid and attname = 'agency_id'
      where indisunique and indkey[0] <> attnum`)
    expect(astray.rows).toEqual([])
  })

  it('role and agency end with the transaction, on the same connection', async () => {
    const client = await database.pool.connect()
    try {
      await client.query('begin')
      await client.query(
        "select set_config('role', 'prongsai_app', true), set_config('app.agency_id', $1, true)",
        [dga],
      )
      await client.query('commit')
      const left = await client.query(
        "select current_user::text as role, coalesce(current_setting('app.agency_id', true), '') as agency",
      )
      expect(left.rows[0]).toEqual({ role: database.address.user, agency: '' })
    } finally {
      client.release()
    }
  })

  it('no statement of a transaction takes longer than 15 seconds, and the limit ends with it', async () => {
    const limit = sql<{ limit: string }>`select current_setting('statement_timeout') as limit`
    const inside = await withAgency(database.db, dga, async (tx) => (await limit.execute(tx)).rows)
    expect(inside).toEqual([{ limit: '15s' }])
    expect((await limit.execute(database.db)).rows).toEqual([{ limit: '0' }])
  })

  it('a transaction may enter an agency later', async () => {
    const rows = await withoutAgency(database.db, async (tx) => {
      await enterAgency(tx, dga)
      return auditRows(tx)
    })
    expect(rows).toHaveLength(1)
  })
})

describe('the audit log', () => {
  it('takes no change and no removal from the program', async () => {
    for (const statement of [
      "update audit_log set actor_name = 'x'",
      'delete from audit_log',
      'truncate audit_log',
    ])
      await expect(withAgency(database.db, dga, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
        /permission denied/,
      )
  })

  it('takes none from the owner of the tables either', async () => {
    for (const statement of [
      "update audit_log set actor_name = 'x'",
      'delete from audit_log',
      'truncate audit_log',
    ])
      await expect(database.owner.query(statement)).rejects.toThrow(/append-only/)
  })

  it('a refused act leaves no entry', async () => {
    const ctx = {
      db: database.db,
      agency: { id: dga, code: 'dga' },
      actor: { kind: 'command', name: 'tester' } as const,
      now: () => new Date(),
    }
    const result = await inTransaction(ctx, async (tx) => {
      await writeAudit(tx, { ...anEntry(dga), action: 'cycle.replaced' })
      return { ok: false, error: 'no' } as const
    })
    expect(result).toEqual({ ok: false, error: 'no' })
    const actions = await withAgency(database.db, dga, auditRows)
    expect(actions.map((row) => row.action)).not.toContain('cycle.replaced')
  })
})

it('what was given up since the database was silent for a while is not kept when it comes back', async () => {
  const silence = async () => {
    throw new Error('timeout exceeded when trying to connect')
  }
  const whileAnswering = whileAnswers(silence, { patienceMs: 40, everyMs: 10 })
  const ended = Promise.withResolvers<unknown>()
  const saved = whileAnswering(() =>
    withAgency(database.db, other, async (tx) => {
      await writeAudit(tx, anEntry(other))
      await sleep(200)
    }).catch(ended.resolve),
  )
  await expect(saved).rejects.toBeInstanceOf(NoPulse)
  expect(await ended.promise).toBeInstanceOf(NoPulse)
  expect(await withAgency(database.db, other, auditRows)).toEqual([])
})
