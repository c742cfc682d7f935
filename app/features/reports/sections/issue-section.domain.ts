import { plainText } from '../../../kernel/rich-text.ts'
import type { Issue } from '../../improvement/index.ts'
import { isBlank } from '../blank.domain.ts'
import { measureTable } from '../measure-table.domain.ts'
import type { ReportBlock, Section } from '../report.domain.ts'
import { reportForm } from '../report-form.th.ts'
import type { ReportInput } from '../report-input.domain.ts'
import { reportHeadings } from '../text/index.ts'
import { chartOf } from './score-section.domain.ts'

/** One issue: its analysis, limitations, five-column table and scores. */
export function issueSection(input: ReportInput, issue: Issue): Section {
  const id = `issue-${issue.number}`
  return {
    id,
    heading: reportForm.issue(issue.number, issue.title),
    newPage: true,
    blocks: [
      ...analysisBlocks(input, issue, id),
      ...limitationBlocks(issue, id),
      ...measureBlocks(input, issue, id),
      ...scoreBlocks(input, issue, id),
    ],
  }
}

function analysisBlocks({ lang }: ReportInput, { analysis }: Issue, id: string): ReportBlock[] {
  // A dash in the place of an analysis is published text, so it stays; it is no analysis, so the warning stands too.
  const blocks: ReportBlock[] = [heading2(`${id}-analysis`, reportForm.analysis)]
  if (plainText(analysis).trim() !== '') blocks.push({ kind: 'text', text: analysis })
  if (isBlank(analysis)) blocks.push(warning(reportHeadings(lang).noAnalysis))
  return blocks
}

function limitationBlocks({ limitations }: Issue, id: string): ReportBlock[] {
  const [only, ...others] = limitations
  if (only === undefined) return []
  const heading = heading2(`${id}-limitations`, reportForm.limitations)
  return [
    heading,
    others.length === 0 ? { kind: 'text', text: only } : { kind: 'numbered', items: limitations },
  ]
}

function measureBlocks({ lang }: ReportInput, issue: Issue, id: string): ReportBlock[] {
  const headings = reportHeadings(lang)
  const heading = heading2(`${id}-measures`, headings.measures)
  if (issue.measures.length === 0)
    return [heading, warning(headings.noMeasures), ...outcomesOutsideTable(issue)]
  return [heading, { kind: 'measures', table: measureTable(issue, lang) }, ...outcomesOutsideTable(issue)]
}

/** An outcome that covers no measure of the issue has no row; it follows the table, so that no text is lost. */
const outcomesOutsideTable = ({ measures, outcomes }: Issue): ReportBlock[] =>
  outcomes
    .filter(({ covers }) => !measures.some(({ number }) => covers.includes(number)))
    .flatMap(({ text }) => (text.state === 'value' ? [{ kind: 'text' as const, text: text.value }] : []))

function scoreBlocks(input: ReportInput, issue: Issue, id: string): ReportBlock[] {
  const chart = chartOf(input, `scores-${id}`, [issue])
  if (chart === null) return []
  return [heading2(`${id}-scores`, reportHeadings(input.lang).issueScores), { kind: 'scores', chart }]
}

const heading2 = (id: string, text: string): ReportBlock => ({ kind: 'heading', id, level: 2, text })
const warning = (text: string): ReportBlock => ({ kind: 'note', tone: 'warning', runs: [{ text }] })
