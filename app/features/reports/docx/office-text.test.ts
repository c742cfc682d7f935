import { beforeAll, describe, expect, test } from 'vitest'
import { exampleReport } from '../../../../tests/support/example-report.ts'
import { convertDocx, pdfPages } from '../../../../tests/support/office.ts'
import { blockLines } from '../../../../tests/support/report-text.ts'
import { foldText } from '../../../kernel/rich-text.ts'
import type { Report, ReportBlock, Section } from '../report.domain.ts'
import { renderDocx } from './render-docx.server.ts'

/** A list's bullet or number is drawn by the word processor and is no text of the report. */
const withoutListSigns = (line: string) => line.replace(/^\s*(?:[•◦–]|\d+\.)\s+/u, '')
const unspaced = (text: string) => foldText(text).replace(/\s/gu, '')
/** What the running head, the page foot and the repeated heads of tables add to a page. */
const isFoot = (line: string) => /^[0-9a-f]{12} หน้า \d+ \/ \d+$/.test(line)

const withoutScores = (blocks: readonly ReportBlock[]) => blocks.filter(({ kind }) => kind !== 'scores')
/** Paragraphs of an issue as its model has them; the scores are compared by the tests of the tables. */
const paragraphsOf = ({ heading, blocks }: Section): string[] =>
  [heading, ...withoutScores(blocks).flatMap(blockLines)]
    .flatMap((text) => text.split('\n'))
    .map(foldText)
    .filter((text) => text !== '')

describe('the example, converted in LibreOffice', () => {
  let report: Report
  let issues: readonly Section[]
  let lines: readonly string[]
  let pages: readonly string[]

  beforeAll(async () => {
    report = await exampleReport()
    issues = report.sections.filter(({ id }) => /^issue-\d+$/.test(id))
    const docx = await renderDocx(report)
    lines = new TextDecoder().decode(await convertDocx(docx, 'txt:Text')).split(/\r?\n/)
    pages = await pdfPages(await convertDocx(docx, 'pdf'))
  })

  test('has the text of all seven issues, word for word and in the order of the model', () => {
    expect(issues).toHaveLength(7)
    const text = unspaced(lines.map(withoutListSigns).join('\n'))
    for (const issue of issues) {
      const scores = issue.blocks.findIndex(({ kind }) => kind === 'scores')
      const before = scores < 0 ? issue.blocks : issue.blocks.slice(0, scores)
      const own = paragraphsOf({ ...issue, blocks: before }).map(withoutListSigns)
      expect(text).toContain(unspaced(own.join('\n')))
    }
  })

  test('shows every paragraph of the seven issues in its PDF, whole or carried over one page end', () => {
    const plainPages = pages.map((page) => pageText(page, report))
    for (const paragraph of issues.flatMap(paragraphsOf)) {
      const sought = unspaced(withoutListSigns(paragraph))
      expect(isShown(sought, plainPages), paragraph).toBe(true)
    }
  })

  test('numbers its pages, names title and hash on all of them but the cover', () => {
    expect(pages.length).toBeGreaterThan(10)
    for (const [index, page] of pages.entries()) {
      const has = page.includes(`หน้า ${index + 1} / ${pages.length}`)
      expect(has).toBe(index > 0)
      expect(page.includes(report.contentHash.slice(0, 12))).toBe(
        index > 0 || page.includes(report.contentHash),
      )
    }
  })
})

/** Text of a page without running head, foot and list signs. */
function pageText(page: string, { runningHead }: Report): string {
  const kept = page.split('\n').filter((line) => !isFoot(line.trim()) && line.trim() !== runningHead.title)
  return unspaced(kept.map(withoutListSigns).join('\n'))
}

/** Shorter ends of a paragraph would be found on any page. */
const SHORTEST_PART = 4

function isShown(sought: string, pages: readonly string[]): boolean {
  if (pages.some((page) => page.includes(sought))) return true
  const cuts = Array.from(
    { length: Math.max(0, sought.length - 2 * SHORTEST_PART) },
    (_, at) => at + SHORTEST_PART,
  )
  return pages.some((page, index) =>
    cuts.some(
      (cut) => page.includes(sought.slice(0, cut)) && pages[index + 1]?.includes(sought.slice(cut)) === true,
    ),
  )
}
