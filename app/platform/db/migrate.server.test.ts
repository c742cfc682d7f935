import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyDatabase } from '../../../tests/support/database.ts'
import { MIGRATIONS, migrateToLatest } from './migrate.server.ts'

const folders: string[] = []
const names = readdirSync(MIGRATIONS).map((file) => file.replace(/\.sql$/, ''))

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** A database without any table, for as long as `work` takes. */
async function withEmptyDatabase<T>(work: (address: pg.PoolConfig) => Promise<T>): Promise<T> {
  const { address, drop } = await emptyDatabase()
  try {
    return await work(address)
  } finally {
    await drop()
  }
}

async function withPool<T>(address: pg.PoolConfig, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool(address)
  pool.on('error', () => {})
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-migrations-'))
  folders.push(folder)
  for (const [name, sql] of Object.entries(files)) writeFileSync(path.join(folder, name), sql)
  return folder
}

describe('migrations', () => {
  it('are applied in order, once', () =>
    withEmptyDatabase((address) =>
      withPool(address, async (pool) => {
        expect(await migrateToLatest(pool)).toEqual(names)
        expect(await migrateToLatest(pool)).toEqual([])
      }),
    ))

  it('of several processes at once each applies what no other has', () =>
    withEmptyDatabase(async (address) => {
      const done = await Promise.all(
        [1, 2, 3, 4].map(() => withPool(address, (pool) => migrateToLatest(pool))),
      )
      expect(done.flat().sort()).toEqual(names)
    }))

  it('go on from every earlier step', () =>
    withEmptyDatabase((address) =>
      withPool(address, async (pool) => {
        for (const [index, name] of names.entries()) {
          const earlier = folderWith({})
          for (const file of names.slice(0, index + 1))
            cpSync(path.join(MIGRATIONS, `${file}.sql`), path.join(earlier, `${file}.sql`))
          expect(await migrateToLatest(pool, earlier)).toEqual([name])
        }
      }),
    ))

  it('one that fails leaves nothing of itself, and those before it stand', () =>
    withEmptyDatabase((address) =>
      withPool(address, async (pool) => {
        const folder = folderWith({
          '0001-good.sql': 'create table good (i int)',
          '0002-bad.sql': 'create table half (i int); select 1/0',
        })
        await expect(migrateToLatest(pool, folder)).rejects.toMatchObject({
          code: 'database.migration-failed',
        })
        const there = await pool.query("select to_regclass('good') as good, to_regclass('half') as half")
        expect(there.rows).toEqual([{ good: 'good', half: null }])
        writeFileSync(path.join(folder, '0002-bad.sql'), 'create table half (i int)')
        expect(await migrateToLatest(pool, folder)).toEqual(['0002-bad'])
      }),
    ))

  it('a database of a newer program is refused, in both languages', () =>
    withEmptyDatabase((address) =>
      withPool(address, async (pool) => {
        await migrateToLatest(pool, folderWith({ '0001-a.sql': 'select', '0002-b.sql': 'select' }))
        await expect(migrateToLatest(pool, folderWith({ '0001-a.sql': 'select' }))).rejects.toMatchObject({
          code: 'database.newer-program',
          text: { th: expect.stringContaining('0002-b'), en: expect.stringContaining('0002-b') },
        })
      }),
    ))

  it('a migration that was changed after it was applied is refused', () =>
    withEmptyDatabase((address) =>
      withPool(address, async (pool) => {
        await migrateToLatest(pool, folderWith({ '0001-a.sql': 'select' }))
        await expect(migrateToLatest(pool, folderWith({ '0001-a.sql': 'select 1' }))).rejects.toMatchObject({
          code: 'database.changed-migration',
        })
      }),
    ))
})
