import type { Cycle, Issue, Outcome } from '../../app/features/improvement/index.ts'
import type { Field } from '../../app/kernel/field.ts'
import { plainText, type RichText } from '../../app/kernel/rich-text.ts'

/** Every piece of published text of a cycle in reading order, one paragraph, list item, cell or line each. */
export const cycleTexts = ({ cover, background, criteria, issues, nameLists }: Cycle): string[] =>
  [
    cover.title,
    cover.agencyLine,
    cover.yearLine,
    cover.preparedByLine,
    ...lines(cover.approvalLine),
    ...richLines(background),
    ...lines(cover.issuesHeading),
    ...issues.map(({ title, listedTitle }) => listedTitle ?? title),
    criteria?.heading,
    ...richLines(criteria?.body ?? []),
    criteria?.scoringHeading,
    ...richLines(criteria?.scoring ?? []),
    ...issues.flatMap(issueTexts),
    ...nameLists.flatMap(({ heading, persons }) => [
      heading,
      ...persons.flatMap(({ number, name, position }) => [number, name, position]),
    ]),
  ].filter((text) => text != null && text !== '') as string[]

const issueTexts = (issue: Issue): (string | null)[] => [
  issue.title,
  ...richLines(issue.analysis),
  ...issue.limitations.flatMap(richLines),
  ...issue.measures.flatMap((measure) => [
    measure.printedNumber,
    ...fieldLines(measure.text),
    measure.period.state === 'value' ? measure.period.value.written : null,
    measure.owners.state === 'value' ? measure.owners.value.written : null,
    ...fieldLines(measure.summary),
    ...issue.outcomes
      .filter((outcome) => printedRow(issue, outcome) === measure.number)
      .flatMap(({ text }) => fieldLines(text)),
  ]),
  ...issue.outcomes
    .filter((outcome) => printedRow(issue, outcome) === null)
    .flatMap(({ text }) => fieldLines(text)),
]

const printedRow = ({ measures }: Issue, { covers }: Outcome): number | null =>
  measures.find(({ number }) => covers.includes(number))?.number ?? null

const fieldLines = (field: Field<RichText>): string[] =>
  field.state === 'value' ? richLines(field.value) : []
const richLines = (text: RichText): string[] => lines(plainText(text))
const lines = (text: string | null): string[] => text?.split('\n') ?? []
