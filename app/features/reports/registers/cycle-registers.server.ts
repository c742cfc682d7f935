import type { Field } from '../../../kernel/field.ts'
import { citedIn, plainText, type RichText } from '../../../kernel/rich-text.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { Cycle, Issue, Measure, Measurement, ScoreFact } from '../../improvement/index.ts'
import type { DatasetSource } from '../../opendata/index.server.ts'
import type { DatasetRow } from '../../opendata/index.ts'
import { always, keywordsOf, sometimes, wordsOf } from './column.ts'
import { publishedCycles, reportsChangedAt } from './published-cycles.server.ts'

const COMMON = {
  updates: 'year',
  changedAt: reportsChangedAt,
  page: (lang: 'th' | 'en') => addressOf.home(lang),
} as const

const rowsOfIssues =
  (rowsOf: (cycle: Cycle, issue: Issue) => readonly DatasetRow[]) =>
  async (ctx: Ctx): Promise<readonly DatasetRow[]> =>
    (await publishedCycles(ctx)).flatMap(({ cycle }) => cycle.issues.flatMap((issue) => rowsOf(cycle, issue)))

const pageOf = ({ fiscalYear }: Cycle, { number }: Issue): string =>
  addressOf.reportIssue('th', fiscalYear, number)

const issues: DatasetSource = {
  ...COMMON,
  ...wordsOf('issues'),
  key: 'improvement-issues',
  keywords: keywordsOf('ita', 'transparency', 'integrity', 'reports'),
  dataType: 'record',
  fields: [
    always('fiscal_year', 'year'),
    always('issue', 'integer'),
    always('title'),
    always('results_year', 'year'),
    sometimes('analysis'),
    sometimes('limitations'),
    sometimes('cited_items'),
    always('measure_count', 'integer'),
    always('address'),
  ],
  primaryKey: ['fiscal_year', 'issue'],
  rows: rowsOfIssues((cycle, issue) => [
    {
      fiscal_year: cycle.fiscalYear,
      issue: issue.number,
      title: issue.title,
      results_year: cycle.resultsYear,
      analysis: plainText(issue.analysis),
      limitations: issue.limitations.map(plainText).join('\n'),
      cited_items: [...new Set([issue.analysis, ...issue.limitations].flatMap(citedIn))].join(' '),
      measure_count: issue.measures.length,
      address: pageOf(cycle, issue),
    },
  ]),
}

const measures: DatasetSource = {
  ...COMMON,
  ...wordsOf('measures'),
  key: 'improvement-measures',
  keywords: keywordsOf('ita', 'measures', 'transparency', 'integrity'),
  dataType: 'record',
  fields: [
    always('fiscal_year', 'year'),
    always('issue', 'integer'),
    always('measure', 'integer'),
    sometimes('text'),
    always('text_state'),
    sometimes('period'),
    sometimes('period_start', 'date'),
    sometimes('period_end', 'date'),
    always('period_state'),
    sometimes('owners'),
    sometimes('owner_units'),
    always('owners_state'),
    sometimes('summary'),
    always('summary_state'),
    sometimes('outcome'),
    always('outcome_state'),
    always('address'),
  ],
  primaryKey: ['fiscal_year', 'issue', 'measure'],
  rows: rowsOfIssues((cycle, issue) => issue.measures.map((measure) => measureRow(cycle, issue, measure))),
}

function measureRow(cycle: Cycle, issue: Issue, measure: Measure): DatasetRow {
  const { text, period, owners, summary } = measure
  const outcomes = issue.outcomes
    .filter(({ covers }) => covers.includes(measure.number))
    .map((outcome) => outcome.text)
  const units = owners.state === 'value' ? owners.value.units : []
  return {
    fiscal_year: cycle.fiscalYear,
    issue: issue.number,
    measure: measure.number,
    text: wordsIn(text),
    text_state: text.state,
    period: period.state === 'value' ? period.value.written : null,
    period_start: period.state === 'value' ? period.value.start : null,
    period_end: period.state === 'value' ? period.value.end : null,
    period_state: period.state,
    owners: owners.state === 'value' ? owners.value.written : null,
    owner_units: units.map(({ name, code }) => (code === null ? name : `${name} (${code})`)).join('; '),
    owners_state: owners.state,
    summary: wordsIn(summary),
    summary_state: summary.state,
    outcome: outcomes.flatMap((outcome) => wordsIn(outcome) ?? []).join('\n'),
    outcome_state: stateOf(outcomes),
    address: pageOf(cycle, issue),
  }
}

const wordsIn = (text: Field<RichText>): string | null =>
  text.state === 'value' ? plainText(text.value) : null

/** A measure has an outcome where one of those that cover it says something; else where one was declared none. */
const stateOf = (outcomes: readonly Field<RichText>[]): Field<RichText>['state'] =>
  (['value', 'none'] as const).find((state) => outcomes.some((one) => one.state === state)) ?? 'missing'

const outcomes: DatasetSource = {
  ...COMMON,
  ...wordsOf('outcomes'),
  key: 'improvement-outcomes',
  keywords: keywordsOf('ita', 'outcomes', 'measures'),
  dataType: 'statistic',
  fields: [
    always('fiscal_year', 'year'),
    always('issue', 'integer'),
    always('outcome_number', 'integer'),
    always('fact', 'integer'),
    always('kind'),
    sometimes('label'),
    sometimes('unit'),
    sometimes('before_year', 'year'),
    sometimes('before_value', 'number'),
    sometimes('before_item'),
    sometimes('after_year', 'year'),
    always('after_value', 'number'),
    sometimes('after_item'),
    sometimes('quote'),
    always('address'),
  ],
  primaryKey: ['fiscal_year', 'issue', 'outcome_number', 'fact'],
  rows: rowsOfIssues((cycle, issue) =>
    issue.outcomes.flatMap(({ facts }, outcome) =>
      facts
        .filter((fact): fact is ScoreFact => fact.kind === 'score' || fact.kind === 'percentage')
        .map((fact, at) => ({
          fiscal_year: cycle.fiscalYear,
          issue: issue.number,
          outcome_number: outcome + 1,
          fact: at + 1,
          kind: fact.kind,
          label: fact.label,
          unit: fact.unit,
          ...measured('before', fact.before),
          ...measured('after', fact.after),
          quote: fact.quote,
          address: pageOf(cycle, issue),
        })),
    ),
  ),
}

const measured = (side: 'before' | 'after', measurement: Measurement | null): DatasetRow => ({
  [`${side}_year`]: measurement?.year ?? null,
  [`${side}_value`]: measurement === null ? null : Number(measurement.value),
  [`${side}_item`]: measurement?.of ?? null,
})

/** What published reports say, as registers. */
export const cycleRegisters: readonly DatasetSource[] = [issues, measures, outcomes]
