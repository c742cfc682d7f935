import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../../catalogue/index.server.ts'
import { importReport } from '../import-report.server.ts'
import { refusalSentence } from '../refusal-sentence.domain.ts'

const catalogue = loadCatalogue()
const example = readFileSync(
  new URL('../../../../../examples/dga-2567/report-2567.txt', import.meta.url),
  'utf8',
)
const firstIssue = example.slice(0, example.indexOf('## ประเด็นที่ 2'))
const COLUMNS = ['มาตรการ', 'ระยะเวลา', 'ผู้รับผิดชอบ', 'สรุปผล', 'ผลลัพธ์']
const tableWith = (column: number, text: string) =>
  `${firstIssue}\n${COLUMNS.join('\t')}\n${COLUMNS.map((_, at) => (at === column ? text : 'ก')).join('\t')}\n`
const CSV_HEAD = `ประเด็น,${COLUMNS.join(',')}\n`

async function read(text: string) {
  const bytes = Buffer.from(text)
  const memory = process.memoryUsage().rss
  const started = process.cpuUsage()
  const result = await importReport({ fileName: 'a', bytes, catalogue })
  const took = process.cpuUsage(started).user / 1000
  expect([took < 4000, process.memoryUsage().rss - memory < 400_000_000]).toEqual([true, true])
  return result.ok ? result.value : refusalSentence(result.error, 'en')
}

describe('a file that no report is like is refused with its place', () => {
  test.each([
    [
      'a row of two million commas',
      `${CSV_HEAD}${','.repeat(2_000_000)}`,
      'row 2: the table is too large (more than 500 cells in one row)',
    ],
    [
      'a hundred thousand rows',
      CSV_HEAD + '1 ก,ก,มี.ค. 67,ก,ก,ก\n'.repeat(100_000),
      'row 100000: the table is too large (100,001 lines or rows or more, the limit is 100,000)',
    ],
    [
      'six thousand measures',
      CSV_HEAD + '1 ก,ก,มี.ค. 67,ก,ก,ก\n'.repeat(6000),
      'row 5002: the table is too large',
    ],
    [
      'a quotation mark that is never closed',
      `${CSV_HEAD}1 ก,"${'ก,\n'.repeat(400_000)}`,
      'row 2: the file is damaged or incomplete (a quotation mark is not closed)',
    ],
    [
      'a line of a million tabs',
      tableWith(3, '\t'.repeat(1_000_000)),
      'line 105: the table is too large (more than 500 cells in one row',
    ],
    [
      'two million short lines',
      `${firstIssue}${'a\n'.repeat(2_000_000)}`,
      'line 100000: the file is too large',
    ],
    [
      'JSON of a million lists inside lists',
      `{"a":${'['.repeat(1_000_000)}`,
      'line 1: the file is too large (nested more than 50 deep)',
    ],
    [
      'JSON of a million objects',
      `{\n"issues":[${'{},'.repeat(1_000_000)}{}]}`,
      'line 2: the file is too large (more than 200,000 values)',
    ],
    [
      'JSON of a million keys',
      `{${Array.from({ length: 300_000 }, (_, at) => `"k${at}":0`).join(',')}}`,
      'line 1: the file is too large (more than 200,000 values)',
    ],
  ])('%s', async (_, text, why) => {
    expect(await read(text)).toContain(why)
  })
})

test('brackets and commas inside JSON strings are no values', async () => {
  const text = `{"a":"${'[{,\\"'.repeat(100_000)}"}`
  expect(await read(text)).toContain('the data are not of the form prongsai.cycle/1')
})

describe('HTML in a cell', () => {
  test.each([
    ['tags closed that are not open', '<q>'.repeat(90) + '</u>'.repeat(300_000)],
    ['empty paragraphs', `ก<b>${'<p> </p>'.repeat(200_000)}ข`],
    ['line breaks', 'ก<br>'.repeat(150_000)],
    ['cells that say they are huge', '<td colspan=100000 rowspan=100000>ก</td>'.repeat(20_000)],
    ['entities', '&amp;'.repeat(300_000)],
  ])('%s by the hundred thousand are read in time', async (_, html) => {
    expect(await read(tableWith(3, html))).toMatchObject({ counts: { issues: 1 } })
  })

  test('a hundred tags open at once are no HTML: the cell is kept as it is written', async () => {
    const html = `${'<div>'.repeat(150_000)}ก${'</q>'.repeat(150_000)}`
    const result = await read(tableWith(3, html))
    expect(JSON.stringify(result)).toContain(html.slice(0, 1000))
  })
})

/**
 * Each piece many times at every place where a rule reads backwards, or looks for an end that never comes: a rule that
 * starts again at each of them takes hours.
 */
const PIECES = [
  ' ',
  '\u00a0',
  '-',
  '#',
  '(',
  '<',
  '<a',
  '&',
  '<!--',
  ',',
  '/',
  '1',
  '.',
  ';',
  ' และ',
  'ก',
  '่',
  '*',
  '\\',
  '**',
  '\u200b',
]
const WORDS = [
  'ประจำปีงบประมาณ ',
  'ITA ปี 2568 ',
  'ครั้งที่ ',
  'จาก ',
  'เป็น ',
  'ได้ ',
  'ม.ค. 67 – ',
  'ของสำนัก',
  '(O1)',
  '**(O1)**ก',
  'จาก 1 คะแนน เป็น 2 คะแนน ได้ 3 คะแนน ',
]

test.each([...PIECES, ...WORDS])(
  '“%s” for a hundred thousand letters at any place is read in time',
  async (piece) => {
    const many = `${piece.repeat(Math.ceil(100_000 / piece.length))}x`
    const lines = ['', 'ประเด็นที่ 9', '# ก', '1', 'หน้า', '- ', '|', 'ประจำปีงบประมาณ', 'ITA ปี']
    const starts = ['1.', 'ปี', 'ก', 'O1', 'จาก 1']
    await read(lines.map((start) => `${firstIssue}\n${start}${many}\n`).join('\n\n'))
    for (const [column, start] of starts.entries()) await read(tableWith(column, start + many))
    await read(`รายงาน${many}\n\nประจำปีงบประมาณ${many}\n\n${firstIssue}`)
    await read(`${CSV_HEAD}1 ก,ก,มี.ค. 67,"ก${many.replaceAll('"', '')}",ก,ก\n`)
  },
)
