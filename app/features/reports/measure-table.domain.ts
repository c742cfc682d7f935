import type { Language } from '../../i18n/language.ts'
import type { Field } from '../../kernel/field.ts'
import { plain, plainText, type RichText } from '../../kernel/rich-text.ts'
import { formatDay } from '../../kernel/thai-date.ts'
import type { Issue, Measure, Outcome } from '../improvement/index.ts'
import type { MeasureRow, MeasureTable, ReportCell } from './report.domain.ts'
import { reportForm } from './report-form.th.ts'
import { reportHeadings, reportWords } from './text/index.ts'

/** The five-column table of an issue. An outcome stands once, in the first row that it covers, over all its rows. */
export function measureTable(issue: Issue, lang: Language): MeasureTable {
  return {
    issue: issue.number,
    caption: reportHeadings(lang).measuresCaption(issue.number),
    head: reportForm.columns,
    rows: measureRows(issue, lang),
  }
}

function measureRows(issue: Issue, lang: Language): MeasureRow[] {
  let coveredUntil = -1
  return issue.measures.map((measure, index) => {
    const row = {
      measure: measure.number,
      text: numbered(
        measure.printedNumber,
        cell(measure.text, lang, (text) => text),
      ),
      period: cell(measure.period, lang, ({ written }) => plain(written)),
      owners: cell(measure.owners, lang, ({ written }) => plain(written)),
      summary: cell(measure.summary, lang, (text) => text),
    }
    if (index <= coveredUntil) return { ...row, outcome: null, outcomeRows: 1 }
    const outcomeRows = rowsCovered(issue, index)
    coveredUntil = index + outcomeRows - 1
    return { ...row, outcome: outcomeCell(issue, measure, lang), outcomeRows }
  })
}

/** Rows under one outcome cell: the rows that follow without a break, are covered and print no outcome of their own. */
function rowsCovered(issue: Issue, index: number): number {
  const printed = printedIn(issue, issue.measures[index])
  const end = issue.measures.findIndex(
    (measure, at) =>
      at > index &&
      (printedIn(issue, measure).length > 0 ||
        !printed.some(({ covers }) => covers.includes(measure.number))),
  )
  return (end < 0 ? issue.measures.length : end) - index
}

function outcomeCell(issue: Issue, measure: Measure, lang: Language): ReportCell {
  const [first, ...others] = printedIn(issue, measure)
  if (first) {
    const filled = [first, ...others].flatMap(({ text }) => (text.state === 'value' ? text.value : []))
    return filled.length > 0 ? { state: 'value', text: filled } : cell(first.text, lang, (text) => text)
  }
  const shared = issue.outcomes.find(({ covers }) => covers.includes(measure.number))
  const home = shared && rowOf(issue, shared)
  if (home) return { state: 'value', text: plain(reportHeadings(lang).sharedWith(home.number)) }
  return { state: 'missing', text: plain(reportWords(lang).missingCell) }
}

const printedIn = (issue: Issue, measure: Measure | undefined): Outcome[] =>
  measure ? issue.outcomes.filter((outcome) => rowOf(issue, outcome) === measure) : []

const rowOf = ({ measures }: Issue, { covers }: Outcome): Measure | undefined =>
  measures.find(({ number }) => covers.includes(number))

function cell<T>(field: Field<T>, lang: Language, show: (value: T) => RichText): ReportCell {
  const text = field.state === 'value' ? show(field.value) : []
  if (plainText(text).trim() !== '') return { state: 'value', text }
  if (field.state !== 'none') return { state: 'missing', text: plain(reportWords(lang).missingCell) }
  const { declaredBy, declaredOn } = field
  return {
    state: 'none',
    text: plain(reportHeadings(lang).declaredNone(declaredBy, formatDay(declaredOn, lang))),
  }
}

/** The number stands before the text, and before the words that say the text is missing. */
function numbered(printedNumber: string | null, cell: ReportCell): ReportCell {
  if (printedNumber === null) return cell
  const [first, ...others] = cell.text
  const number = { text: `${printedNumber} ` }
  const text: RichText =
    first?.kind === 'paragraph'
      ? [{ ...first, runs: [number, ...first.runs] }, ...others]
      : [{ kind: 'paragraph', runs: [number] }, ...cell.text]
  return { ...cell, text }
}
