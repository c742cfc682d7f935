import { type Field, fieldValue } from '../../../kernel/field.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import { citedIn, plainText, type RichText } from '../../../kernel/rich-text.ts'
import type { Cycle, Issue, Measure, Outcome, OutcomeFact } from '../../improvement/index.ts'

/** Parts of a report that a reader may ask about. */
export type CellPart =
  | 'cover'
  | 'background'
  | 'criteria'
  | 'nameLists'
  | 'title'
  | 'analysis'
  | 'limitations'
  | 'text'
  | 'period'
  | 'owners'
  | 'summary'
  | 'outcome'

/**
 * One cell of a report. Its `id` is a contract: it stands in proofs, in addresses as an anchor, and in the public walk
 * ("issue-1.measure-2.summary", "issue-1.outcome-1", "issue-1.analysis", "background").
 */
export type ReportCellId = string
export type WalkCell = Readonly<{
  id: ReportCellId
  part: CellPart
  /** Numbers as the report counts them; null where the part is of no issue, no measure, or no outcome. */
  issue: number | null
  measure: number | null
  /** Position of an outcome within its issue, from 1. */
  outcome: number | null
  /** As published; empty where nothing stands there. Names of people are left out. */
  text: string
  /** Items that it cites or quotes a score of, in reading order. */
  items: readonly ItemRef[]
}>

/** Every cell of a report in the order of the paper. */
export const cellsOf = (cycle: Cycle): readonly WalkCell[] => [
  whole('cover', coverText(cycle), []),
  ...(cycle.background.length > 0
    ? [whole('background', plainText(cycle.background), citedIn(cycle.background))]
    : []),
  ...criteriaCells(cycle),
  ...cycle.issues.flatMap(issueCells),
  ...(cycle.nameLists.length > 0
    ? [whole('nameLists', cycle.nameLists.map(({ heading }) => heading).join('\n'), [])]
    : []),
]

/** The cell of a measure. */
export const measureCellId = (issue: number, measure: number, part: CellPart): ReportCellId =>
  `issue-${issue}.measure-${measure}.${part}`
/** The cell of an outcome; `outcome` counts within the issue from 1. */
export const outcomeCellId = (issue: number, outcome: number): ReportCellId =>
  `issue-${issue}.outcome-${outcome}`
export const issueCellId = (issue: number, part: 'title' | 'analysis' | 'limitations'): ReportCellId =>
  `issue-${issue}.${part}`

const whole = (
  part: 'cover' | 'background' | 'criteria' | 'nameLists',
  text: string,
  items: readonly ItemRef[],
) => ({ id: part, part, issue: null, measure: null, outcome: null, text, items }) satisfies WalkCell

// Who prepared it may be a person; the lines that name bodies and years are told.
const coverText = ({ cover }: Cycle): string =>
  [cover.title, cover.agencyLine, cover.yearLine, cover.approvalLine]
    .filter((line) => line !== null && line !== '')
    .join('\n')

function criteriaCells({ criteria }: Cycle): readonly WalkCell[] {
  if (!criteria) return []
  const lines = [
    criteria.heading,
    plainText(criteria.body),
    criteria.scoringHeading ?? '',
    plainText(criteria.scoring),
  ]
  return [
    whole('criteria', lines.filter((line) => line !== '').join('\n'), [
      ...new Set([...citedIn(criteria.body), ...citedIn(criteria.scoring)]),
    ]),
  ]
}

function issueCells(issue: Issue): readonly WalkCell[] {
  const { number } = issue
  const at = { issue: number, measure: null, outcome: null }
  return [
    { ...at, id: issueCellId(number, 'title'), part: 'title', text: issue.title, items: [] },
    { ...at, id: issueCellId(number, 'analysis'), part: 'analysis', ...told(issue.analysis) },
    ...(issue.limitations.length > 0
      ? [
          {
            ...at,
            id: issueCellId(number, 'limitations'),
            part: 'limitations' as const,
            ...told(issue.limitations.flat()),
          },
        ]
      : []),
    ...issue.measures.flatMap((measure) => measureCells(number, measure)),
    ...issue.outcomes.map((outcome, index) => outcomeCell(number, index + 1, outcome)),
    // Where the report prints that an outcome is missing, a reader may ask, too.
    ...issue.measures
      .filter(({ number: measure }) => !issue.outcomes.some(({ covers }) => covers.includes(measure)))
      .map(
        (measure): WalkCell => ({
          ...at,
          id: measureCellId(number, measure.number, 'outcome'),
          part: 'outcome',
          measure: measure.number,
          text: '',
          items: [],
        }),
      ),
  ]
}

/** The cell that the outcome column of a measure leads to. */
export function outcomeCellOf({ number, outcomes }: Issue, measure: number): ReportCellId {
  const index = outcomes.findIndex(({ covers }) => covers.includes(measure))
  return index < 0 ? measureCellId(number, measure, 'outcome') : outcomeCellId(number, index + 1)
}

function measureCells(issue: number, measure: Measure): readonly WalkCell[] {
  const at = { issue, measure: measure.number, outcome: null }
  const id = (part: CellPart) => measureCellId(issue, measure.number, part)
  return [
    { ...at, id: id('text'), part: 'text', ...toldField(measure.text) },
    { ...at, id: id('period'), part: 'period', text: fieldValue(measure.period)?.written ?? '', items: [] },
    { ...at, id: id('owners'), part: 'owners', text: fieldValue(measure.owners)?.written ?? '', items: [] },
    { ...at, id: id('summary'), part: 'summary', ...toldField(measure.summary) },
  ]
}

function outcomeCell(issue: number, outcome: number, { text, facts }: Outcome): WalkCell {
  const { items, ...rest } = toldField(text)
  return {
    id: outcomeCellId(issue, outcome),
    part: 'outcome',
    issue,
    measure: null,
    outcome,
    ...rest,
    items: [...new Set([...items, ...facts.flatMap(measuredIn)])],
  }
}

const measuredIn = (fact: OutcomeFact): readonly ItemRef[] =>
  'after' in fact ? [fact.before?.of, fact.after.of].filter((of) => of !== null && of !== undefined) : []

const told = (text: RichText) => ({ text: plainText(text), items: citedIn(text) })
const toldField = (field: Field<RichText>) => told(fieldValue(field) ?? [])
