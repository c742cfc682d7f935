import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { tableSchemaFaults } from '../../../../tests/support/data-package-shape.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPublishedReport } from '../../../../tests/support/example-at-work.ts'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import { LANGUAGES } from '../../../i18n/language.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { createOpenData } from '../../opendata/index.server.ts'
import { reportPages } from '../report-pages.server.ts'
import { reportsDatasets } from '../reports-datasets.server.ts'

let database: TestDatabase
let publishing: Ctx
let silent: Ctx
beforeAll(async () => {
  database = await freshDatabase()
  publishing = await anAgency(database)
  silent = await anAgency(database)
  await aPublishedReport(publishing)
})
afterAll(() => database.drop())

const open = () =>
  createOpenData({ sources: reportsDatasets, licenseOf: async () => null, log: { warn: () => {} } })
const rowsOf = async (ctx: Ctx, key: string) => (await open().find(ctx, key))?.rows ?? []
const cycle = exampleCycle()

describe('the registers of reports', () => {
  test('have rows that all fit their schema, of the published example and of nothing', async () => {
    for (const ctx of [publishing, silent])
      for (const { source, faults, files } of await open().list(ctx)) {
        expect(faults, source.key).toEqual([])
        const schema = files.find(({ form }) => form === 'schema')
        expect(tableSchemaFaults(JSON.parse(new TextDecoder().decode(schema?.bytes)))).toEqual([])
      }
  })

  test('have keys for ever, and words in both languages', () => {
    expect(reportsDatasets.map(({ key }) => key)).toEqual([
      'improvement-issues',
      'improvement-measures',
      'improvement-outcomes',
      'report-publications',
      'report-files',
      'report-resolutions',
      'ita-items',
      'ita-item-elements',
    ])
    for (const { title, description, objective, fields, keywords, primaryKey } of reportsDatasets)
      for (const lang of LANGUAGES) {
        for (const words of [
          title,
          description,
          objective,
          ...fields.map((field) => field.title),
          ...keywords,
        ])
          expect(words[lang]).not.toBe('')
        for (const name of primaryKey) expect(fields.map((field) => field.name)).toContain(name)
      }
  })

  test('hold every issue and every measure of the example, word for word', async () => {
    const issues = await rowsOf(publishing, 'improvement-issues')
    expect(issues.map(({ title }) => title)).toEqual(cycle.issues.map(({ title }) => title))
    const measures = await rowsOf(publishing, 'improvement-measures')
    expect(measures).toHaveLength(cycle.issues.flatMap((issue) => issue.measures).length)
    for (const row of measures) {
      const measure = cycle.issues
        .find(({ number }) => number === row.issue)
        ?.measures.find(({ number }) => number === row.measure)
      expect(row.text_state).toBe(measure?.text.state)
      expect(row.period).toBe(measure?.period.state === 'value' ? measure.period.value.written : null)
    }
  })

  test('hold every figure of the outcomes, as a number', async () => {
    const facts = cycle.issues.flatMap((issue) =>
      issue.outcomes.flatMap((outcome) =>
        outcome.facts.filter((fact) => fact.kind === 'score' || fact.kind === 'percentage'),
      ),
    )
    const rows = await rowsOf(publishing, 'improvement-outcomes')
    expect(rows.map(({ after_value }) => after_value)).toEqual(
      facts.map((fact) => ('after' in fact ? Number(fact.after.value) : Number.NaN)),
    )
    expect(rows.filter(({ before_value }) => before_value !== null).length).toBe(
      facts.filter((fact) => 'before' in fact && fact.before !== null).length,
    )
  })

  test('tell by which content and by which resolutions a report is public, and name no person', async () => {
    const [version] = await rowsOf(publishing, 'report-publications')
    expect(version).toMatchObject({ fiscal_year: 2567, version: 1, status: 'published', withdrawn_at: null })
    const resolutions = await rowsOf(publishing, 'report-resolutions')
    expect(resolutions.length).toBeGreaterThan(0)
    expect(resolutions.map(({ step }) => step)).toEqual(resolutions.map((_, at) => at + 1))
    const told = JSON.stringify(await open().list(publishing))
    for (const { persons } of cycle.nameLists)
      for (const { name } of persons) expect(told).not.toContain(name)
  })

  test('of the catalogue are there before anything is published, each item with its certainty', async () => {
    const items = await rowsOf(silent, 'ita-items')
    expect(items.length).toBeGreaterThan(200)
    expect(items.find(({ reference }) => reference === '2568:O28')).toMatchObject({
      framework_year: 2568,
      instrument: 'OIT',
    })
    for (const { certainty } of items) expect(certainty).toMatch(/^(sourced|inferred|unverified)$/)
  })

  test('of one agency hold nothing of another', async () => {
    for (const { key } of reportsDatasets.filter((one) => !one.key.startsWith('ita-')))
      expect(await rowsOf(silent, key), key).toEqual([])
    expect((await open().find(silent, 'improvement-measures'))?.changedAt).toBeNull()
    expect((await open().find(publishing, 'improvement-measures'))?.changedAt).toBeInstanceOf(Date)
  })
})

describe('the public pages of reports', () => {
  test('are each report, each issue, why it scores so, and where copies are checked', async () => {
    const pages = await reportPages(publishing)
    expect(pages.map(({ address }) => address)).toEqual([
      '/reports/2567',
      ...cycle.issues.map(({ number }) => `/reports/2567/issues/${number}`),
      '/reports/2567/why',
      '/verify',
    ])
    for (const { title, text } of pages)
      for (const lang of LANGUAGES) expect(`${title[lang]}${text[lang]}`).toMatch(/\S/)
    expect((await reportPages(silent)).map(({ address }) => address)).toEqual(['/verify'])
  })
})
