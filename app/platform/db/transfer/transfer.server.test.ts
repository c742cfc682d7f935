import { spawn } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  databaseKind,
  emptyDatabase,
  freshDatabase,
  type TestDatabase,
} from '../../../../tests/support/database.ts'
import type { ServerAddress } from '../../../../tests/support/database-server.ts'
import { wallFaults } from '../../../../tests/support/database-walls.ts'
import { fillForTransfer, otherPostgres, ownerOf } from '../../../../tests/support/transfers.ts'
import { verifyAudit } from '../../audit/verify-audit.server.ts'
import { projectRoot } from '../../project-root.server.ts'
import { kyselyOn } from '../database.server.ts'
import { type Given, loadInto } from './load.server.ts'
import { openSnapshot, type Snapshot } from './snapshot.server.ts'
import { type Sums, sumsOf } from './sums.server.ts'
import { tablesOf, transfer } from './transfer.server.ts'

vi.setConfig({ testTimeout: 120_000 })

let source: TestDatabase
let from: ServerAddress
let sums: Sums
beforeAll(async () => {
  source = await freshDatabase()
  from = ownerOf(source)
  await fillForTransfer(source)
  sums = await inSnapshot(from, sumsOf)
})
afterAll(() => source.drop())

async function inSnapshot<T>(address: pg.ClientConfig, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const snapshot = await openSnapshot(address)
  return work(snapshot).finally(() => snapshot.close())
}

async function inPool<T>(address: pg.ClientConfig, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ ...address, max: 2 })
  pool.on('error', () => {})
  return work(pool).finally(() => pool.end())
}

async function inEmpty<T>(work: (to: ServerAddress) => Promise<T>): Promise<T> {
  const { address, drop } = await emptyDatabase()
  return work(address).finally(drop)
}

const chainsAt = (address: pg.ClientConfig) => inPool(address, (pool) => verifyAudit(kyselyOn(pool)))
const rowsAt = async (address: pg.ClientConfig) =>
  [...(await inSnapshot(address, sumsOf)).values()].map((sum) => sum.rows)
const noRows = () => [...sums].map(() => 0)

/** As it was given by the source, with one thing changed. */
const loadChanged = (to: pg.ClientConfig, change: (given: Given, snapshot: Snapshot) => Given) =>
  inSnapshot(from, (snapshot) => {
    const { migrations, sequences } = snapshot
    return loadInto(to, change({ migrations, sequences, tables: tablesOf(snapshot) }, snapshot))
  })

async function* withoutRowsOf(table: string, snapshot: Snapshot): Given['tables'] {
  for await (const one of tablesOf(snapshot)) {
    if (one.table !== table) yield one
    else {
      for await (const _ of one.rows);
      yield { ...one, rows: (async function* () {})() }
    }
  }
}

describe('a whole database', () => {
  it('holds rows of most tables in this test, the sealed ones too', () => {
    const filled = [...sums].filter(([, { rows }]) => rows > 0).map(([name]) => name)
    expect(filled.length).toBeGreaterThan(40)
    expect(filled).toEqual(
      expect.arrayContaining(['public.audit_log', 'public.audit_head', 'protected.item']),
    )
  })

  it('is the same after it went to another kind of PostgreSQL and back, with the same chains and walls', async () => {
    const other = await otherPostgres()
    await inEmpty(async (back) => {
      const there = await transfer(from, other.owner)
      expect(there.sums).toEqual(sums)
      expect(await inSnapshot(other.owner, sumsOf)).toEqual(sums)
      const again = await transfer(other.owner, back)
      expect(again.sums).toEqual(sums)
      const chains = await chainsAt(from)
      expect(chains.every(({ ok }) => ok)).toBe(true)
      for (const address of [other.owner, back]) expect(await chainsAt(address)).toEqual(chains)
      for (const address of [other.above, back]) {
        expect(await inPool(address, wallFaults)).toEqual([])
        const off = `select tgname from pg_trigger where not tgisinternal and tgenabled = 'D'
          union all select conname from pg_constraint where not convalidated`
        expect((await inPool(address, (pool) => pool.query(off))).rows).toEqual([])
      }
    })
    await other.stop()
  })

  it('goes on counting where it was', () =>
    inEmpty(async (to) => {
      const next = `select nextval(pg_get_serial_sequence('field_change', 'id')) as id`
      await inPool(from, (pool) => pool.query(next))
      await transfer(from, to)
      const ids = await Promise.all([from, to].map((address) => inPool(address, (pool) => pool.query(next))))
      expect(ids[1]?.rows).toEqual(ids[0]?.rows)
    }))

  it('is read at one moment, whatever is written meanwhile', () =>
    inSnapshot(from, async (snapshot) => {
      await inPool(from, (pool) =>
        pool.query(`insert into job_run (job, runs) values ('written-meanwhile', 1)`),
      )
      expect(await sumsOf(snapshot)).toEqual(sums)
      await source.owner.query(`delete from job_run where job = 'written-meanwhile'`)
    }))
})

describe('loading', () => {
  it('refuses all when a row points at none', () =>
    inEmpty(async (to) => {
      const given = loadChanged(to, (all, snapshot) => ({
        ...all,
        tables: withoutRowsOf('public.agency', snapshot),
      }))
      await expect(given).rejects.toMatchObject({ code: 'transfer.load-failed' })
      expect(await rowsAt(to)).toEqual(noRows())
      expect(await inPool(to, wallFaults)).toEqual([])
    }))

  it('refuses all when it is not what it was when it was taken', () =>
    inEmpty(async (to) => {
      const expected = new Map(sums).set('public.unit', { rows: 1, sha256: '0'.repeat(64) })
      const given = loadChanged(to, (all) => ({ ...all, expected: () => expected }))
      await expect(given).rejects.toMatchObject({ code: 'transfer.not-equal' })
      expect(await rowsAt(to)).toEqual(noRows())
    }))

  it('refuses all when a table is missing, or reading ends with a fault', () =>
    inEmpty(async (to) => {
      const cut = async function* (snapshot: Snapshot) {
        for await (const one of tablesOf(snapshot)) {
          if (one.table === 'public.unit') return
          yield one
        }
      }
      const torn = async function* (snapshot: Snapshot) {
        for await (const one of tablesOf(snapshot))
          yield { ...one, rows: one.table === 'public.unit' ? tornAfterOne(one.rows) : one.rows }
      }
      await expect(
        loadChanged(to, (all, snapshot) => ({ ...all, tables: cut(snapshot) })),
      ).rejects.toMatchObject({
        code: 'transfer.other-tables',
      })
      await expect(loadChanged(to, (all, snapshot) => ({ ...all, tables: torn(snapshot) }))).rejects.toThrow(
        'torn',
      )
      expect(await rowsAt(to)).toEqual(noRows())
      expect((await transfer(from, to)).sums).toEqual(sums)
    }))

  it('leaves nothing when it is killed, and works when it is tried again', () =>
    inEmpty(async (to) => {
      const program = path.join(projectRoot, 'tests/support/transfer-program.ts')
      const child = spawn(process.execPath, [program, JSON.stringify({ from, to })], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
      await new Promise((resolve) => child.stdout.once('data', resolve))
      child.kill('SIGKILL')
      expect(await ended).toBe('SIGKILL')
      expect(await rowsAt(to)).toEqual(noRows())
      expect((await transfer(from, to)).sums).toEqual(sums)
    }))

  it('refuses a database that holds anything, and changes nothing there', async () => {
    const held = await freshDatabase()
    const to = ownerOf(held)
    await held.owner.query(`insert into job_run (job) values ('held')`)
    const before = await inSnapshot(to, sumsOf)
    await expect(transfer(from, to)).rejects.toMatchObject({
      code: 'transfer.target-holds',
      message: expect.stringContaining('public.job_run'),
    })
    expect(await inSnapshot(to, sumsOf)).toEqual(before)
    await held.drop()
  })

  it('refuses rows of a newer program, and a database that is further than they are', async () => {
    const newer = { number: 9999, name: '9999-later', checksum: 'f'.repeat(64) }
    await inEmpty((to) =>
      expect(
        loadChanged(to, (all) => ({ ...all, migrations: [...all.migrations, newer] })),
      ).rejects.toMatchObject({ code: 'database.newer-program' }),
    )
    const fresh = await freshDatabase()
    await expect(
      loadChanged(ownerOf(fresh), (all) => ({ ...all, migrations: all.migrations.slice(0, 18) })),
    ).rejects.toMatchObject({ code: 'transfer.target-ahead' })
    await fresh.drop()
  })

  it('holds a small part of a large table at a time', () =>
    inEmpty(async (to) => {
      const large = await freshDatabase()
      const agency = '00000000-0000-4000-8000-000000000001'
      const rows = 200_000
      await large.owner.query(`begin; set local app.agency_id = '${agency}';
        insert into agency (id, code) values ('${agency}', 'large');
        insert into field_change (agency_id, object_kind, object_id, version, field, before, after, by_name, at)
          select '${agency}', 'issue', gen_random_uuid(), 1, 'title', to_jsonb(repeat('x', 400)),
            to_jsonb(repeat('y', 400)), 'test', now() from generate_series(1, ${rows}); commit`)
      const held = () => {
        const { heapUsed, arrayBuffers } = process.memoryUsage()
        return (heapUsed + arrayBuffers) / 1e6
      }
      const start = held()
      let most = 0
      const timer = setInterval(() => {
        most = Math.max(most, held() - start)
      }, 5)
      const loaded = await transfer(ownerOf(large), to)
      clearInterval(timer)
      expect(loaded.sums.get('public.field_change')?.rows).toBe(rows)
      // The text of the table is more than 190 MB.
      expect(most).toBeLessThan(95)
      await large.drop()
    }))
})

describe('who reads', () => {
  it('is no member of the role of backups afterwards, and sees every agency meanwhile', async () => {
    const codes = await inSnapshot(from, (snapshot) => snapshot.ask('select distinct agency_id from unit'))
    expect(codes.length).toBe(2)
    const members = `select from pg_auth_members where roleid = 'prongsai_backup'::regrole and member = current_user::regrole`
    expect((await inPool(from, (pool) => pool.query(members))).rowCount).toBe(0)
  })

  it('changes nothing', async () => {
    const change = inSnapshot(from, (snapshot) => snapshot.ask(`update unit set name_th = 'x'`))
    if (databaseKind === 'server') await expect(change).rejects.toThrow('permission denied')
    await change.catch(() => {})
    expect(await inSnapshot(from, sumsOf)).toEqual(sums)
  })

  it('of a database that was never used is told so', () =>
    inEmpty((address) =>
      expect(openSnapshot(address)).rejects.toMatchObject({ code: 'transfer.never-used' }),
    ))
})

async function* tornAfterOne(rows: AsyncIterable<Uint8Array>) {
  for await (const chunk of rows) {
    yield chunk
    throw new Error('torn')
  }
}
