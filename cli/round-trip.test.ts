import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Cycle, Issue, Measure } from '../app/features/improvement/index.ts'
import { type Field, fieldValue, missing } from '../app/kernel/field.ts'
import { foldText, plainText, type RichText } from '../app/kernel/rich-text.ts'

let folder: string
let example: Cycle

function prongsai(...args: string[]) {
  output(...args)
}
function output(...args: string[]): string {
  const done = spawnSync(process.execPath, ['cli/main.ts', ...args, '--json'], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  })
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout
}
function imported(file: string): Cycle {
  const out = path.join(folder, `${path.basename(file)}.cycle.json`)
  prongsai('import', file, '--out', out)
  return JSON.parse(readFileSync(out, 'utf8')) as Cycle
}

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-round-trip-'))
  example = imported('examples/dga-2567/report-2567.txt')
  const cycle = path.join(folder, 'report-2567.txt.cycle.json')
  prongsai('report', cycle, '--out', folder, '--format', 'docx,xlsx,csv,json')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the Word document comes back whole but for the title in its page heads', () => {
  const cycle = imported(path.join(folder, 'report-2567.docx'))
  expect({ ...cycle, source: null }).toEqual({
    ...example,
    cover: { ...example.cover, runningTitle: null },
    source: null,
  })
})

test('the JSON comes back whole', () => {
  expect({ ...imported(path.join(folder, 'report-2567.json')), source: null }).toEqual({
    ...example,
    source: null,
  })
})

test('a report and the cycle read from it are checked with the same findings', () => {
  const [report, cycle] = [
    'examples/dga-2567/report-2567.txt',
    path.join(folder, 'report-2567.txt.cycle.json'),
  ].map((file) => JSON.parse(output('check', file, '--item', '2568:O28')))
  const faults = cycle.findings.filter(({ code }: { code: string }) => code === 'text.suspected-fault')
  expect(faults.length).toBeGreaterThanOrEqual(12)
  expect(cycle).toEqual(report)
})

const textOf = (field: Field<RichText>) => foldText(plainText(fieldValue(field) ?? []))

/** What a table of measures holds of an issue: it has no analysis, no emphasis and no lists. */
const tableOf = ({ number, title, measures, outcomes }: Issue) => ({
  number,
  title,
  measures: measures.map(({ printedNumber, text, period, owners, summary }) => ({
    printedNumber,
    text: textOf(text),
    period,
    owners,
    summary: textOf(summary),
  })),
  outcomes: outcomes.map(({ covers, text }) => ({ covers, text: textOf(text) })),
})

test.each(['xlsx', 'csv'])(
  'the measures of %s come back with their periods, owners, summaries and shared outcomes',
  (format) => {
    const cycle = imported(path.join(folder, `measures-2567.${format}`))
    expect(cycle.issues.map(tableOf)).toEqual(example.issues.map(tableOf))
    expect([cycle.fiscalYear, cycle.answers, cycle.units]).toEqual([
      example.fiscalYear,
      example.answers,
      example.units,
    ])
  },
)

/**
 * The example with every field of its first measure, and the outcome of its second issue, declared none; and with the
 * text and the summary of the second measure of its last issue missing.
 */
const withGaps = (cycle: Cycle): Cycle => {
  const none = { state: 'none', declaredBy: 'ผอ. กอง (CSR)', declaredOn: '2024-11-01' } as const
  const gaps = new Map<string, Partial<Measure>>([
    ['1.1', { text: none, period: none, owners: none, summary: none }],
    ['7.2', { text: missing, summary: missing }],
  ])
  return {
    ...cycle,
    issues: cycle.issues.map((issue) => ({
      ...issue,
      measures: issue.measures.map((measure) => ({
        ...measure,
        ...gaps.get(`${issue.number}.${measure.number}`),
      })),
      outcomes: issue.outcomes.map((outcome) =>
        issue.number === 2 ? { ...outcome, text: none, facts: [] } : outcome,
      ),
    })),
  }
}

const statesOf = ({ measures, outcomes }: Issue) => ({
  measures: measures.map(({ printedNumber, ...measure }) => [
    printedNumber,
    ...[measure.text, measure.period, measure.owners, measure.summary].map(stateOf),
  ]),
  outcomes: outcomes.map(({ covers, text }) => [covers, stateOf(text)]),
})
const stateOf = (field: Field<unknown>) => (field.state === 'none' ? field : field.state)

test.each(['th', 'en'])(
  'what is declared none or missing in a report in %s comes back as that',
  { timeout: 60_000 },
  (lang) => {
    const cycle = withGaps(example)
    const out = path.join(folder, lang)
    const file = path.join(folder, `gaps-${lang}.json`)
    writeFileSync(file, JSON.stringify(cycle))
    prongsai('report', file, '--out', out, '--format', 'docx,xlsx,csv', '--lang', lang)
    for (const written of ['measures-2567.xlsx', 'measures-2567.csv', 'report-2567.docx']) {
      const { issues } = imported(path.join(out, written))
      expect([written, issues.map(statesOf)]).toEqual([written, cycle.issues.map(statesOf)])
    }
  },
)
