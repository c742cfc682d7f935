import { difference } from '../../kernel/decimal.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { type ScoreFact, scoreName } from '../improvement/index.ts'
import { comparabilityOf } from './comparability.domain.ts'
import type { ScoreChart, ScoreRow } from './report.domain.ts'
import { countScores } from './score-counts.domain.ts'
import type { ReportHeadings } from './text/index.ts'

type ChartInput = Readonly<{
  id: string
  scores: readonly Readonly<{ issue: number; fact: ScoreFact }>[]
  catalogue: Catalogue
  resultsYear: number
  headings: ReportHeadings
}>

/** A chart whose title is computed from its rows, so that it can say nothing that they do not show. */
export function scoreChart({ id, scores, catalogue, resultsYear, headings }: ChartInput): ScoreChart {
  const rows = scores.map(({ issue, fact }) => scoreRow(catalogue, issue, fact))
  const facts = scores.map(({ fact }) => fact)
  const beforeYear = firstYear(facts.map(({ before }) => before?.year ?? null)) ?? resultsYear
  const afterYear = firstYear(facts.map(({ after }) => after.year)) ?? beforeYear + 1
  return {
    id,
    title: headings.scoresFinding(countScores(rows)),
    caption: headings.scoresCaption(beforeYear, afterYear),
    beforeYear,
    afterYear,
    rows,
  }
}

function scoreRow(catalogue: Catalogue, issue: number, fact: ScoreFact): ScoreRow {
  const { unit, before, after } = fact
  const comparable = comparabilityOf(catalogue, fact)
  return {
    issue,
    label: scoreName(fact),
    unit,
    before: before?.value ?? null,
    after: after.value,
    beforeOf: before?.of ?? null,
    afterOf: after.of,
    comparable,
    change: before === null || comparable === 'no' ? null : difference(before.value, after.value),
  }
}

const firstYear = (years: readonly (number | null)[]): number | null =>
  years.find((year) => year !== null) ?? null
