import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleReport } from '../../../../tests/support/example-report.ts'
import { ATTACHED, pdfJob } from '../../../../tests/support/pdf-job.ts'
import { readNavigation } from '../../../../tests/support/pdf-navigation.ts'
import { readStructure } from '../../../../tests/support/pdf-structure.ts'
import { popplerPages, withoutSpaces, withPdfFile } from '../../../../tests/support/pdf-text.ts'
import { run } from '../../../../tests/support/programs.ts'
import { aCell, aMeasureRow, aMeasureTable, aReport } from '../../../../tests/support/report-builders.ts'
import type { Report } from '../report.domain.ts'
import { createPdfRenderer } from './pdf-renderer.server.ts'

const pdf = createPdfRenderer()
let report: Report
let bytes: Uint8Array

beforeAll(async () => {
  report = await exampleReport()
  const made = await pdf.render(pdfJob(report))
  if (!made.ok) throw new Error(made.error.detail)
  expect(made.value.notes).toEqual([])
  bytes = made.value.bytes
})
afterAll(() => pdf.close())

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
      expect(new Uint8Array(readFileSync(attached))).toEqual(ATTACHED)
      expect(run('pdfdetach', ['-list', file])).toContain(`report-${report.fiscalYear}.json`)
    })
  })

  test('is the same file, byte for byte, when another process makes it', async () => {
    const other = createPdfRenderer({ processes: 1 })
    const made = await other.render(pdfJob(report))
    other.close()
    expect(made.ok && Buffer.from(made.value.bytes).equals(bytes)).toBe(true)
  })

  test('numbers every page but the cover, of all', () => {
    const pages = popplerPages(bytes)
    const printed = pages.map((lines) => lines.filter((line) => /^หน้า \d+\/\d+$/u.test(line)))
    const expected = pages.map((_, index) => (index === 0 ? [] : [`หน้า ${index + 1}/${pages.length}`]))
    expect(printed).toEqual(expected)
  })

  test('leads from the contents and from the bookmarks to the page where a section begins', async () => {
    const { bookmarks, links } = await readNavigation(bytes)
    const headings = report.sections.map(({ heading }) => heading)
    const pages = popplerPages(bytes).map((lines) => lines.map(withoutSpaces))
    expect(bookmarks.map(({ title }) => withoutSpaces(title))).toEqual(
      expect.arrayContaining(headings.map(withoutSpaces)),
    )
    const contents = links[1] ?? []
    expect(contents).toHaveLength(headings.length)
    headings.forEach((heading, index) => {
      const page = contents[index] ?? 0
      expect(bookmarks.find(({ title }) => withoutSpaces(title) === withoutSpaces(heading))?.page).toBe(page)
      expect(pages[page - 1]?.join('')).toContain(withoutSpaces(heading))
      expect(pages[1]).toContain(withoutSpaces(`${heading}${page}`))
    })
  })
})

describe('a table over several pages', () => {
  test('repeats its head on each of them', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      aMeasureRow({ measure: index + 1, text: aCell(`มาตรการลำดับที่ ${index + 1}`) }),
    )
    const made = await pdf.render(pdfJob(aReport([aMeasureTable(rows)])))
    if (!made.ok) throw new Error(made.error.detail)
    const pages = popplerPages(made.value.bytes).slice(2)
    expect(pages.length).toBeGreaterThan(1)
    for (const lines of pages) expect(lines.join('')).toContain('ผู้รับผิดชอบ')
    expect((await readStructure(made.value.bytes)).types.TH).toBe(5)
  })
})
