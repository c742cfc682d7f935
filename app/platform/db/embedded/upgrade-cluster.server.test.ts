import { existsSync, mkdtempSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  cleanUp,
  emptyDirectory,
  killProcesses,
  openInProcess,
  removeDirectory,
  serverOf,
} from '../../../../tests/support/database-processes.ts'
import { OLDER_MAJOR, startOlderCluster } from '../../../../tests/support/older-cluster.ts'
import { seedTwoAgencies } from '../../../../tests/support/two-agencies.ts'
import { openDatabase } from '../database.server.ts'
import { openSnapshot } from '../transfer/snapshot.server.ts'
import { type Sums, sumsOf } from '../transfer/sums.server.ts'
import { transfer } from '../transfer/transfer.server.ts'
import { ownPaths, upgradePaths } from './own-paths.server.ts'
import { joinOwnPostgres } from './own-postgres.server.ts'

vi.setConfig({ testTimeout: 180_000 })
afterEach(cleanUp)

async function sumsIn(dataDir: string): Promise<Sums> {
  const own = await joinOwnPostgres(dataDir)
  const snapshot = await openSnapshot(own.address)
  const sums = await sumsOf(snapshot)
  await snapshot.close()
  await own.leave()
  return sums
}

let filled: string
beforeAll(async () => {
  filled = mkdtempSync(path.join(os.tmpdir(), 'prongsai-filled-'))
  await seedTwoAgencies({ DATA_DIR: filled, DATABASE_URL: '' })
})
afterAll(() => removeDirectory(filled))

/** A directory as an older program left it, with two agencies at work. */
async function olderInstallation(): Promise<{ dataDir: string; sums: Sums }> {
  const dataDir = emptyDirectory()
  await startOlderCluster(dataDir)
  const [from, to] = [await joinOwnPostgres(filled), await joinOwnPostgres(dataDir)]
  const { sums } = await transfer(from.address, to.address)
  await Promise.all([from.leave(), to.leave()])
  expect(serverOf(dataDir)).toBeNull()
  return { dataDir, sums }
}

const SETTINGS = {
  databaseUrl: null,
  databasePool: 3,
  databases: { directUrl: null, ownerUrl: null, replicaUrl: null, backupUrl: null },
}
const keptIn = (dataDir: string) =>
  readdirSync(ownPaths(dataDir).root).filter((name) => name.startsWith(`cluster.${OLDER_MAJOR}-`))

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(2)
}

describe('data of an older PostgreSQL', () => {
  it('are carried over when the program starts, all of them, and the old ones are kept', async () => {
    const { dataDir, sums } = await olderInstallation()
    expect([...sums.values()].filter(({ rows }) => rows > 0).length).toBeGreaterThan(20)
    const said: string[] = []
    const database = await openDatabase({ ...SETTINGS, dataDir }, { log: (line) => said.push(line) })
    const shown = await database.pool.query(
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('data_checksums') as sums`,
    )
    expect(shown.rows).toEqual([{ major: 17, sums: 'on' }])
    expect(await sumsIn(dataDir)).toEqual(sums)
    await database.close()
    expect(keptIn(dataDir).length).toBe(1)
    expect(said.join('\n')).toMatch(/carried to 17[\s\S]*tables were carried and compared/)
    expect(existsSync(upgradePaths(ownPaths(dataDir)).cluster)).toBe(false)
  })

  it('are carried over by one of several processes, however often that is killed', async () => {
    const { dataDir, sums } = await olderInstallation()
    const { cluster } = upgradePaths(ownPaths(dataDir))
    const points = [
      () => existsSync(`${cluster}.unfinished`),
      () => existsSync(path.join(cluster, 'PG_VERSION')),
      () => existsSync(path.join(cluster, '.s.PGSQL.5433')),
      () =>
        existsSync(path.join(cluster, 'prongsai-upgraded')) ||
        existsSync(path.join(cluster, '.s.PGSQL.5433')),
    ]
    for (const [tries, reached] of points.entries()) {
      const opening = openInProcess(dataDir)
      const killed = opening.catch((error: Error) => error.message)
      await until(reached)
      await sleep(tries * 300)
      killProcesses()
      expect(await killed).toContain('SIGKILL')
      expect(keptIn(dataDir)).toEqual([])
    }
    const programs = await Promise.all([1, 2, 3].map(() => openInProcess(dataDir)))
    expect(programs.map(({ opened }) => opened.refused)).toEqual([undefined, undefined, undefined])
    expect(await sumsIn(dataDir)).toEqual(sums)
    expect(keptIn(dataDir).length).toBe(1)
  })

  it('take their place when the program was killed between the two names', async () => {
    const { dataDir, sums } = await olderInstallation()
    expect(await sumsIn(dataDir)).toEqual(sums)
    const paths = ownPaths(dataDir)
    const beside = upgradePaths(paths).cluster
    renameSync(paths.cluster, beside)
    writeFileSync(path.join(beside, 'prongsai-upgraded'), '')
    expect(await sumsIn(dataDir)).toEqual(sums)
    expect(existsSync(beside)).toBe(false)
  })
})
