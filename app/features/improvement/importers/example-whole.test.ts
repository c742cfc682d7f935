import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import { fieldValue } from '../../../kernel/field.ts'
import { foldText, plainText, type RichText } from '../../../kernel/rich-text.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import type { Cycle, Issue } from '../cycle.domain.ts'
import { importReport } from './import-report.server.ts'

const bytes = readFileSync(new URL('../../../../examples/dga-2567/report-2567.txt', import.meta.url))
const result = await importReport({ fileName: 'report-2567.txt', bytes, catalogue: loadCatalogue() })
if (!result.ok) throw new Error(result.error.code)
const { cycle, notes } = result.value

test('the cycle is the one that the data file of the example describes, field by field', () => {
  expect(cycle).toEqual(exampleCycle())
})

const richLines = (text: RichText | null) => plainText(text ?? []).split('\n')

/** Everything the cycle says, in the order in which a report prints it. */
function printed({ cover, background, issues, criteria, nameLists }: Cycle): readonly string[] {
  return [
    ...[cover.title, cover.agencyLine, cover.yearLine, cover.preparedByLine, cover.approvalLine],
    ...richLines(background),
    cover.issuesHeading,
    ...issues.map(({ number, title, listedTitle }) => `(${number}) ${listedTitle ?? title}`),
    criteria?.heading,
    ...richLines(criteria?.body ?? null),
    criteria?.scoringHeading,
    ...richLines(criteria?.scoring ?? null),
    ...issues.flatMap(printedIssue),
    ...nameLists.flatMap(({ heading, persons }) => [
      heading,
      ...persons.flatMap(({ number, name, position }) => [number, name, position]),
    ]),
  ].filter((text) => typeof text === 'string')
}

const printedIssue = ({ number, title, analysis, limitations, measures, outcomes }: Issue) => [
  `ประเด็นที่ ${number} ${title}`,
  ...richLines(analysis),
  // Several limitations are numbered by their place.
  ...limitations.flatMap((text, index) => [
    limitations.length > 1 ? `${index + 1}.` : '',
    ...richLines(text),
  ]),
  ...measures.flatMap((measure) => [
    measure.printedNumber,
    ...richLines(fieldValue(measure.text)),
    fieldValue(measure.period)?.written,
    fieldValue(measure.owners)?.written,
    ...richLines(fieldValue(measure.summary)),
    ...outcomes
      .filter(({ covers }) => covers[0] === measure.number)
      .flatMap(({ text }) => richLines(fieldValue(text))),
  ]),
]

/** The lines of the source that a note says were left out: menus and running titles where they stand, headings anywhere. */
function leftOut(lines: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>()
  for (const { code, line, excerpt } of notes) {
    if (code === 'column-matched' || (code === 'navigation-dropped' && !excerpt.startsWith('ประเด็นที่ 1')))
      for (const [index, text] of lines.entries()) if (text === lines[(line ?? 0) - 1]) places.add(index)
    if (code === 'running-title-dropped') places.add((line ?? 0) - 1)
    if (code !== 'navigation-dropped' || !excerpt.startsWith('ประเด็นที่ 1')) continue
    let rest = excerpt
    for (let index = (line ?? 0) - 1; rest !== ''; index += 1) {
      const text = foldText(lines[index] ?? '')
      expect(rest.startsWith(text)).toBe(true)
      if (text !== '') places.add(index)
      rest = rest.slice(text.length).trimStart()
    }
  }
  return places
}

/** A line without the marks of Markdown and HTML. */
const unmarked = (line: string) =>
  line
    .replace(/^#+ |^\s*- |\*\*/gu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/^\s*\|[\s:|-]*$|\||&nbsp;/gu, ' ')

test('folded, the text of the cycle is the whole source without what the notes say was left out', () => {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const dropped = leftOut(lines)
  const kept = lines
    .map((line, index) => (dropped.has(index) ? '' : unmarked(line)))
    .join('\n')
    // Two spaces at the end of a line break a word that goes on in the next one.
    .replace(/(?<=\p{Script=Thai}) {2,}\n(?=\p{Script=Thai})/gu, '')
  expect(foldText(printed(cycle).join('\n'))).toBe(foldText(kept))
})
