import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockAt } from '../../../../tests/support/clock.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withoutAgency } from '../../../platform/db/tenant.server.ts'
import { catalogueStamp, loadCatalogue } from '../../catalogue/index.server.ts'
import { saveImportedCycle } from '../../improvement/index.server.ts'
import { countCycle } from '../../improvement/index.ts'
import { findAgencyByCode } from '../../people/index.server.ts'
import type { RenderDocument } from '../document-maker.server.ts'
import { findPublishedReport, type PublishedReport } from '../published-report.queries.server.ts'
import { offeredFiles } from './published-files.queries.server.ts'

const cycle = exampleCycle()
const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-offered-'))
let database: TestDatabase
let ctx: Ctx
let found: PublishedReport

beforeAll(async () => {
  database = await freshDatabase()
  const actor = { kind: 'command', name: 'tester' } as const
  const program = { db: database.db, actor, now: clockAt('2025-03-01T03:00:00Z') }
  const outcome = { cycle, catalogue: catalogueStamp(loadCatalogue()), counts: countCycle(cycle) }
  await saveImportedCycle(program, {
    agencyCode: 'dga',
    outcome: { ...outcome, notes: [], suspectedFaults: [] },
  })
  const agency = await withoutAgency(database.db, (tx) => findAgencyByCode(tx, 'dga'))
  if (!agency) throw new Error('no agency')
  ctx = { ...program, agency }
  const report = await findPublishedReport(ctx, { fiscalYear: cycle.fiscalYear, lang: 'en' })
  if (!report) throw new Error('no report')
  found = report
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

test('a page waits for no document: they are made once behind it, and offered when they are there', async () => {
  const gate = Promise.withResolvers<void>()
  const told = Promise.withResolvers<void>()
  let made = 0
  // Stands in for the process of documents, so that the test decides how long they take.
  const render: RenderDocument = async ({ format }) => {
    if (format === 'pdf') made += 1
    await gate.promise
    const bytes = new TextEncoder().encode(format)
    return { ok: true, value: [{ fileName: `report.${format}`, mediaType: 'text/plain', bytes }] }
  }
  const input = { found, folder, edition: 'test', render, onMade: () => told.resolve() }
  expect(await Promise.all([offeredFiles(ctx, input), offeredFiles(ctx, input)])).toEqual([null, null])
  await expect.poll(() => made).toBe(1)
  expect(await offeredFiles(ctx, input)).toBeNull()
  gate.resolve()
  await told.promise
  expect((await offeredFiles(ctx, input))?.map(({ format }) => format)).toContain('pdf')
  expect(made).toBe(1)
})
