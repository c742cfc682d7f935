import type { Field } from '../../../kernel/field.ts'
import { plainText, type RichText } from '../../../kernel/rich-text.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import type { MatterCell } from '../../approvals/index.ts'
import type { CycleContent, Issue, Measure, Outcome } from '../../improvement/index.ts'
import { matched } from './matched.domain.ts'
import type { MeasuresContent } from './measures-content.domain.ts'
import { matterWords } from './text/index.ts'

/** A cell before its print is made of what it holds. */
type Cell = Omit<MatterCell, 'print'> & Readonly<{ holds: unknown }>
type Pair = Readonly<{ before: readonly Cell[]; after: readonly Cell[] }>
type MeasuresOf = MeasuresContent['issues'][number]

/** What a content is called by where it stands in another: the same issue and measure have the same name in both. */
type Names = Readonly<{ issue: (index: number) => string; measure: (issue: number, index: number) => string }>

/** Every cell of two reports that a reader sees, matched. What no cell shows is in the last, so that nothing passes unseen. */
export function reportCells(before: CycleContent, after: CycleContent): Pair {
  const names = namesOf(before.issues, after.issues)
  return { before: cellsOfReport(before, names.before), after: cellsOfReport(after, names.after) }
}

/** The same of the measures of a year. */
export function measuresCells(before: MeasuresContent, after: MeasuresContent): Pair {
  const names = namesOf(before.issues, after.issues)
  return { before: cellsOfMeasures(before, names.before), after: cellsOfMeasures(after, names.after) }
}

function namesOf(
  before: readonly MeasuresOf[],
  after: readonly MeasuresOf[],
): Readonly<{ before: Names; after: Names }> {
  const titles = (issues: readonly MeasuresOf[]) => issues.map(({ title }) => title)
  const texts = (issue: MeasuresOf | undefined) => issue?.measures.map(({ text }) => fieldText(text)) ?? []
  const issues = matched(titles(before), titles(after))
  const measures = before.map((issue, index) => {
    const other = issues[index] ?? null
    return matched(texts(issue), other === null ? [] : texts(after[other]))
  })
  const own: Names = {
    issue: (index) => `issue-${index + 1}`,
    measure: (issue, index) => `issue-${issue + 1}.measure-${index + 1}`,
  }
  const issueName = (index: number) => {
    const other = issues[index] ?? null
    return other === null ? `gone-${index + 1}` : own.issue(other)
  }
  return {
    after: own,
    before: {
      issue: issueName,
      measure: (issue, index) => {
        const [otherIssue, other] = [issues[issue] ?? null, measures[issue]?.[index] ?? null]
        return otherIssue === null || other === null
          ? `${issueName(issue)}.gone-${index + 1}`
          : own.measure(otherIssue, other)
      },
    },
  }
}

function cellsOfReport(content: CycleContent, names: Names): readonly Cell[] {
  const { schema, fiscalYear, resultsYear, answers, agency, cover, background, criteria, ...rest } = content
  const { issues, resolutions, units, nameLists, ...other } = rest
  return [
    whole('years', { schema, fiscalYear, resultsYear, answers }, `${fiscalYear}\n${resultsYear}\n${answers}`),
    whole('agency', agency, lines([agency.name, agency.shortName])),
    whole('cover', cover, lines(Object.values(cover))),
    whole('background', background, plainText(background)),
    whole(
      'criteria',
      criteria,
      criteria === null
        ? ''
        : lines([
            criteria.heading,
            plainText(criteria.body),
            criteria.scoringHeading,
            plainText(criteria.scoring),
          ]),
    ),
    orderOfIssues(issues),
    ...issues.flatMap((issue, index) => cellsOfIssue(issue, index, names)),
    whole('resolutions', resolutions, lines(resolutions.map(({ wording }) => wording))),
    whole('units', units, lines(units.map(({ name, code }) => (code === null ? name : `${name} (${code})`)))),
    whole(
      'nameLists',
      nameLists,
      lines(
        nameLists.flatMap(({ heading, persons }) => [
          heading,
          ...persons.map(({ number, name, position }) =>
            lines([number, name, position]).replaceAll('\n', ' '),
          ),
        ]),
      ),
    ),
    // Of a content of another release of the program.
    ...(Object.keys(other).length > 0 ? [whole('other', other, '')] : []),
  ]
}

function cellsOfMeasures(content: MeasuresContent, names: Names): readonly Cell[] {
  const { issues, ...years } = content
  return [
    whole('years', years, `${content.fiscalYear}\n${content.resultsYear}`),
    orderOfIssues(issues),
    ...issues.flatMap((issue, index) => [
      issueCell(issue, index, names, 'title', issue.title, issue.title),
      orderOfMeasures(issue, index, names),
      ...issue.measures.flatMap((measure, at) => measureFacts(issue, measure, names.measure(index, at))),
    ]),
  ]
}

function cellsOfIssue(issue: Issue, index: number, names: Names): readonly Cell[] {
  const { title, listedTitle, analysis, limitations, measures, outcomes } = issue
  return [
    issueCell(issue, index, names, 'title', { title, listedTitle }, lines([title, listedTitle])),
    issueCell(issue, index, names, 'analysis', analysis, plainText(analysis)),
    issueCell(issue, index, names, 'limitations', limitations, lines(limitations.map(plainText))),
    orderOfMeasures(issue, index, names),
    ...measures.flatMap((measure, at) => [
      ...measureFacts(issue, measure, names.measure(index, at)),
      measureCell(
        issue,
        measure,
        names.measure(index, at),
        'summary',
        measure.summary,
        fieldText(measure.summary),
      ),
    ]),
    ...outcomes.map((outcome, at) => outcomeCell(issue, outcome, at, names.issue(index))),
  ]
}

const measureFacts = (
  issue: Pick<Issue, 'number'>,
  measure: Pick<Measure, 'number' | 'printedNumber' | 'text' | 'period' | 'owners'>,
  name: string,
): readonly Cell[] => [
  measureCell(issue, measure, name, 'text', measure.text, fieldText(measure.text)),
  measureCell(
    issue,
    measure,
    name,
    'period',
    measure.period,
    fieldIn(measure.period, ({ written, start, end }) =>
      lines([written, `${formatDay(start, 'th')} – ${formatDay(end, 'th')}`]),
    ),
  ),
  measureCell(
    issue,
    measure,
    name,
    'owners',
    measure.owners,
    fieldIn(measure.owners, ({ written, units }) =>
      lines([written, ...units.map(({ name, code }) => (code === null ? name : `${name} (${code})`))]),
    ),
  ),
]

/** The sequence itself: what only moved is told once, here. */
const orderOfIssues = (issues: readonly Pick<Issue, 'number' | 'title'>[]): Cell =>
  whole(
    'order',
    issues.map(({ number, title }) => ({ number, title })),
    lines(issues.map(({ number, title }) => `${number}. ${title}`)),
  )

const orderOfMeasures = (issue: MeasuresOf | Issue, index: number, names: Names): Cell =>
  issueCell(
    issue,
    index,
    names,
    'measures',
    issue.measures.map(({ number, printedNumber, text }) => ({ number, printedNumber, text })),
    lines(issue.measures.map(({ number, text }) => `${number}. ${fieldText(text)}`)),
  )

type Whole =
  | 'years'
  | 'agency'
  | 'cover'
  | 'background'
  | 'criteria'
  | 'order'
  | 'resolutions'
  | 'units'
  | 'nameLists'
  | 'other'
const whole = (part: Whole, holds: unknown, text: string): Cell => ({
  id: part,
  label: matterWords((words) => words[part]),
  text,
  holds,
})

type IssuePart = 'title' | 'analysis' | 'limitations' | 'measures'
const issueCell = (
  issue: Pick<Issue, 'number'>,
  index: number,
  names: Names,
  part: IssuePart,
  holds: unknown,
  text: string,
): Cell => ({
  id: `${names.issue(index)}.${part}`,
  label: matterWords((words) => words.issue(issue.number, words.parts[part])),
  text,
  holds,
})

type MeasurePart = 'text' | 'period' | 'owners' | 'summary'
const measureCell = (
  issue: Pick<Issue, 'number'>,
  measure: Pick<Measure, 'number'>,
  name: string,
  part: MeasurePart,
  holds: unknown,
  text: string,
): Cell => ({
  id: `${name}.${part}`,
  label: matterWords((words) => words.measure(issue.number, measure.number, words.parts[part])),
  text,
  holds,
})

const outcomeCell = (issue: Issue, outcome: Outcome, at: number, name: string): Cell => ({
  id: `${name}.outcome-${at + 1}`,
  label: matterWords((words) => words.outcome(issue.number, at + 1)),
  text: lines([fieldText(outcome.text), ...outcome.facts.map(({ quote }) => quote)]),
  holds: outcome,
})

/** As the report prints it; the words of a report are Thai in either language. */
const fieldText = (field: Field<RichText>): string => fieldIn(field, plainText)

function fieldIn<T>(field: Field<T>, read: (value: T) => string): string {
  if (field.state === 'value') return read(field.value)
  return matterWords((words) =>
    field.state === 'none' ? words.none(field.declaredBy, formatDay(field.declaredOn, 'th')) : words.missing,
  ).th
}

const lines = (texts: readonly (string | null)[]): string =>
  texts.filter((text) => text !== null && text !== '').join('\n')
