import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import { foldText } from '../../../kernel/rich-text.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import type { Framework, Instrument } from '../../catalogue/index.ts'
import type { AnswerColumn, AnswerForm } from './answer-form.domain.ts'
import { ANSWER_HEADS, EXCLUDED_WORDS } from './answer-words.th.ts'
import { EXCLUDED } from './option-counts.domain.ts'

export type AnswerFaultCode =
  | 'answers.no-column'
  | 'answers.unknown-column'
  | 'answers.column-twice'
  | 'answers.several-scales'
  | 'answers.no-agency'
  | 'answers.unknown-instrument'
  | 'answers.other-instrument'
  | 'answers.unknown-option'
  | 'answers.bad-disclosure'
  | 'answers.disclosure-twice'
  | 'answers.too-many-cells'
  | 'answers.no-rows'
  | 'answers.formula'
  | 'answers.long-row'

/** What is wrong in one cell; rows and columns count from 1. `other` is what it is held against, or empty. */
export type AnswerFault = Readonly<{
  sheet: string | null
  row: number
  column: number
  code: AnswerFaultCode
  value: string
  other: string
}>

/** What a column of a file holds. A bare item whose sub-items share a scale answers each of them. */
export type AnswerTarget =
  | Readonly<{ kind: 'agency' }>
  | Readonly<{ kind: 'instrument' }>
  | Readonly<{
      kind: 'answers'
      instrument: Instrument
      code: string
      places: readonly number[]
      column: AnswerColumn
    }>
  | Readonly<{ kind: 'disclosure'; instrument: Instrument; code: string; ref: ItemRef }>

export type AnswerHead = Readonly<{ targets: readonly AnswerTarget[]; agency: number; instrument: number }>
type HeadFault = Readonly<{ column: number; code: AnswerFaultCode; value: string; other: string }>

const folded = (text: string): string => foldText(toArabicDigits(text)).replaceAll(' ', '').toLowerCase()
const AGENCY = new Set(['agency', 'agencycode', ...ANSWER_HEADS.agency].map(folded))
const INSTRUMENT = new Set(['instrument', ...ANSWER_HEADS.instrument].map(folded))
const EXCLUDED_FOLDED = new Set(EXCLUDED_WORDS.map(folded))

/** Reads the heads: agency, instrument, and the questions by their codes. Empty heads at the end are no columns. */
export function readAnswerHead(
  heads: readonly string[],
  framework: Framework,
  form: AnswerForm,
): Readonly<{ head: AnswerHead | null; faults: readonly HeadFault[] }> {
  const faults: HeadFault[] = []
  const targets: AnswerTarget[] = []
  const seen = new Map<string, number>()
  const width = heads.findLastIndex((head) => head.trim() !== '') + 1
  for (const [at, written] of heads.slice(0, width).entries()) {
    const name = folded(written)
    const found = targetOf(name, framework, form)
    const place = { column: at + 1, value: written }
    if (typeof found === 'string') {
      faults.push({ ...place, code: found, other: String(form.year) })
      targets.push({ kind: 'agency' })
      continue
    }
    const key = 'code' in found ? found.code : found.kind
    const overlap = 'places' in found ? found.places.map(String) : [key]
    const earlier = overlap.map((one) => seen.get(one)).find((one) => one !== undefined)
    if (earlier !== undefined) faults.push({ ...place, code: 'answers.column-twice', other: String(earlier) })
    for (const one of overlap) seen.set(one, at + 1)
    targets.push(found)
  }
  const agency = targets.findIndex(({ kind }) => kind === 'agency')
  const instrument = targets.findIndex(({ kind }) => kind === 'instrument')
  if (!seen.has('agency')) faults.push({ column: 1, code: 'answers.no-column', value: 'agency', other: '' })
  if (instrument < 0) faults.push({ column: 1, code: 'answers.no-column', value: 'instrument', other: '' })
  return faults.length > 0 ? { head: null, faults } : { head: { targets, agency, instrument }, faults }
}

function targetOf(name: string, framework: Framework, form: AnswerForm): AnswerTarget | AnswerFaultCode {
  if (AGENCY.has(name)) return { kind: 'agency' }
  if (INSTRUMENT.has(name)) return { kind: 'instrument' }
  const own = form.columns.findIndex(({ code }) => code.toLowerCase() === name)
  const column = form.columns[own]
  if (column)
    return { kind: 'answers', instrument: column.instrument, code: column.code, places: [own], column }
  const item = framework.items.find(({ code }) => code.toLowerCase() === name)
  if (!item) return 'answers.unknown-column'
  if (item.instrument === 'OIT')
    return { kind: 'disclosure', instrument: 'OIT', code: item.code, ref: item.ref }
  const places = form.columns.flatMap((one, place) => (one.item === item.ref ? [place] : []))
  const first = form.columns[places[0] ?? -1]
  if (!first) return 'answers.unknown-column'
  if (new Set(item.subItems.map(({ scale }) => scale)).size > 1) return 'answers.several-scales'
  return { kind: 'answers', instrument: item.instrument, code: item.code, places, column: first }
}

/** The answer in a cell that is not empty: the number of an option, EXCLUDED, or null where it is neither. */
export function answerIn(text: string, { options }: AnswerColumn): number | null {
  const name = folded(text)
  if (/^\d{1,2}(\.0+)?$/u.test(name)) {
    const number = Math.trunc(Number(name))
    return number >= 1 && number <= options.length ? number : null
  }
  const option = options.findIndex((one) => folded(one.text) === name)
  if (option >= 0) return option + 1
  return EXCLUDED_FOLDED.has(name) ? EXCLUDED : null
}

/** The instrument of a row, or null. */
export function instrumentIn(text: string): Instrument | null {
  const name = folded(text)
  return name === 'iit' ? 'IIT' : name === 'eit' ? 'EIT' : name === 'oit' ? 'OIT' : null
}

/** A disclosure item has 100 or 0. */
export function disclosureIn(text: string): DecimalText | null {
  const name = folded(text)
  if (/^100(\.0+)?$/u.test(name)) return '100.00'
  return /^0(\.0+)?$/u.test(name) ? '0.00' : null
}
