import type { Bilingual } from '../../../i18n/language.ts'
import type { YearApproval } from '../../approvals/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Cycle, Issue, Outcome, ScoreFact, SuspectedFault } from '../../improvement/index.ts'
import type { CompletenessRule } from '../completeness-rule.domain.ts'
import { type FindingWords, findingSentence } from '../text/index.ts'

/** What the rules of the findings read. Each rule is a function from this to its findings. */
export type FindingInput = Readonly<{
  cycle: Cycle
  catalogue: Catalogue
  /** The rule of the item by which the report is judged; null when none is known. */
  rule: CompletenessRule | null
  suspectedFaults: readonly SuspectedFault[]
  /** What was recorded about the approvals of the year; absent where there are no records to read (the command line). */
  approvals?: YearApprovals
}>

export type YearApprovals = Readonly<{
  /** Resolutions about the measures or the report of the year, and those that its report speaks of, by their days. */
  records: readonly ApprovalRecord[]
  /** Hash of the report's content. */
  contentHash: string
  /** Hash of its measures as they go before a meeting; null for a report that is public. */
  measuresHash: string | null
}>
export type ApprovalRecord = Pick<
  YearApproval,
  | 'resolutionId'
  | 'about'
  | 'bodyName'
  | 'bodyShortName'
  | 'meetingNumber'
  | 'heldOn'
  | 'decision'
  | 'wording'
  | 'contentHash'
>

type Part = keyof FindingWords['part']
export type Spot = Readonly<{ issue: number | null; measure?: number | null; part?: Part }>

/** A place in words: "Issue 2, measure 1 (summary of the work)". */
export const whereIs = ({ issue, measure, part }: Spot): Bilingual =>
  findingSentence((words) => {
    const place = placeWords(words, issue, measure ?? null)
    return part ? words.inPart(place, words.part[part]) : place
  })

function placeWords(words: FindingWords, issue: number | null, measure: number | null): string {
  if (issue === null) return words.wholeReport
  return measure === null ? words.issue(issue) : words.measures(issue, [measure])
}

/** The measure an outcome belongs to alone; null for one shared by several, which belongs to the issue. */
export const ownMeasure = ({ covers }: Outcome): number | null =>
  covers.length === 1 ? (covers[0] ?? null) : null

export type PlacedScore = Readonly<{ issue: Issue; outcome: Outcome; fact: ScoreFact }>

/** All scores and percentages that the outcomes state, in reading order. */
export const scoresOf = (issues: readonly Issue[]): PlacedScore[] =>
  issues.flatMap((issue) =>
    issue.outcomes.flatMap((outcome) =>
      outcome.facts.flatMap((fact) =>
        fact.kind === 'score' || fact.kind === 'percentage' ? [{ issue, outcome, fact }] : [],
      ),
    ),
  )
