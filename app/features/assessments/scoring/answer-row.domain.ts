import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Instrument } from '../../catalogue/index.ts'
import {
  type AnswerFault,
  type AnswerHead,
  answerIn,
  disclosureIn,
  instrumentIn,
} from './answer-cells.domain.ts'
import type { SurveyInstrument } from './answer-form.domain.ts'

/** A row of a file: answers of one respondent by the places of the form, or an agency's scores of disclosure items. */
export type AnswerRow =
  | Readonly<{ agency: string; instrument: SurveyInstrument; answers: Uint8Array }>
  | Readonly<{ agency: string; instrument: 'OIT'; disclosure: readonly (readonly [ItemRef, DecimalText])[] }>

type CellFault = Omit<AnswerFault, 'sheet' | 'row'>
export type ReadRow = Readonly<{ row: AnswerRow | null; faults: readonly CellFault[] }>

const LONGEST_SHOWN = 60

type WrittenCell = Readonly<{ text: string; isFormula: boolean }>

/** `readAnswerRow` of cells as a file has them: a row with a formula is refused, since nothing is calculated. */
export function readCellRow(cells: readonly WrittenCell[], head: AnswerHead, width: number): ReadRow {
  const formula = cells.findIndex(({ isFormula }) => isFormula)
  if (formula < 0)
    return readAnswerRow(
      cells.map(({ text }) => text),
      head,
      width,
    )
  const value = shown(cells[formula]?.text ?? '')
  return { row: null, faults: [{ column: formula + 1, code: 'answers.formula', value, other: '' }] }
}

const shown = (value: string) => (value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value)

/** Reads the cells of one row; null without faults where the whole row is empty. `width` is how many questions the form has. */
function readAnswerRow(cells: readonly string[], head: AnswerHead, width: number): ReadRow {
  if (cells.every((cell) => cell.trim() === '')) return { row: null, faults: [] }
  const faults: CellFault[] = []
  const fault = (column: number, code: AnswerFault['code'], other = '') => {
    faults.push({ column: column + 1, code, value: shown(cells[column] ?? ''), other })
  }
  const beyond = cells.findIndex((cell, at) => at >= head.targets.length && cell.trim() !== '')
  if (beyond >= 0) fault(beyond, 'answers.too-many-cells')
  const agency = (cells[head.agency] ?? '').trim()
  if (agency === '') fault(head.agency, 'answers.no-agency')
  const instrument = instrumentIn(cells[head.instrument] ?? '')
  if (instrument === null) fault(head.instrument, 'answers.unknown-instrument')

  const answers = new Uint8Array(width)
  const disclosure: (readonly [ItemRef, DecimalText])[] = []
  for (const [at, target] of head.targets.entries()) {
    const text = cells[at] ?? ''
    if (text.trim() === '' || !('code' in target)) continue
    if (instrument !== null && target.instrument !== instrument)
      fault(at, 'answers.other-instrument', instrument)
    else if (target.kind === 'answers') {
      const answer = answerIn(text, target.column)
      if (answer === null) fault(at, 'answers.unknown-option', String(target.column.options.length))
      else for (const place of target.places) answers[place] = answer
    } else {
      const score = disclosureIn(text)
      if (score === null) fault(at, 'answers.bad-disclosure')
      else disclosure.push([target.ref, score])
    }
  }
  if (faults.length > 0 || instrument === null) return { row: null, faults }
  return { row: rowOf(agency, instrument, answers, disclosure), faults }
}

const rowOf = (
  agency: string,
  instrument: Instrument,
  answers: Uint8Array,
  disclosure: readonly (readonly [ItemRef, DecimalText])[],
): AnswerRow => (instrument === 'OIT' ? { agency, instrument, disclosure } : { agency, instrument, answers })
