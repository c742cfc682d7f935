import type { Issue, ScoreFact } from '../../improvement/index.ts'
import type { ScoreChart, Section } from '../report.domain.ts'
import type { ReportInput } from '../report-input.domain.ts'
import { scoreChart } from '../score-chart.domain.ts'
import { reportHeadings } from '../text/index.ts'

/** All scores of the report in one chart; no section when the report states none. */
export function scoreSection(input: ReportInput): Section[] {
  const chart = chartOf(input, 'scores-all', input.cycle.issues)
  if (chart === null) return []
  return [
    {
      id: 'scores',
      heading: reportHeadings(input.lang).scores,
      newPage: true,
      blocks: [{ kind: 'scores', chart }],
    },
  ]
}

/** The scores of some issues, in the order of the report; null when they state none. */
export function chartOf(input: ReportInput, id: string, issues: readonly Issue[]): ScoreChart | null {
  const scores = issues.flatMap((issue) => scoresOf(issue).map((fact) => ({ issue: issue.number, fact })))
  if (scores.length === 0) return null
  return scoreChart({
    id,
    scores,
    catalogue: input.catalogue,
    resultsYear: input.cycle.resultsYear,
    headings: reportHeadings(input.lang),
  })
}

const scoresOf = (issue: Issue): ScoreFact[] =>
  issue.outcomes.flatMap(({ facts }) =>
    facts.filter((fact): fact is ScoreFact => fact.kind === 'score' || fact.kind === 'percentage'),
  )
