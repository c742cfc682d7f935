import { readFileSync } from 'node:fs'
import type {
  Cycle,
  Issue,
  Measure,
  Outcome,
  OutcomeFact,
  ResolutionMention,
  ScoreFact,
  SuspectedFault,
} from '../../app/features/improvement/index.ts'
import { aValue } from '../../app/kernel/field.ts'
import { type ItemRef, itemRef } from '../../app/kernel/item-ref.ts'
import { type Block, plain, plainText, type RichText, type Run } from '../../app/kernel/rich-text.ts'
import { parseThaiDay, parseThaiPeriod } from '../../app/kernel/thai-date.ts'
import type { ExampleFile, ExampleIssue, ExampleReference } from './example-file.ts'
import { type CitationMark, markedText } from './example-marked-text.ts'
import { eventPassages, exampleWords, issuesSubheading, scorePassages } from './example-words.th.ts'

const FILE = new URL('../../examples/dga-2567/report-2567.json', import.meta.url)

/**
 * What each score of the example measures, before and after, in the order of the report: by the names of indicators and
 * by the meaning of the questions. The satisfaction survey of issue 1 is the agency's own and no item of the assessment.
 */
const MEASURED: Readonly<Record<number, readonly (readonly [string | null, string | null])[]>> = {
  1: [
    ['ind6', 'ind6'],
    [null, null],
  ],
  2: [
    ['e1', 'e1'],
    ['e5', 'e2'],
    ['e11', 'e6'],
    ['e12', 'e7'],
    ['e14', 'e8'],
  ],
  3: [
    ['e6', 'e4'],
    ['e7', 'e5'],
    ['e8', 'e6'],
  ],
  4: [['ind4', 'ind4']],
  7: [
    [null, 'ind10'],
    [null, 'ind5'],
  ],
}

const readExample = (): ExampleFile => JSON.parse(readFileSync(FILE, 'utf8')) as ExampleFile

/** The example's cycle, built from its data file without any importer. */
export function exampleCycle(): Cycle {
  const file = readExample()
  const { document: cover, o28: rule } = file
  const answers = itemRef(cover.derived.assessment_year_be, cover.derived.oit_item)
  const issues = file.issues.map((issue, index) => readIssue(issue, file.issue_titles[index] ?? '', file))
  return {
    schema: 'prongsai.cycle/1',
    fiscalYear: cover.derived.fiscal_year_be,
    resultsYear: 2566,
    answers,
    agency: { name: cover.agency, shortName: cover.derived.agency_short },
    cover: {
      title: cover.title,
      agencyLine: cover.agency_line,
      yearLine: cover.fiscal_year_line,
      preparedByLine: cover.prepared_by_line,
      approvalLine: cover.approval_line,
      runningTitle: cover.running_title,
      issuesHeading: `${file.analysis_heading}\n${issuesSubheading}`,
    },
    background: [backgroundOf(file.background, answers, cover.derived.oit_item)],
    criteria: {
      heading: rule.heading,
      body: [
        {
          kind: 'list',
          ordered: false,
          items: [
            { level: 1, runs: [{ text: rule.intro }] },
            ...rule.components.map(({ no, text }) => ({
              level: 2 as const,
              runs: [{ text: `(${no}) ${text}` }],
            })),
            { level: 1, runs: [{ text: rule.period_condition }] },
          ],
        },
      ],
      scoringHeading: exampleWords.scoring,
      scoring: rule.scoring.map(({ score, text }) => ({
        kind: 'paragraph' as const,
        runs: [{ text: exampleWords.points(score), strong: true as const }, { text: ` ${text}` }],
      })),
    },
    issues,
    resolutions: file.approvals
      .map((approval) => readResolution(approval, file))
      .toSorted((a, b) => READING_ORDER.indexOf(a.place.part) - READING_ORDER.indexOf(b.place.part)),
    units: unitsNamed(issues),
    nameLists: [file.advisers, file.authors].map(({ heading, people }) => ({
      heading,
      persons: people.map(({ no, name, position }) => ({ number: `${no}.`, name, position })),
    })),
    source: { fileName: file.source.file, sha256: file.source.sha256, format: 'text' },
  }
}

/** The places of the example where its text is probably wrong. */
export const exampleFaults = (): readonly SuspectedFault[] =>
  readExample().derived.suspected_text_faults.map(({ source_line, ...fault }) => ({
    line: source_line,
    ...fault,
  }))

/** The parts in which the example mentions resolutions, as they follow one another. */
const READING_ORDER: readonly ResolutionMention['place']['part'][] = ['cover', 'background', 'outcome']

/** The background names the item that the report answers, once. */
function backgroundOf(texts: readonly string[], answers: ItemRef, code: string): Block {
  const runsOf = (text: string): Run[] => {
    const at = text.indexOf(code)
    return at < 0
      ? [{ text }]
      : [
          { text: text.slice(0, at) },
          { text: code, cites: [answers] },
          { text: text.slice(at + code.length) },
        ]
  }
  return { kind: 'list', ordered: false, items: texts.map((text) => ({ level: 1, runs: runsOf(text) })) }
}

/** Every unit once, in the order in which the measures name them. */
function unitsNamed(issues: readonly Issue[]): Cycle['units'] {
  const units = issues.flatMap(({ measures }) =>
    measures.flatMap(({ owners }) => (owners.state === 'value' ? owners.value.units : [])),
  )
  return [...new Map(units.map((unit) => [unit.name, unit])).values()]
}

function readIssue(issue: ExampleIssue, listed: string, file: ExampleFile): Issue {
  const listedTitle = listed.replace(/^\(\d+\)\s*/, '')
  return {
    number: issue.no,
    title: issue.title,
    listedTitle: listedTitle === issue.title ? null : listedTitle,
    analysis: markedText(issue.analysis_md, issue.item_refs.map(citation)),
    limitations: issue.limitations.map(({ text }) => plain(text)),
    measures: issue.measures.map((measure, index) => readMeasure(measure, index, file)),
    outcomes: [readOutcome(issue)],
  }
}

function readMeasure(
  measure: ExampleIssue['measures'][number],
  index: number,
  { derived }: ExampleFile,
): Measure {
  // One cell writes a unit's name with a space that the list of units does not have.
  const nameOf = (name: string) =>
    derived.units.find((unit) => unit.name === name.replace(/\s/gu, ''))?.name ?? name
  const span = parseThaiPeriod(measure.period_text)
  if (span === null) throw new Error(`no period: ${measure.period_text}`)
  return {
    number: index + 1,
    printedNumber: measure.no === null ? null : `${measure.no}.`,
    text: aValue(plain(measure.text)),
    period: aValue({ written: measure.period_text, ...span }),
    owners: aValue({
      written: measure.responsible_text,
      units: measure.units.map(({ name, code }) => ({ name: nameOf(name), code })),
    }),
    summary: aValue(markedText(measure.summary_md, measure.oit_refs_in_summary.map(citation))),
  }
}

const citation = ({ raw, derived }: ExampleReference): CitationMark => ({
  written: raw,
  cited: raw.split(' ').at(-1) ?? raw,
  year: derived.numbering_year_be,
  codes: derived.codes ?? (derived.code ? [derived.code] : []),
})

function readOutcome(issue: ExampleIssue): Outcome {
  const text = markedText(issue.outcome_md)
  const shared = issue.derived.outcome_is_shared_by_all_measures_of_the_issue
  return {
    covers: shared ? issue.measures.map((_, index) => index + 1) : [1],
    text: aValue(text),
    facts: [
      ...issue.score_pairs.map((pair, index) => readScore(issue.no, index, pair, text)),
      ...(['absence', 'completion'] as const).flatMap((kind): OutcomeFact[] => {
        const quote = eventPassages[issue.no]?.[kind]
        return quote === undefined ? [] : [{ kind, quote }]
      }),
    ],
  }
}

function readScore(
  issue: number,
  index: number,
  pair: ExampleIssue['score_pairs'][number],
  text: RichText,
): ScoreFact {
  const [before = null, after = null] = MEASURED[issue]?.[index] ?? []
  const of = (year: number, code: string | null): ItemRef | null =>
    code === null ? null : itemRef(year, code)
  return {
    kind: before === null && after === null ? 'percentage' : 'score',
    label: pair.label,
    before: pair.value_2566 === null ? null : { year: 2566, value: pair.value_2566, of: of(2566, before) },
    after: { year: 2567, value: pair.value_2567, of: of(2567, after) },
    unit: pair.unit,
    quote: lineWith(text, pair.value_2567),
    ...scorePassages[issue]?.[index],
  }
}

const lineWith = (text: RichText, words: string): string =>
  plainText(text)
    .split('\n')
    .find((line) => line.includes(words)) ?? ''

function readResolution(approval: ExampleFile['approvals'][number], file: ExampleFile): ResolutionMention {
  const day = parseThaiDay(approval.date_text)
  if (day === null) throw new Error(`no day: ${approval.date_text}`)
  const { object } = approval.derived
  const { approval_line } = file.document
  const onCover = approval_line.includes(approval.date_text)
  const background = file.background.find((text) => text.includes(approval.date_text))
  const issue = file.issues.find(({ outcome_md }) => outcome_md.includes(approval.date_text))
  // A line of the cover or the background is the sentence; in a cell it begins with the decision.
  const sentence = issue?.outcome_md.slice(issue.outcome_md.indexOf(approval.decision))
  return {
    body: approval.body,
    meetingNumber: approval.meeting_no,
    heldOn: { written: approval.date_text, day },
    wording: onCover ? approval_line : (background ?? sentence ?? ''),
    about: object === 'measures' || object === 'report' ? object : 'other',
    place:
      onCover || background
        ? { part: onCover ? 'cover' : 'background', issue: null, measure: null }
        : { part: 'outcome', issue: issue?.no ?? null, measure: 1 },
  }
}
