import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts'
import { type DatabaseRoad, openDatabaseRoad } from '../tests/support/database-road.ts'
import { openApp, type RunningApp } from './app.server.ts'
import { ensureAgency } from './features/people/index.server.ts'
import { type Config, readConfig } from './platform/config/config.server.ts'
import { withoutAgency } from './platform/db/tenant.server.ts'
import { watchReadiness } from './readiness.server.ts'

let database: TestDatabase
let road: DatabaseRoad
let config: Config
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'prongsai-app-'))

beforeAll(async () => {
  database = await freshDatabase()
  road = await openDatabaseRoad(database.address as Parameters<typeof openDatabaseRoad>[0])
  const read = readConfig({ DATABASE_URL: road.url, DATA_DIR: dataDir })
  if (!read.ok) throw new Error('the settings of this test are refused')
  config = read.value
  // Where there is no agency nothing is asked of the database.
  await withoutAgency(database.db, (tx) => ensureAgency(tx, { code: config.agencyCode }))
})
afterAll(async () => {
  await road.close()
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

const readinessOf = (app: RunningApp) =>
  watchReadiness({ db: app.ctx.db, dataDir, s3: null, isStopping: () => false })
const OK = { database: 'ok', schema: 'ok', files: 'ok', stopping: false }

const seconds = async (work: Promise<unknown>) => {
  const started = performance.now()
  await work
  return (performance.now() - started) / 1000
}

test('a database that hangs is told within two seconds, to a page within five, and does not keep the program from ending', async () => {
  const app = await openApp(config, { onPublished: () => {} })
  const readiness = readinessOf(app)
  expect(await readiness()).toEqual({ status: 'ready', checks: OK })
  expect(await app.at(undefined).agency()).not.toBeNull()
  road.block()
  const away = {
    status: 'not-ready',
    checks: { ...OK, database: 'away', schema: 'away' },
  }
  expect(await seconds(readiness().then((told) => expect(told).toEqual(away)))).toBeLessThan(3)
  const asked = app
    .at(undefined)
    .agency()
    .then(
      () => 'answered',
      (answer) => answer.init.status,
    )
  expect(await seconds(asked)).toBeLessThan(6)
  expect(await asked).toBe(503)
  expect(await seconds(app.close())).toBeLessThan(8)
  road.open()
})

test('a database that comes back is used again', async () => {
  const app = await openApp(config, { onPublished: () => {} })
  road.cut()
  const readiness = readinessOf(app)
  await expect.poll(async () => (await readiness()).status, { timeout: 5_000 }).toBe('ready')
  expect(await app.at(undefined).agency()).not.toBeNull()
  await app.close()
})
