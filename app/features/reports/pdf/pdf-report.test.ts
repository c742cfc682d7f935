import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleReport } from '../../../../tests/support/example-report.ts'
import { readStructure } from '../../../../tests/support/pdf-structure.ts'
import {
  lineEndsInside,
  missingFrom,
  pdfjsLines,
  popplerLines,
  withPdfFile,
} from '../../../../tests/support/pdf-text.ts'
import { run } from '../../../../tests/support/programs.ts'
import { aReport } from '../../../../tests/support/report-builders.ts'
import { blockLines } from '../../../../tests/support/report-text.ts'
import { atomsOf } from '../../../kernel/thai-words.ts'
import type { Report, Section } from '../report.domain.ts'
import { createPdfRenderer, type PdfJob } from './pdf-renderer.server.ts'

const content = new TextEncoder().encode('{"title":"เนื้อหา"}')
const pdf = createPdfRenderer()
let report: Report
let bytes: Uint8Array

const jobOf = (given: Report): PdfJob => ({
  report: given,
  attachment: content,
  createdAt: new Date('2024-11-07T00:00:00Z'),
})

beforeAll(async () => {
  report = await exampleReport()
  const made = await pdf.render(jobOf(report))
  if (!made.ok) throw new Error(made.error.detail)
  expect(made.value.notes).toEqual([])
  bytes = made.value.bytes
})
afterAll(() => pdf.close())

const issues = () => report.sections.filter(({ id }) => id.startsWith('issue-'))

/** Texts of an issue in the order of the page. Of a chart only the labels: its picture and its table say the rest. */
const piecesOf = ({ heading, blocks }: Section): readonly string[] =>
  [heading, ...blocks.flatMap(blockLines)].flatMap((text) => text.split('\n')).filter((text) => text !== '')

const proseOf = (section: Section): readonly string[] =>
  piecesOf({ ...section, blocks: section.blocks.filter(({ kind }) => kind !== 'scores') })

describe('the text of the example report', () => {
  test('is read by Poppler as it was written, for all seven issues', () => {
    const lines = popplerLines(bytes)
    expect(issues()).toHaveLength(7)
    for (const issue of issues()) expect(missingFrom(lines, piecesOf(issue))).toEqual([])
  })

  test('is read by the browser viewer as it was written, for all seven issues', async () => {
    const lines = await pdfjsLines(bytes)
    for (const issue of issues()) expect(missingFrom(lines, piecesOf(issue))).toEqual([])
  })

  test('stands in the order of the report', () => {
    const pieces = issues().flatMap(proseOf)
    expect(() => lineEndsInside(popplerLines(bytes), pieces)).not.toThrow()
  })

  test('breaks no Thai word at the end of a line', () => {
    const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
    const ends = lineEndsInside(popplerLines(bytes), issues().flatMap(proseOf))
    expect(ends.length).toBeGreaterThan(150)
    const broken = ends.filter(({ piece, offset }) => {
      const isWordEnd = [...segmenter.segment(piece)].some(({ index }) => index === offset)
      return !isWordEnd || !atomEnds(piece, report.properNames).has(offset)
    })
    expect(
      broken.map(
        ({ piece, offset }) => `${piece.slice(offset - 12, offset)}|${piece.slice(offset, offset + 12)}`,
      ),
    ).toEqual([])
  })
})

describe('letters with marks above and below', () => {
  const words = [
    ...['ที่ น้ำ ปี่ ผู้ กตัญญู ปั๊ม ฝั่ง ปื้น ฤๅษี ป้า ฟื้น ฎีกา ฐาน ญาติ กั้น เก็บ ศิลป์ จันทร์ สวัสดิ์', 'ค่ำ ช้ำ ซ้ำ ต่ำ'],
    ...['ล้ำ ก๊วยเตี๋ยว เก้าอี้ ผึ้ง ตู้ ปู่ ปุ๋ย กฎหมาย ปฏิรูป ฏุ ฐู ญู ฎุ ฬุ คำ ทำ กำ จำ ดำ นำ สำ อำ ปั่น ฝึก ฟุ้ง เชื่อมั่น ขั้นตอน'],
  ].join(' ')

  test('are read back letter by letter, plain and bold', async () => {
    const runs = [{ text: words }, { text: ` ${words}`, strong: true as const }]
    const made = await pdf.render(jobOf(aReport([{ kind: 'text', text: [{ kind: 'paragraph', runs }] }])))
    if (!made.ok) throw new Error(made.error.detail)
    expect(missingFrom(popplerLines(made.value.bytes), [`${words} ${words}`])).toEqual([])
    expect(missingFrom(await pdfjsLines(made.value.bytes), [`${words} ${words}`])).toEqual([])
  })
})

const atomEnds = (piece: string, names: readonly string[]): ReadonlySet<number> => {
  const ends = new Set<number>()
  let offset = 0
  for (const atom of atomsOf(piece, names)) {
    offset += atom.length
    ends.add(offset)
  }
  return ends
}

describe('the structure of the example report', () => {
  test('claims PDF/A-3a and PDF/UA-1 and shows its title', async () => {
    const { metadata, catalog } = await readStructure(bytes)
    expect(metadata).toMatch(/<pdfaid:part>3</u)
    expect(metadata).toMatch(/<pdfaid:conformance>A</u)
    expect(metadata).toMatch(/<pdfuaid:part>1</u)
    expect(metadata).toContain(report.title)
    expect(catalog).toMatchObject({
      marked: 'true',
      showsTitle: 'true',
      outputIntent: true,
      attached: true,
      outlines: true,
    })
    expect(catalog.lang).toContain('th')
  })

  test('is tagged throughout: headings in order, pictures described, table heads scoped, links described', async () => {
    const reading = await readStructure(bytes)
    const skipped = reading.headings.filter((level, index) => level > (reading.headings[index - 1] ?? 0) + 1)
    expect(skipped).toEqual([])
    expect(reading.types.H1).toBeGreaterThanOrEqual(10)
    expect(reading.types.Figure).toBeGreaterThan(0)
    expect(reading.types.TH).toBeGreaterThan(7 * 5 - 1)
    expect(reading.links).toBeGreaterThanOrEqual(report.sections.length)
    expect(reading).toMatchObject({
      figuresWithoutAlternative: 0,
      headCellsWithoutScope: 0,
      unmarked: 0,
      unbalanced: 0,
      linksWithoutDescription: 0,
      pagesWithLinksWithoutTabOrder: 0,
      fontsWithoutUnicode: [],
    })
  })

  test('runs nothing when opened', async () => {
    expect((await readStructure(bytes)).scripts).toBe(0)
  })

  test('is a sound file that gives the content back byte for byte', () => {
    withPdfFile(bytes, (file) => {
      expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found')
      const attached = `${file}.json`
      run('pdfdetach', ['-save', '1', '-o', attached, file])
      expect(new Uint8Array(readFileSync(attached))).toEqual(content)
      expect(run('pdfdetach', ['-list', file])).toContain(`report-${report.fiscalYear}.json`)
    })
  })

  test('is the same file, byte for byte, when another process makes it', async () => {
    const other = createPdfRenderer({ processes: 1 })
    const made = await other.render(jobOf(report))
    other.close()
    expect(made.ok && Buffer.from(made.value.bytes).equals(bytes)).toBe(true)
  })
})
