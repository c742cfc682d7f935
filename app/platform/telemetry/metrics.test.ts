import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { type DatabaseRoad, openDatabaseRoad } from '../../../tests/support/database-road.ts'
import { readPrometheusText } from '../../../tests/support/prometheus-text.ts'
import { kyselyOn } from '../db/database.server.ts'
import { readFigures } from './figures.queries.server.ts'
import { createMetrics } from './metrics.server.ts'

let database: TestDatabase
let road: DatabaseRoad
let pool: pg.Pool
beforeAll(async () => {
  database = await freshDatabase()
  road = await openDatabaseRoad(database.address as Parameters<typeof openDatabaseRoad>[0])
  pool = new pg.Pool({ connectionString: road.url, max: 2, connectionTimeoutMillis: 5_000 })
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
})
afterAll(async () => {
  await road.close()
  await pool.end()
  await database.drop()
})

test('the figures are in the format of Prometheus, and come without those of the database while it hangs', async () => {
  await database.owner.query(
    `insert into job_run (job, started_at, ended_at, succeeded_at, runs, faults) values
       ('backup', now(), now(), '2026-11-26T01:30:00Z', 7, 2), ('tending', now(), now(), now(), 9, 0)`,
  )
  const db = kyselyOn(pool)
  const metrics = await createMetrics({
    pool,
    pages: () => ({ hits: 5, misses: 2, pages: 2, bytes: 100 }),
    files: () => ({ hits: 1, bytes: 10 }),
    database: () => readFigures(db),
    freeBytes: async () => 1_000,
  })
  metrics.answered({ method: 'GET', route: '/en?/office/:id', status: 200, seconds: 0.02 })
  metrics.answered({ method: 'BREW', route: 'none', status: 501, seconds: 0.001 })
  const read = async () => readPrometheusText(await metrics.text())
  const samples = await read()
  const figure = (name: string, labels: Record<string, string> = {}) =>
    samples.find(
      (one) =>
        one.name === `prongsai_${name}` &&
        Object.entries(labels).every(([key, text]) => one.labels[key] === text),
    )?.value
  expect(figure('http_request_duration_seconds_count', { route: '/en?/office/:id', status: '2xx' })).toBe(1)
  expect(figure('http_request_duration_seconds_count', { method: 'other', status: '5xx' })).toBe(1)
  expect(figure('page_cache_requests_total', { result: 'hit' })).toBe(5)
  expect(figure('job_runs_total', { job: 'backup' })).toBe(7)
  expect(figure('job_faults_total', { job: 'backup' })).toBe(2)
  expect(figure('job_last_success_timestamp_seconds', { job: 'backup' })).toBe(1_795_656_600)
  expect(figure('mail_outbox', { state: 'waiting' })).toBe(0)
  expect(figure('database_answers')).toBe(1)
  // How the protected channel is tended is told to nobody.
  expect(samples.filter(({ labels }) => labels.job === 'tending')).toEqual([])

  road.block()
  const began = performance.now()
  const away = await read()
  expect(performance.now() - began).toBeLessThan(4_000)
  road.open()
  expect(away.find(({ name }) => name === 'prongsai_database_answers')?.value).toBe(0)
  expect(away.filter(({ name }) => /prongsai_(job|mail)_/.test(name)).map(({ name }) => name)).toEqual([])
  expect(away.find(({ name }) => name === 'prongsai_page_cache_entries')?.value).toBe(2)
})
