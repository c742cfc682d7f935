import { createHash } from 'node:crypto'
import { writeCsv } from 'hucre/csv'
import { guardedText } from '../../../platform/office-files/formula-guard.ts'
import type { DatasetFacts, DatasetRow } from '../dataset.domain.ts'
import { type TableForm, tableFileName } from './table-form.domain.ts'
import { tableSchema } from './table-schema.domain.ts'

/** A register in one form, ready to be handed out. */
export type TableFile = Readonly<{
  form: TableForm
  fileName: string
  bytes: Uint8Array<ArrayBuffer>
  /** Of the bytes. */
  sha256: string
}>

type Table = Readonly<{ facts: DatasetFacts; rows: readonly DatasetRow[]; changedAt: Date | null }>

/** Letters: a column is at least so wide, and at most. */
const WIDTHS = { least: 10, most: 48 }
/** The longest text that a cell of a workbook holds. */
const LONGEST_CELL = 32_767
/** Where nothing has ever changed: a file is the same bytes whenever it is made. */
const NO_DAY = new Date('2000-01-01T00:00:00Z')

/** A register in every form in which it is handed out. The same rows are the same bytes, whoever asks and when. */
export async function tableFiles(table: Table): Promise<readonly TableFile[]> {
  const text = (content: string) => new TextEncoder().encode(content)
  return [
    fileOf('csv', table, text(csvOf(table, false))),
    fileOf('csv-bom', table, text(csvOf(table, true))),
    fileOf('xlsx', table, await workbookOf(table)),
    fileOf('json', table, text(`${JSON.stringify(table.rows)}\n`)),
    fileOf('schema', table, text(`${JSON.stringify(tableSchema(table.facts), null, 2)}\n`)),
  ]
}

const fileOf = (form: TableForm, { facts }: Table, bytes: Uint8Array<ArrayBuffer>): TableFile => ({
  form,
  fileName: tableFileName(facts.key, form),
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

/** RFC 4180. Only texts are guarded: a number below zero stays one. */
function csvOf({ facts, rows }: Table, bom: boolean): string {
  const names = facts.fields.map(({ name }) => name)
  const cell = (value: string | number | boolean | null | undefined): string =>
    typeof value === 'string' ? guardedText(value) : value === null ? '' : String(value ?? '')
  const lines = [names, ...rows.map((row) => names.map((name) => cell(row[name])))]
  return `${writeCsv(lines, { bom, lineSeparator: '\r\n' })}\r\n`
}

/** The rows on one sheet, what its columns are on a second. */
async function workbookOf({ facts, rows, changedAt }: Table): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsx } = await import('hucre')
  const names = facts.fields.map(({ name }) => name)
  const cell = (value: string | number | boolean | null | undefined) =>
    typeof value === 'string' ? fitted(value) : (value ?? null)
  const table = [names, ...rows.map((row) => names.map((name) => cell(row[name])))]
  const about = [
    ['field', 'type', 'required', 'title_th', 'title_en'],
    ...facts.fields.map(({ name, type, isRequired, title }) => [name, type, isRequired, title.th, title.en]),
  ]
  const day = changedAt ?? NO_DAY
  const bytes = await writeXlsx({
    properties: { title: facts.title.th, created: day, modified: day },
    sheets: [
      { name: 'data', rows: table, columns: widthsOf(table), freezePane: { rows: 1 } },
      { name: 'fields', rows: about, columns: widthsOf(about), freezePane: { rows: 1 } },
    ],
  })
  return new Uint8Array(bytes)
}

const widthsOf = (table: readonly (readonly unknown[])[]) =>
  (table[0] ?? []).map((_head, at) => ({
    width: Math.min(
      WIDTHS.most,
      table.reduce((widest, row) => Math.max(widest, String(row[at] ?? '').length + 2), WIDTHS.least),
    ),
  }))

/** A cell that cannot hold a text ends with a sign that it goes on; the other forms have it whole. */
const fitted = (text: string): string =>
  text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text
