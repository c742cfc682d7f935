import { isUtf8 } from 'node:buffer'
import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import {
  csvCell,
  csvDelimiter,
  SEPARATOR_LINE,
  type SheetCell,
} from '../../../platform/office-files/csv-cells.ts'
import { type CsvRows, csvRows } from '../../../platform/office-files/csv-rows.ts'
import type { Framework } from '../../catalogue/index.ts'
import { agencyIndex } from './agency-index.server.ts'
import { type AnswerFault, type AnswerHead, answerIn, readAnswerHead } from './answer-cells.domain.ts'
import type { AnswerForm, SurveyInstrument } from './answer-form.domain.ts'
import { readCellRow } from './answer-row.domain.ts'
import type { AnswersFileFault } from './answers-refusal.domain.ts'
import type { CountedAgencies } from './counted-agencies.domain.ts'
import { afterLine, endOfLine, endOfRow, joined, wholeLetters } from './csv-bytes.ts'
import { PLACES } from './option-counts.domain.ts'
import { waitingRows } from './waiting-rows.server.ts'

const [COMMA, LF, CR, QUOTE, DIGIT] = [44, 10, 13, 34, 48]
const LONGEST_ROW = 1_000_000
const MOST_FAULTS = 200
const MOST_COLUMNS = 300
const ROW_LIMITS = { rows: 2, columns: MOST_COLUMNS }
const NOTHING = new Uint8Array(0)

export type CountedFile = Readonly<{
  counted: CountedAgencies
  /** Respondents and rows of disclosure scores. */
  rows: number
  /** Why the file as a whole is not read; nothing that was counted says anything then. */
  refusal: AnswersFileFault | null
  faults: readonly AnswerFault[]
  /** All that were found; the list has the first of them. */
  faultCount: number
}>

/**
 * Counts the answers of a CSV of any length while it comes in, piece by piece: what is kept is how often each option was
 * chosen in each agency, never the rows. A row in the plain form (numbers of options, no quotation marks) is read from its
 * bytes; any other is read as text, by the same rules as a small file.
 */
export function answerCounter(framework: Framework, form: AnswerForm) {
  const width = form.columns.length
  const stride = width * PLACES
  const agencies = agencyIndex()
  let counts = new Uint32Array(64 * stride)
  let respondents = new Uint32Array(64 * 2)
  const disclosure = new Map<number, Map<ItemRef, DecimalText>>()
  const disclosed = new Map<number, number>()
  const faults: AnswerFault[] = []
  let faultCount = 0

  let head: AnswerHead | null = null
  let layout: Layout = NO_LAYOUT
  let delimiter = COMMA
  let rest: Uint8Array = NOTHING
  /** The last bytes that came, where a letter may not be whole yet. */
  let unchecked: Uint8Array = NOTHING
  let rows = 0
  /** Number of the row that is read next, and of the row of heads. */
  let rowNumber = 1
  let headRow = 1
  let refusal: AnswersFileFault | null = null
  let isStopped = false
  // Answers wait until there are many and are then added agency by agency: added row by row, nearly every one of them would
  // wait for memory.
  const waiting = waitingRows(width)

  const found = (fault: AnswerFault) => {
    faultCount += 1
    if (faults.length < MOST_FAULTS) faults.push(fault)
  }

  const refuse = (why: AnswersFileFault) => {
    refusal ??= why
    isStopped = true
  }

  /** Whether all that came is UTF-8: the pieces are cut anywhere, also within a letter. */
  function check(piece: Uint8Array, isLast: boolean): void {
    const data = unchecked.length === 0 ? piece : joined(unchecked, piece)
    const whole = isLast ? data.length : wholeLetters(data)
    if (!isUtf8(data.subarray(0, whole))) refuse('answers.unknown-encoding')
    unchecked = data.slice(whole)
  }

  /** The cells of one row; null where it cannot be one, and with it the file. */
  function cellsOf(text: string): readonly SheetCell[] | null {
    const { rows: read, fault }: CsvRows = csvRows(text, String.fromCharCode(delimiter), ROW_LIMITS)
    if (fault === null) return (read[0] ?? []).map((written) => csvCell(written))
    refuse(fault.kind === 'unclosed' ? 'answers.damaged-file' : 'answers.table-too-large')
    return null
  }

  function placeOf(index: number): number {
    if (index * 2 >= respondents.length) {
      counts = grown(counts)
      respondents = grown(respondents)
    }
    return index * stride
  }

  function readHead(cells: readonly SheetCell[]): void {
    headRow = rowNumber
    const texts = cells.map(({ text }) => text)
    const { head: read, faults: wrong } = readAnswerHead(texts, framework, form)
    for (const fault of wrong) found({ sheet: null, row: headRow, ...fault })
    head = read
    isStopped = read === null
    if (read) layout = layoutOf(read)
  }

  /** Reads what stands before the answers; answers where these begin, or −1 where the heads are not whole yet. */
  function readFirstRows(data: Uint8Array, isLast: boolean): number {
    let at = 0
    while (at < data.length && !head && !isStopped) {
      const line = DECODER.decode(data.subarray(at, endOfLine(data, at)))
      delimiter = csvDelimiter(line).charCodeAt(0)
      const next = endOfRow(data, at, delimiter)
      if (next < 0 && !isLast) break
      const end = next < 0 ? data.length : next
      const text = KEEPING_MARK.decode(data.subarray(at, end)).replace(rowNumber === 1 ? /^\ufeff/u : '', '')
      if (rowNumber > 1 || !SEPARATOR_LINE.test(text)) {
        const cells = cellsOf(text)
        if (cells?.some((cell) => cell.text !== '')) readHead(cells)
      }
      rowNumber += 1
      at = end
    }
    return at
  }

  /** Reads the row that begins at `start`; answers where the next one begins, or −1 where the row is not whole yet. */
  function readPlainRow(data: Uint8Array, start: number, isLast: boolean): number {
    const { kinds, options, targets, texts, instruments, singles } = layout
    const end = data.length
    const separator = delimiter
    let at = start
    let column = 0
    const { entries, start: first } = waiting.next()
    let given = first
    let agencyFrom = 0
    let agencyTo = 0
    let survey = -1
    let asked = 0
    for (;;) {
      // Nearly all cells are empty or one digit with a separator behind it.
      while (column < singles.length && at + 1 < end) {
        const mark = data[at] as number
        if (mark !== separator) {
          const place = singles[column] as number
          const one = mark - DIGIT
          if (place < 0 || one < 1 || one > (options[column] as number) || data[at + 1] !== separator) break
          asked |= instruments[column] as number
          entries[given] = place * PLACES + one
          given += 1
          at += 1
        }
        at += 1
        column += 1
      }
      let byte = at < end ? (data[at] as number) : LF
      if (byte === QUOTE) return readOddRow(data, start, isLast)
      const from = at
      while (at < end && byte !== separator && byte !== LF && byte !== CR) {
        at += 1
        byte = at < end ? (data[at] as number) : LF
      }
      if (at >= end && !isLast) return -1
      const length = at - from
      if (length > 0) {
        if (column >= kinds.length) return readOddRow(data, start, isLast)
        const kind = kinds[column]
        if (kind === ANSWERS) {
          const one = (data[from] as number) - DIGIT
          let answer = length === 1 && one > 0 && one <= (options[column] as number) ? one : -1
          if (answer < 0) answer = textAnswer(data.subarray(from, at), column, texts, head)
          if (answer < 0) return readOddRow(data, start, isLast)
          asked |= instruments[column] as number
          for (const place of targets[column] as readonly number[]) {
            entries[given] = place * PLACES + answer
            given += 1
          }
        } else if (kind === AGENCY) {
          agencyFrom = from
          agencyTo = at
        } else if (kind === INSTRUMENT) {
          survey = surveyIn(data, from, length)
          if (survey < 0) return readOddRow(data, start, isLast)
        } else return readOddRow(data, start, isLast)
      }
      column += 1
      if (byte !== separator || at >= end) break
      at += 1
    }
    const next = afterLine(data, at)
    if (next < 0 && !isLast) return -1
    const hasOther = (asked & ~(survey + 1)) !== 0
    if (agencyTo === agencyFrom || survey < 0 || hasOther || column > MOST_COLUMNS)
      return readOddRow(data, start, isLast)
    const index = agencies.of(data, agencyFrom, agencyTo)
    if (index < 0) return readOddRow(data, start, isLast)
    placeOf(index)
    respondents[index * 2 + survey] = (respondents[index * 2 + survey] as number) + 1
    if (waiting.keep(index, given)) waiting.addTo(counts, stride)
    rows += 1
    rowNumber += 1
    return next < 0 ? end : next
  }

  /** The same for a row that is not in the plain form: with quotation marks, of disclosure scores, or wrong. */
  function readOddRow(data: Uint8Array, start: number, isLast: boolean): number {
    const next = endOfRow(data, start, delimiter)
    if (next < 0 && !isLast) return -1
    const end = next < 0 ? data.length : next
    const row = rowNumber
    rowNumber += 1
    const cells = cellsOf(KEEPING_MARK.decode(data.subarray(start, end)))
    if (!head || !cells) return end
    const read = readCellRow(cells, head, width)
    for (const fault of read.faults) found({ sheet: null, row, ...fault })
    if (!read.row) return end
    rows += 1
    const index = agencies.named(read.row.agency)
    const base = placeOf(index)
    if (read.row.instrument === 'OIT') {
      const earlier = disclosed.get(index)
      const fault = {
        column: head.agency + 1,
        code: 'answers.disclosure-twice',
        value: read.row.agency,
      } as const
      if (earlier === undefined) disclosure.set(index, new Map(read.row.disclosure))
      else found({ sheet: null, row, other: String(earlier), ...fault })
      disclosed.set(index, earlier ?? row)
      return end
    }
    const of = index * 2 + SURVEYS.indexOf(read.row.instrument)
    respondents[of] = (respondents[of] as number) + 1
    for (const [place, answer] of read.row.answers.entries())
      if (answer > 0)
        counts[base + place * PLACES + answer] = (counts[base + place * PLACES + answer] as number) + 1
    return end
  }

  function readRows(data: Uint8Array, isLast: boolean): void {
    let at = head ? 0 : readFirstRows(data, isLast)
    if (!head) {
      rest = isStopped ? NOTHING : data.slice(at)
      if (rest.length > LONGEST_ROW) refuseLongRow()
      return
    }
    while (at < data.length && !isStopped) {
      const next = readPlainRow(data, at, isLast)
      if (next < 0) break
      at = next
    }
    rest = isStopped ? NOTHING : data.slice(at)
    if (rest.length > LONGEST_ROW) refuseLongRow()
  }

  /** A row without an end: a quotation mark is never closed, or it is no file of answers. */
  function refuseLongRow(): void {
    const { fault } = csvRows(DECODER.decode(rest), String.fromCharCode(delimiter), ROW_LIMITS)
    isStopped = true
    rest = NOTHING
    if (fault?.kind === 'unclosed') refuse('answers.damaged-file')
    else found({ sheet: null, row: rowNumber, column: 1, code: 'answers.long-row', value: '', other: '' })
  }

  return {
    /** Takes the next piece of the file, cut anywhere. */
    push(piece: Uint8Array): void {
      if (isStopped) return
      // Of one kind always: what reads the bytes is compiled for it.
      const plain = new Uint8Array(piece.buffer, piece.byteOffset, piece.length)
      check(plain, false)
      readRows(rest.length === 0 ? plain : joined(rest, plain), false)
    },
    /** The file has ended. */
    end(): CountedFile {
      if (!isStopped) check(NOTHING, true)
      if (!isStopped && rest.length > 0) readRows(rest, true)
      waiting.addTo(counts, stride)
      if (!head && !isStopped) refuse('answers.no-file')
      if (rows === 0 && faultCount === 0 && refusal === null)
        found({ sheet: null, row: headRow, column: 1, code: 'answers.no-rows', value: '', other: '' })
      return {
        counted: { form, codes: agencies.codes(), counts, respondents, disclosure },
        rows,
        refusal,
        faults,
        faultCount,
      }
    },
  }
}

const SURVEYS: readonly SurveyInstrument[] = ['IIT', 'EIT']
const DECODER = new TextDecoder()
/** A mark of the order of bytes is one at the beginning of a file only. */
const KEEPING_MARK = new TextDecoder('utf-8', { ignoreBOM: true })
const [AGENCY, INSTRUMENT, ANSWERS, DISCLOSURE] = [0, 1, 2, 3]

/** What the head says, column by column, as the plain form needs it. */
type Layout = Readonly<{
  kinds: Uint8Array
  /** How many options a column of answers has. */
  options: Uint8Array
  /** 1 for IIT, 2 for EIT. */
  instruments: Uint8Array
  targets: readonly (readonly number[])[]
  /** The place in the form of a column of answers to one question; below zero for any other column. */
  singles: Int16Array
  /** Answers in words that were met, by column: −1 where the words are none of the options. */
  texts: readonly Map<string, number>[]
}>
const NO_LAYOUT: Layout = {
  kinds: NOTHING,
  options: NOTHING,
  instruments: NOTHING,
  targets: [],
  singles: new Int16Array(0),
  texts: [],
}
const MOST_WORDS = 100

function layoutOf({ targets }: AnswerHead): Layout {
  const kindOf = { agency: AGENCY, instrument: INSTRUMENT, answers: ANSWERS, disclosure: DISCLOSURE } as const
  return {
    kinds: Uint8Array.from(targets, ({ kind }) => kindOf[kind] as number),
    options: Uint8Array.from(targets, (target) =>
      target.kind === 'answers' ? Math.min(9, target.column.options.length) : 0,
    ),
    instruments: Uint8Array.from(targets, (target) =>
      target.kind === 'answers' ? SURVEYS.indexOf(target.column.instrument) + 1 : 0,
    ),
    targets: targets.map((target) => (target.kind === 'answers' ? target.places : [])),
    singles: Int16Array.from(targets, (target) =>
      target.kind === 'answers' && target.places.length === 1 ? (target.places[0] ?? -1) : -1,
    ),
    texts: targets.map(() => new Map<string, number>()),
  }
}

function textAnswer(
  bytes: Uint8Array,
  column: number,
  texts: readonly Map<string, number>[],
  head: AnswerHead | null,
): number {
  const written = KEEPING_MARK.decode(bytes)
  const met = texts[column]?.get(written)
  if (met !== undefined) return met
  const target = head?.targets[column]
  const { text, isFormula } = csvCell(written)
  const isAnswer = target?.kind === 'answers' && !isFormula
  const answer = isAnswer ? (text === '' ? 0 : (answerIn(text, target.column) ?? -1)) : -1
  if ((texts[column]?.size ?? MOST_WORDS) < MOST_WORDS) texts[column]?.set(written, answer)
  return answer
}

/** 0 for "IIT", 1 for "EIT", else −1. */
function surveyIn(data: Uint8Array, from: number, length: number): number {
  if (length !== 3 || data[from + 1] !== 73 || data[from + 2] !== 84) return -1
  return data[from] === 73 ? 0 : data[from] === 69 ? 1 : -1
}

function grown(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(values.length * 2)
  larger.set(values)
  return larger
}
