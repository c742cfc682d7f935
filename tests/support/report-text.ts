import type { MeasureRow, Report, ReportBlock, ScoreChart } from '../../app/features/reports/report.domain.ts'
import { plainText } from '../../app/kernel/rich-text.ts'

/** All text of a report model in reading order, cover first: what every format of it must hold. Running heads are left out. */
export const reportText = (report: Report): string =>
  [
    ...coverLines(report),
    ...report.sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(blockLines)]),
  ].join('\n')

const coverLines = ({ cover }: Report): string[] =>
  [cover.title, cover.agencyLine, cover.yearLine, cover.preparedByLine ?? '', ...cover.approvalLines].filter(
    (line) => line !== '',
  )

/** Lines of one block in reading order. */
export function blockLines(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'text':
      return [plainText(block.text)]
    case 'numbered':
      return block.items.map(plainText)
    case 'measures':
      return [block.table.caption, ...block.table.head, ...block.table.rows.flatMap(rowLines)]
    case 'scores':
      return chartLines(block.chart)
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flatMap((cells) => cells.map(({ text }) => text))]
    case 'qr':
      return block.beside.flatMap(({ label, text }) => [label, text])
    case 'note':
      return [block.runs.map(({ text }) => text).join('')]
  }
}

const rowLines = ({ text, period, owners, summary, outcome }: MeasureRow): string[] =>
  [text, period, owners, summary, outcome].flatMap((cell) => (cell === null ? [] : [plainText(cell.text)]))

const chartLines = ({ title, caption, rows }: ScoreChart): string[] => [
  title,
  caption,
  ...rows.flatMap(({ label, unit, before, after, change }) => [
    label,
    unit,
    before ?? '',
    after,
    change ?? '',
  ]),
]
