import mammoth from 'mammoth'
import { type CellSheet, readCells } from '../../../platform/office-files/read-cells.server.ts'
import { readHtml } from './read-html.server.ts'
import { EMPTY_READING, MOST_TEXT, type Reading } from './reading.domain.ts'
import { THAI_WORDS } from './thai-words.th.ts'

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const LIMITS = { bytes: 50 * 1024 * 1024, rows: 200_000, columns: 2_000 }
/** Heads of a table stand in its first rows, below a title that may take some. */
const HEAD_ROWS = 15
const MOST_SHEETS = 50

/** Reads a Word document that passed the guards of packages. Throws where it is damaged. */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
    },
  )
  const page = readHtml(Buffer.from(`<body>${value}`), 'text/html; charset=utf-8', 'http://localhost/')
  return {
    ...page,
    kind: 'docx',
    mediaType: `${OPEN_XML}.wordprocessingml.document`,
    title: null,
    active: [],
  }
}

/** Reads a workbook or CSV; null where it is none. */
export async function readTable(bytes: Uint8Array, kind: 'xlsx' | 'csv'): Promise<Reading | null> {
  const sheets = await readCells(bytes, { limits: LIMITS, thaiWords: THAI_WORDS, fillsMerges: false })
  if (!sheets.ok) return null
  const shown = sheets.value.slice(0, MOST_SHEETS)
  return {
    ...EMPTY_READING,
    kind,
    mediaType: kind === 'csv' ? 'text/csv' : `${OPEN_XML}.spreadsheetml.sheet`,
    text: textOf(shown),
    columns: shown.map(({ rows }) => rows.slice(0, HEAD_ROWS).flatMap(textsOf)),
  }
}

const textsOf = (row: CellSheet['rows'][number]): readonly string[] =>
  row.map(({ text }) => text).filter((text) => text !== '')

function textOf(sheets: readonly CellSheet[]): string {
  let text = ''
  for (const { name, rows } of sheets) {
    if (name !== null) text += `${name}\n`
    for (const row of rows) {
      if (text.length > MOST_TEXT) return text.slice(0, MOST_TEXT)
      text += `${textsOf(row).join(' ')}\n`
    }
  }
  return text
}
