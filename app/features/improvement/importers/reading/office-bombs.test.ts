import { describe, expect, test } from 'vitest'
import { rawWord, rawWorkbook, textCell } from '../../../../platform/office-files/testing/raw-office.ts'
import { loadCatalogue } from '../../../catalogue/index.server.ts'
import { importReport } from '../import-report.server.ts'
import { refusalSentence } from '../refusal-sentence.domain.ts'

const catalogue = loadCatalogue()
const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

/** The sentence that refuses a file, which may take neither much memory nor much time. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const memory = process.memoryUsage().rss
  const started = process.cpuUsage()
  const result = await importReport({ fileName: 'a', bytes, catalogue })
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000)
  expect(process.memoryUsage().rss - memory).toBeLessThan(250_000_000)
  if (result.ok) throw new Error('it was imported')
  expect(refusalSentence(result.error, 'th')).toMatch(/^a.+โปรด.+$/u)
  return refusalSentence(result.error, 'en')
}

const first = `<row r="1">${textCell('ก', 'A1')}</row>`
const REMEDY =
  'keep only the table of measures, delete the rows and columns beyond it and import the file again.'

describe('a workbook of a few kilobytes that describes billions of cells', () => {
  test('one cell in the farthest corner is named, with the size it would have', async () => {
    const far = `<row r="1048576">${textCell('ข', 'XFD1048576')}</row>`
    expect(await refusal(rawWorkbook(first + far))).toBe(
      `a, sheet มาตรการ, cell XFD1048576: the table is too large (1,048,576 rows × 16,384 columns, the limit is 1,000,000 cells); ${REMEDY}`,
    )
  })

  test('a cell in the last column of every row', async () => {
    const rows = times(20_000, (at) => `<row r="${at + 2}">${textCell('ข', `XFD${at + 2}`)}</row>`)
    expect(await refusal(rawWorkbook(first + rows))).toContain(
      'sheet มาตรการ, cell XFD62: the table is too large',
    )
  })

  test('rows and cells without a place follow one another, and count', async () => {
    const rows = `<row r="1000000"/><row>${textCell('ก')}${textCell('ข')}</row>`
    expect(await refusal(rawWorkbook(rows))).toContain('cell A1000001: the table is too large')
  })

  test('a thousand merges over the whole sheet', async () => {
    const merges = times(1000, (at) => `<mergeCell ref="A${at + 1}:XFD1048576"/>`)
    const after = `<mergeCells>${merges}</mergeCells>`
    expect(await refusal(rawWorkbook(first, { after }))).toContain(
      'sheet มาตรการ, cell A1: the table is too large (17,179,869,184 merged cells or more',
    )
  })

  test('a long shared text in fifty thousand cells', async () => {
    const rows = times(50_000, (at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`)
    const sharedText = times(60_000, (at) => `*${at}`)
    expect(await refusal(rawWorkbook(rows, { sharedText }))).toContain(
      'cell A6: the file is too large (more than 2,000,000 characters of text)',
    )
  })

  test('six hundred filled columns in a row', async () => {
    const row = `<row r="2">${times(600, () => textCell('ก'))}</row>`
    expect(await refusal(rawWorkbook(first + row))).toContain(
      'sheet มาตรการ, cell A2: the table is too large (more than 500 cells in one row)',
    )
  })

  test.each([
    ['a place hidden behind an entity', '<c r="&#88;FD1048576"/>'],
    ['two places', '<c r="A2" r="XFD1048576"/>'],
    ['a row in another notation', '</row><row r="1e6"><c/>'],
    ['a merge without places', '</row></sheetData><mergeCells><mergeCell/></mergeCells><sheetData><row>'],
    ['a tag inside a tag', '<c r="A2" x="<c>"/>'],
    ['a tag that never ends', '<c r="A2'],
  ])('%s is not read', async (_, xml) => {
    expect(await refusal(rawWorkbook(`<row r="2">${xml}</row>`))).toContain('damaged or incomplete (XML)')
  })
})

test('a sheet with merges and rows in the thousands is read in time', async () => {
  const head = ['ประเด็น', 'มาตรการ', 'ระยะเวลา', 'ผู้รับผิดชอบ', 'สรุปผล', 'ผลลัพธ์']
    .map((text) => textCell(text))
    .join('')
  const rows = times(
    4000,
    (at) =>
      `<row>${['1 ก', `มาตรการ ${at}`, 'มี.ค. 67', 'กองคลัง', 'แล้ว', 'ดี'].map((text) => textCell(text)).join('')}</row>`,
  )
  const merges = times(2000, (at) => `<mergeCell ref="F${2 * at + 2}:F${2 * at + 3}"/>`)
  const bytes = rawWorkbook(`<row>${head}</row>${rows}`, { after: `<mergeCells>${merges}</mergeCells>` })
  const started = process.cpuUsage()
  const result = await importReport({ fileName: 'a', bytes, catalogue })
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000)
  const [issue] = result.ok ? result.value.cycle.issues : []
  expect(issue?.measures).toHaveLength(4000)
  expect(issue?.outcomes.slice(0, 2).map(({ covers }) => covers)).toEqual([
    [1, 2],
    [3, 4],
  ])
})

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

describe('a Word document that is small on disk', () => {
  test.each([
    [
      'tiny runs by the hundred thousand',
      `<w:p>${times(200_000, (at) => `<w:r><w:t>${at}</w:t></w:r>`)}</w:p>`,
      'elements or more',
    ],
    [
      'tables inside tables',
      `${'<w:tbl><w:tr><w:tc>'.repeat(100)}${paragraph('ก')}${'</w:tc></w:tr></w:tbl>'.repeat(100)}`,
      'nested more than 200 deep',
    ],
    ['elements inside elements', `${times(5000, (at) => `<w:a${at}>`)}`, 'nested more than 200 deep'],
  ])('%s are refused before the document is read', async (_, body, why) => {
    expect(await refusal(rawWord(body))).toMatch(
      new RegExp(`this archive is not opened because it may be harmful.*${why}`, 'u'),
    )
  })

  test('entities that multiply are not read', async () => {
    const entities = '<!DOCTYPE d [<!ENTITY a "กกกก"><!ENTITY b "&a;&a;&a;&a;">]>'
    expect(await refusal(rawWord(paragraph('&b;'), entities))).toContain('damaged or incomplete (XML)')
  })

  test('cells that say they are a hundred thousand columns wide are read no wider than a table is', async () => {
    const cell = `<w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr>${paragraph('ก')}</w:tc>`
    expect(
      await refusal(rawWord(`<w:tbl>${times(200, () => `<w:tr>${cell.repeat(20)}</w:tr>`)}</w:tbl>`)),
    ).toContain('paragraph or row 1: the table is too large (more than 500 cells in one row)')
  })
})
