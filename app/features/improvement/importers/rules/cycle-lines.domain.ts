import { type Field, fieldValue } from '../../../../kernel/field.ts'
import { plainText, type RichText } from '../../../../kernel/rich-text.ts'
import type { CycleContent, Issue } from '../../cycle.domain.ts'
import type { PlainLine } from './source-units.domain.ts'

/**
 * Everything a cycle says, in reading order, as its report has it: each paragraph a line of its own, and a row of measures
 * one line with the outcome printed in it. Lines are counted from 1.
 */
export function cycleLines(cycle: CycleContent): readonly PlainLine[] {
  const { cover, background, criteria, issues, nameLists } = cycle
  const listed = cover.issuesHeading === null ? [] : issues.map((issue) => issue.listedTitle ?? issue.title)
  const groups: readonly (readonly string[])[] = [
    ...linesOf(cover.title, cover.agencyLine, cover.yearLine),
    ...linesOf(cover.preparedByLine, cover.approvalLine),
    ...paragraphs(background),
    ...linesOf(cover.issuesHeading, ...listed),
    ...(criteria
      ? [
          ...linesOf(criteria.heading),
          ...paragraphs(criteria.body),
          ...linesOf(criteria.scoringHeading),
          ...paragraphs(criteria.scoring),
        ]
      : []),
    ...issues.flatMap(issueLines),
    ...nameLists.flatMap(({ heading, persons }) => [
      [heading],
      ...persons.map(({ name, position }) => [name, position]),
    ]),
  ]
  return groups.flatMap((texts, index) => texts.map((text) => ({ line: index + 1, text })))
}

const issueLines = ({ title, analysis, limitations, measures, outcomes }: Issue) => [
  [title],
  ...paragraphs(analysis),
  ...limitations.flatMap(paragraphs),
  ...measures.map((measure) => [
    fieldText(measure.text),
    fieldValue(measure.owners)?.written ?? '',
    fieldText(measure.summary),
    ...outcomes.filter(({ covers }) => covers[0] === measure.number).map(({ text }) => fieldText(text)),
  ]),
]

const linesOf = (...texts: readonly (string | null)[]) =>
  texts.flatMap((text) => (text === null ? [] : text.split('\n').map((line) => [line])))
const paragraphs = (text: RichText) => linesOf(plainText(text))
const fieldText = (field: Field<RichText>) => plainText(fieldValue(field) ?? [])
