import type {
  Cycle,
  Issue,
  Measure,
  Outcome,
  Period,
  ResolutionMention,
  ScoreFact,
} from '../../app/features/improvement/index.ts'
import { aValue } from '../../app/kernel/field.ts'
import { type ItemRef, itemRef } from '../../app/kernel/item-ref.ts'
import { plain, type RichText } from '../../app/kernel/rich-text.ts'

/** A complete cycle of fiscal year 2567 that answers 2568:O28: one issue, one measure, one outcome. */
export const aCycle = (given: Partial<Cycle> = {}): Cycle => ({
  schema: 'prongsai.cycle/1',
  fiscalYear: 2567,
  resultsYear: 2566,
  answers: itemRef(2568, 'O28'),
  agency: { name: 'Office of Samples', shortName: 'OS' },
  cover: {
    title: 'Report on the measures',
    agencyLine: 'Office of Samples',
    yearLine: 'Fiscal year 2567',
    preparedByLine: null,
    approvalLine: null,
    runningTitle: null,
    issuesHeading: null,
  },
  background: plain('Why this report exists'),
  criteria: null,
  issues: [anIssue()],
  resolutions: [],
  units: [],
  nameLists: [],
  source: null,
  ...given,
})

export const anIssue = (given: Partial<Issue> = {}): Issue => ({
  number: 1,
  title: 'Service',
  listedTitle: null,
  analysis: plain('Users find the steps unclear'),
  limitations: [],
  measures: [aMeasure()],
  outcomes: [anOutcome()],
  ...given,
})

export const aMeasure = (given: Partial<Measure> = {}): Measure => ({
  number: 1,
  printedNumber: null,
  text: aValue(plain('Publish the service manual')),
  period: aValue(aPeriod('2024-01-01', '2024-03-31')),
  owners: aValue({ written: 'Risk section (CSR)', units: [{ name: 'Risk section', code: 'CSR' }] }),
  summary: aValue(plain('The manual stands on the website')),
  ...given,
})

export const aPeriod = (start: string, end: string): Period => ({ written: `${start} – ${end}`, start, end })

export const anOutcome = (given: Partial<Outcome> = {}): Outcome => ({
  covers: [1],
  text: aValue(plain('Users know the steps')),
  facts: [],
  ...given,
})

/** A score of 2567 beside one of 2566; the items are given as codes of their years. */
export function aScore(given: {
  label?: string
  before?: readonly [value: string, code: string | null] | null
  after?: readonly [value: string, code: string | null]
  quote?: string
}): ScoreFact {
  const label = given.label ?? 'Steps are followed'
  const before = given.before === undefined ? (['77.33', 'e1'] as const) : given.before
  const after = given.after ?? (['89.10', 'e1'] as const)
  const of = (year: number, code: string | null): ItemRef | null =>
    code === null ? null : itemRef(year, code)
  return {
    kind: 'score',
    label,
    before: before && { year: 2566, value: before[0], of: of(2566, before[1]) },
    after: { year: 2567, value: after[0], of: of(2567, after[1]) },
    unit: 'points',
    quote: given.quote ?? `${label} ${after[0]}`,
  }
}

/** The approval of the measures on a day, mentioned in the background unless an issue is given. */
export const anApproval = (
  day: string,
  issue: number | null = null,
  about: ResolutionMention['about'] = 'measures',
): ResolutionMention => ({
  body: 'Executive meeting',
  meetingNumber: '2/2567',
  heldOn: { written: day, day },
  wording: `approved on ${day}`,
  about,
  place: { part: issue === null ? 'background' : 'outcome', issue, measure: null },
})

/** A paragraph in which `[e1]` is the citation of 2566:e1, and words between asterisks are strong. */
export const cited = (text: string): RichText => [
  {
    kind: 'paragraph',
    runs: text.split(/(\*[^*]*\*)/).flatMap((part) =>
      part
        .replaceAll('*', '')
        .split(/(\[[^\]]*\])/)
        .filter((piece) => piece !== '')
        .map((piece) => ({
          text: piece.replace(/[[\]]/g, ''),
          ...(part.startsWith('*') ? { strong: true as const } : {}),
          ...(piece.startsWith('[') ? { cites: [itemRef(2566, piece.slice(1, -1))] } : {}),
        })),
    ),
  },
]
