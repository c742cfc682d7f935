import { scoreChartPictures } from '../../app/features/reports/charts/score-chart.domain.ts'
import type { Report, ReportBlock, ScoreChart, ScoreRow } from '../../app/features/reports/report.domain.ts'
import { type ReportWords, reportWords } from '../../app/features/reports/text/index.ts'
import { flat } from '../../app/kernel/chart/marks.ts'
import { blockLines } from './report-text.ts'

/** Texts of the whole PDF in the order of reading, said once where the page says them once. Contents and page heads apart. */
export function printedPieces(report: Report): readonly string[] {
  const { cover, agency, contentHash, sections } = report
  const words = reportWords(report.lang)
  const pieces = [
    ...[agency.name, cover.title, cover.agencyLine, cover.yearLine, cover.preparedByLine ?? ''],
    ...[...cover.approvalLines, words.contentHash, contentHash, words.contents],
    ...sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(blockPieces(report, heading))]),
  ]
  return pieces.flatMap((text) => text.split('\n')).filter((text) => text !== '')
}

/** A caption that repeats the heading above it is not said twice. */
const blockPieces =
  (report: Report, sectionHeading: string) =>
  (block: ReportBlock, index: number, blocks: readonly ReportBlock[]): readonly string[] => {
    if (block.kind === 'scores') return scorePieces(block.chart, report)
    if (block.kind !== 'table') return blockLines(block)
    const above = blocks.slice(0, index).findLast(({ kind }) => kind === 'heading')
    const isRepeated = block.caption === (above?.kind === 'heading' ? above.text : sectionHeading)
    return blockLines(block).slice(isRepeated ? 1 : 0)
  }

/** Every text of a picture in the order of drawing, for charts that fit one page. */
const drawnTexts = (chart: ScoreChart, words: ReportWords): readonly string[] =>
  scoreChartPictures(chart, { theme: 'paper', words, maxHeight: Number.POSITIVE_INFINITY })
    .flatMap(({ marks }) => flat(marks))
    .flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

function scorePieces(chart: ScoreChart, { lang }: Report): readonly string[] {
  const { title, caption, beforeYear, afterYear, rows } = chart
  const words = reportWords(lang)
  const from = new Set(rows.map(({ issue }) => issue)).size > 1 ? 0 : 1
  const head = [
    ...[words.issue, words.label, `${words.year} ${beforeYear}`, `${words.year} ${afterYear}`],
    ...[words.change, words.unit, words.comparability],
  ]
  const said = { yes: words.comparable, no: words.notComparable, unknown: words.comparabilityUnknown }
  const cells = ({ issue, label, before, after, change, unit, comparable }: ScoreRow) => [
    ...[String(issue), label, before ?? '–', after, change ?? '–', unit],
    before === null ? words.noEarlierValue : said[comparable],
  ]
  const twin = [...head.slice(from), ...rows.flatMap((row) => cells(row).slice(from))]
  return [title, caption, ...drawnTexts(chart, words), ...twin]
}
