import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'
import type { FileFaultCode } from '../../../platform/office-files/file-fault.ts'
import { type CellSheet, readCells } from '../../../platform/office-files/read-cells.server.ts'
import type { Framework } from '../../catalogue/index.ts'
import { type AnswerFault, readAnswerHead } from './answer-cells.domain.ts'
import { type AnswerForm, answerForm, type SurveyInstrument } from './answer-form.domain.ts'
import { type AnswerRow, readCellRow } from './answer-row.domain.ts'
import { ANSWER_WORDS } from './answer-words.th.ts'
import type { AnswersFileFault, AnswersRefusal } from './answers-refusal.domain.ts'
import type { AnswerBatch } from './option-counts.domain.ts'

export type AgencyAnswers = Readonly<{
  /** As the file writes it. */
  code: string
  batches: readonly AnswerBatch[]
  /** Scores of disclosure items, of 100. */
  disclosure: ReadonlyMap<ItemRef, DecimalText>
}>
export type ReadAnswers = Readonly<{ sha256: string; agencies: readonly AgencyAnswers[] }>

const LIMITS = { bytes: 5_000_000, rows: 200_001, columns: 300 }
const FAULTS: Readonly<Record<FileFaultCode, AnswersFileFault>> = {
  'unknown-format': 'answers.unknown-format',
  'damaged-file': 'answers.damaged-file',
  'archive-bomb': 'answers.archive-bomb',
  'too-large': 'answers.too-large',
  'table-too-large': 'answers.table-too-large',
  'unknown-encoding': 'answers.unknown-encoding',
}
const SURVEYS: readonly SurveyInstrument[] = ['IIT', 'EIT']

/** Reads a file of answers, whole or not at all: the first sheet whose first row has the heads, one row a respondent. */
export async function readAnswers(
  bytes: Uint8Array,
  framework: Framework,
): Promise<Result<ReadAnswers, AnswersRefusal>> {
  if (bytes.length === 0) return err({ code: 'answers.no-file', cells: [] })
  const form = answerForm(framework)
  if (typeof form === 'string') return err({ code: 'answers.no-items', cells: [] })
  const sheets = await readCells(bytes, { limits: LIMITS, thaiWords: ANSWER_WORDS })
  if (!sheets.ok) return err({ code: FAULTS[sheets.error], cells: [] })
  const sheet = sheets.value.find(({ rows }) => rows.some((row) => row.some(({ text }) => text !== '')))
  if (!sheet) return err({ code: 'answers.no-file', cells: [] })
  const { rows, faults } = readSheet(sheet, framework, form)
  if (faults.length > 0) return err({ code: 'answers.refused', cells: faults })
  return ok({ sha256: sha256Hex(bytes), agencies: agenciesOf(rows, form) })
}

type ReadSheet = Readonly<{ rows: readonly AnswerRow[]; faults: readonly AnswerFault[] }>

function readSheet(
  { name: sheet, firstRow, rows }: CellSheet,
  framework: Framework,
  form: AnswerForm,
): ReadSheet {
  const at = rows.findIndex((row) => row.some(({ text }) => text !== ''))
  const heads = rows[at] ?? []
  const read = readAnswerHead(
    heads.map(({ text }) => text),
    framework,
    form,
  )
  const { head } = read
  if (!head)
    return { rows: [], faults: read.faults.map((fault) => ({ sheet, row: firstRow + at, ...fault })) }
  const good: AnswerRow[] = []
  const faults: AnswerFault[] = []
  const disclosed = new Map<string, number>()
  for (const [below, cells] of rows.slice(at + 1).entries()) {
    const row = firstRow + at + 1 + below
    const one = readCellRow(cells, head, form.columns.length)
    faults.push(...one.faults.map((fault) => ({ sheet, row, ...fault })))
    if (!one.row) continue
    const earlier = one.row.instrument === 'OIT' ? disclosed.get(one.row.agency) : undefined
    if (earlier !== undefined)
      faults.push({
        sheet,
        row,
        column: head.agency + 1,
        code: 'answers.disclosure-twice',
        value: one.row.agency,
        other: String(earlier),
      })
    if (one.row.instrument === 'OIT') disclosed.set(one.row.agency, earlier ?? row)
    good.push(one.row)
  }
  if (good.length === 0 && faults.length === 0)
    return {
      rows: [],
      faults: [{ sheet, row: firstRow + at, column: 1, code: 'answers.no-rows', value: '', other: '' }],
    }
  return { rows: good, faults }
}

function agenciesOf(rows: readonly AnswerRow[], form: AnswerForm): readonly AgencyAnswers[] {
  const inOrder = new Intl.Collator('th', { numeric: true })
  return [...Map.groupBy(rows, ({ agency }) => agency)]
    .map(([code, own]) => ({
      code,
      batches: SURVEYS.flatMap((instrument) => batchOf(own, instrument, form)),
      disclosure: new Map(own.flatMap((row) => (row.instrument === 'OIT' ? row.disclosure : []))),
    }))
    .sort((a, b) => inOrder.compare(a.code, b.code))
}

function batchOf(
  rows: readonly AnswerRow[],
  instrument: SurveyInstrument,
  { columns }: AnswerForm,
): readonly AnswerBatch[] {
  const own = rows.filter((row) => row.instrument !== 'OIT').filter((row) => row.instrument === instrument)
  if (own.length === 0) return []
  const places = columns.flatMap((column, place) => (column.instrument === instrument ? [place] : []))
  const answers = new Uint8Array(own.length * places.length)
  for (const [row, { answers: given }] of own.entries())
    for (const [at, place] of places.entries()) answers[row * places.length + at] = given[place] ?? 0
  const codes = places.map((place) => columns[place]?.code ?? '')
  return [{ instrument, columns: codes, nRespondents: own.length, answers }]
}
