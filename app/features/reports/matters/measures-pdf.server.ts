import { textWidth } from '../../../kernel/chart/label-lines.ts'
import type { Field } from '../../../kernel/field.ts'
import { blocksOf, type Place, plainInline } from '../../../kernel/inline-text.ts'
import { plain, plainText, type RichText } from '../../../kernel/rich-text.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import type { PdfDocumentKind } from '../../../platform/documents/pdf/make-pdf.server.ts'
import { shortHash } from '../../approvals/index.ts'
import type { MeasuresContent } from './measures-content.domain.ts'
import { measuresForm as form } from './measures-form.th.ts'
import { matterWords } from './text/index.ts'

/** `contentHash` is that of the content as it was frozen; `createdAt` an instant, the date of the file. */
export type MeasuresJob = Readonly<{
  content: MeasuresContent
  contentHash: string
  title: string
  agencyName: string
  createdAt: Date
}>

/** The measures of a year as tables on A4 that lies, one for each issue. */
export const measuresPdf: PdfDocumentKind<MeasuresJob> = {
  templates: { folder: new URL('template/', import.meta.url), main: 'measures.typ', others: [] },
  set: ({ createdAt, ...given }, print) => ({
    data: measuresData(print(given), createdAt),
    attachment: null,
    createdAt,
  }),
}

/** Millimetres; the template sets by the same measures. `columns` are number, measure, period, owners. */
const PAGE = {
  width: 297,
  height: 210,
  side: 20,
  top: 18,
  bottom: 18,
  columns: [14, 127, 46, 70],
  insetX: 1.8,
}
const TEXT_WIDTH = PAGE.width - 2 * PAGE.side
/** Points. */
const SIZE = { title: 17, heading: 12.5, cell: 10.5, small: 9 }
const MM_PER_POINT = 25.4 / 72
/** A row of more lines than this may be divided by the end of a page; half a page left empty is worse. */
const WHOLE_LINES = 9

type Setting = Readonly<{ names: readonly string[] }>
type Shown = Readonly<{ text: RichText; isValue: boolean }>
type Measure = MeasuresContent['issues'][number]['measures'][number]

function measuresData(job: Omit<MeasuresJob, 'createdAt'>, createdAt: Date) {
  const { content, contentHash, title, agencyName } = job
  const setting = { names: [agencyName] }
  const line = (text: string, size: number) =>
    plainInline(text, { ...setting, widthEm: (TEXT_WIDTH - 10) / (size * MM_PER_POINT) })
  return {
    meta: {
      title,
      author: agencyName,
      createdOn: createdAt.toISOString().slice(0, 10).split('-').map(Number),
    },
    paper: PAGE,
    size: SIZE,
    agency: line(agencyName, SIZE.heading),
    title: line(title, SIZE.title),
    head: form.columns.map((text, column) => plainInline(text, cellPlace(column, setting))),
    issues: content.issues.map(({ number, title: issueTitle, measures }) => ({
      heading: line(form.issue(number, issueTitle), SIZE.heading),
      rows: measures.map((measure) => rowData(measure, setting)),
    })),
    say: {
      page: line(form.page, SIZE.small),
      noMeasures: line(form.noMeasures, SIZE.cell),
      noIssues: line(form.noIssues, SIZE.cell),
    },
    foot: line(title, SIZE.small),
    hash: {
      label: line(form.contentHash, SIZE.small),
      short: line(shortHash(contentHash), SIZE.small),
      full: line(contentHash, SIZE.small),
    },
  }
}

const cellPlace = (column: number, { names }: Setting): Place => ({
  names,
  widthEm: ((PAGE.columns[column] ?? 0) - 2 * PAGE.insetX) / (SIZE.cell * MM_PER_POINT),
})

function rowData({ number, printedNumber, text, period, owners }: Measure, setting: Setting) {
  const cells: readonly Shown[] = [
    { text: plain(printedNumber ?? String(number)), isValue: true },
    shown(text, (value) => value),
    shown(period, ({ written }) => plain(written)),
    shown(owners, ({ written }) => plain(written)),
  ]
  const places = cells.map((_, column) => cellPlace(column, setting))
  const lines = cells.map((cell, column) => linesOf(cell.text, places[column]?.widthEm ?? 1))
  return {
    isWhole: Math.max(...lines) <= WHOLE_LINES,
    cells: cells.map((cell, column) => ({
      quiet: !cell.isValue,
      blocks: blocksOf(cell.text, places[column] ?? cellPlace(column, setting)),
    })),
  }
}

/** A field without a value says so, also one whose value holds no letter. */
function shown<T>(field: Field<T>, read: (value: T) => RichText): Shown {
  const text = field.state === 'value' ? read(field.value) : []
  if (plainText(text).trim() !== '') return { text, isValue: true }
  const said = matterWords((words) =>
    field.state === 'none' ? words.none(field.declaredBy, formatDay(field.declaredOn, 'th')) : words.missing,
  )
  return { text: plain(said.th), isValue: false }
}

const linesOf = (text: RichText, widthEm: number): number =>
  plainText(text)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, { size: 1 }) / (widthEm * 0.86))), 0)
