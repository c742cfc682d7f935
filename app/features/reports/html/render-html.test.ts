import { Parser } from 'htmlparser2'
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
import { blockLines } from '../../../../tests/support/report-text.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { Report, ReportBlock } from '../report.domain.ts'
import { renderHtml } from './render-html.server.ts'

const folded = (text: string) => text.normalize('NFC').replace(/\s+/gu, '')
const htmlOf = (report: Report) => new TextDecoder().decode(renderHtml({ report, findings: [] }))

/** What a reader of the file finds: its text, and the tags with their attributes. */
function read(html: string) {
  const tags: { name: string; attributes: Record<string, string> }[] = []
  let text = ''
  let inStyle = false
  const parser = new Parser({
    onopentag: (name, attributes) => {
      tags.push({ name, attributes })
      inStyle = name === 'style'
    },
    onclosetag: () => {
      inStyle = false
    },
    ontext: (part) => {
      if (!inStyle) text += part
    },
  })
  parser.end(html)
  return { text: folded(text), tags }
}

describe('the example as one HTML file', () => {
  let report: Report
  let html: string
  beforeAll(async () => {
    report = await exampleReport()
    html = htmlOf(report)
  })

  test('holds every line of the model, section by section in its order', () => {
    const { text } = read(html)
    let at = text.indexOf(folded(report.cover.title))
    expect(at).toBeGreaterThanOrEqual(0)
    at = text.indexOf(folded(report.sections[0]?.heading ?? ''), at)
    for (const section of report.sections) {
      const start = text.indexOf(folded(section.heading), at)
      expect(start, section.heading).toBeGreaterThanOrEqual(at)
      at = start
      for (const line of section.blocks.filter(isOneLine).flatMap(blockLines)) {
        const found = text.indexOf(folded(line), at)
        expect(found, line).toBeGreaterThanOrEqual(at)
        at = found
      }
      for (const line of section.blocks.flatMap(blockLines)) expect(text).toContain(folded(line))
    }
  })

  test('needs nothing from anywhere: no script, no address of another place', () => {
    const { tags } = read(html)
    expect(tags.filter(({ name }) => ['script', 'link', 'iframe', 'img', 'object'].includes(name))).toEqual(
      [],
    )
    const addresses = tags.flatMap(({ attributes }) => [attributes.href ?? '#', attributes.src ?? '#'])
    expect(addresses.filter((address) => !address.startsWith('#'))).toEqual([])
    expect([...html.matchAll(/url\(["']?(?!data:|#)[^)]*/gu)].map(([url]) => url)).toEqual([])
  })

  test('its inner links lead somewhere', () => {
    const { tags } = read(html)
    const ids = new Set(tags.map(({ attributes }) => attributes.id))
    const targets = tags.flatMap(({ attributes }) => (attributes.href ? [attributes.href.slice(1)] : []))
    expect(targets.filter((target) => !ids.has(target))).toEqual([])
  })

  test('is the same, byte for byte, when it is made again', async () => {
    expect(htmlOf(await exampleReport())).toBe(html)
  })
})

/** Tables are read row by row by a browser and column by column by nobody: their order is another test's. */
const isOneLine = ({ kind }: ReportBlock) => kind === 'heading' || kind === 'text' || kind === 'numbered'

test('text of a person is text, wherever it stands', () => {
  const hostile = '</style><script>alert(1)</script><img src=x onerror="a"> \'"&amp; {{x}} ครบถ้วน'
  const report = aReport(
    [
      { kind: 'text', text: plain(hostile) },
      { kind: 'numbered', items: [plain(hostile)] },
      aMeasureTable([aMeasureRow({ text: aCell(hostile), owners: aCell(hostile) })]),
      { kind: 'scores', chart: aScoreChart([aScoreRow({ label: hostile })]) },
      {
        kind: 'table',
        caption: hostile,
        head: [hostile],
        rows: [[{ text: hostile, align: 'start' }]],
        widths: [1],
      },
      { kind: 'note', tone: 'plain', runs: [{ text: hostile }] },
    ],
    { title: hostile },
  )
  const { text, tags } = read(htmlOf(report))
  expect(tags.filter(({ name }) => name === 'script' || name === 'img')).toEqual([])
  expect(tags.filter(({ attributes }) => 'onerror' in attributes)).toEqual([])
  expect(text.split(folded(hostile)).length - 1).toBeGreaterThanOrEqual(8)
})
