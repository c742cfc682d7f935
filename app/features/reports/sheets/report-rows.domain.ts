import { xmlSafe } from '../../../kernel/chart/xml-text.ts'
import { plainText } from '../../../kernel/rich-text.ts'
import type {
  MeasureRow,
  MeasureTable,
  Report,
  ReportCell,
  ScoreChart,
  ScoreRow,
  Section,
} from '../report.domain.ts'
import { type ReportWords, reportWords } from '../text/index.ts'

/** One measure with everything that its row of the report says; `outcome` is repeated where measures share one. */
export type MeasureRecord = Readonly<{
  issue: number
  issueTitle: string
  measure: number
  columns: readonly [string, string, string, string, string]
  outcomeScope: string
}>
export type ScoreRecord = Readonly<{ beforeYear: number; afterYear: number; row: ScoreRow }>

/** Every measure of the report, in its order. Cells that hold nothing say so in words. */
export const measureRecords = (report: Report): readonly MeasureRecord[] =>
  report.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'measures' ? recordsOf(block.table, section, reportWords(report.lang)) : [],
    ),
  )

/** Names of the five columns, as the report has them; those of the first table. */
export const measureHead = (report: Report): readonly string[] => tablesOf(report)[0]?.head ?? []

/** Every score of the report once, though a report draws one chart of all scores and one for each issue. */
export function scoreRecords(report: Report): readonly ScoreRecord[] {
  const charts = chartsOf(report).toSorted((a, b) => b.rows.length - a.rows.length)
  const seen = new Set<string>()
  return charts.flatMap(({ beforeYear, afterYear, rows }) => {
    const records = rows
      .map((row) => ({ beforeYear, afterYear, row }))
      .filter((record) => !seen.has(JSON.stringify(record)))
    for (const record of records) seen.add(JSON.stringify(record))
    return records
  })
}

/** How the two values of a row compare, in words. */
export function comparisonOf({ before, comparable }: ScoreRow, words: ReportWords): string {
  if (before === null) return words.noEarlierValue
  return { yes: words.comparable, no: words.notComparable, unknown: words.comparabilityUnknown }[comparable]
}

/** Text of one cell: line ends as one newline, without what a sheet's XML cannot carry. */
export const cellText = (text: string): string => xmlSafe(text).replace(/\r\n?/g, '\n')

function recordsOf({ issue, rows }: MeasureTable, section: Section, words: ReportWords): MeasureRecord[] {
  return rows.map((row, index) => {
    const first = coveringIndex(rows, index)
    const covering = rows[first] ?? row
    const last = first + covering.outcomeRows - 1
    const textOf = (cell: ReportCell) => reportCellText(cell, words)
    const outcome = covering.outcome ?? { state: 'missing', text: [] }
    return {
      issue,
      issueTitle: issueTitle(section.heading, issue),
      measure: row.measure,
      columns: [
        textOf(row.text),
        textOf(row.period),
        textOf(row.owners),
        textOf(row.summary),
        textOf(outcome),
      ],
      outcomeScope:
        covering.outcomeRows > 1
          ? words.outcomeShared(covering.measure, rows[last]?.measure ?? row.measure)
          : words.outcomeOwn,
    }
  })
}

/** The row whose outcome stands beside this one: itself, or the nearest above that reaches so far. */
function coveringIndex(rows: readonly MeasureRow[], index: number): number {
  if (rows[index]?.outcome !== null) return index
  const above = rows.findLastIndex((row, at) => at < index && row.outcome !== null)
  return above >= 0 && above + (rows[above]?.outcomeRows ?? 0) > index ? above : index
}

function reportCellText({ state, text }: ReportCell, words: ReportWords): string {
  const written = cellText(plainText(text))
  if (written.trim() !== '' || state === 'value') return written
  return state === 'none' ? words.noneCell : words.missingCell
}

/** A section's heading says "Issue 1 Title", in the language of the report whatever that of the pages is. */
function issueTitle(heading: string, issue: number): string {
  const prefix = (['th', 'en'] as const)
    .map((lang) => `${reportWords(lang).issue} ${issue} `)
    .find((start) => heading.startsWith(start))
  return cellText(heading.slice(prefix?.length ?? 0))
}

const tablesOf = (report: Report): readonly MeasureTable[] =>
  report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'measures' ? [block.table] : [])),
  )

const chartsOf = (report: Report): readonly ScoreChart[] =>
  report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'scores' ? [block.chart] : [])),
  )
