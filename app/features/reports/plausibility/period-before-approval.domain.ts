import { formatDay } from '../../../kernel/thai-date.ts'
import type { Issue, Period } from '../../improvement/index.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type MeasuresApproval, measuresApprovals } from './approval-records.domain.ts'
import type { FindingInput } from './finding-input.domain.ts'

/**
 * Measures whose period ended or began before the day they were approved, one finding for all that an issue has of either
 * kind. Of several approvals the earliest counts, and one that is mentioned inside an issue counts for that issue alone.
 */
export const findPeriodsBeforeApproval = (input: FindingInput): Finding[] =>
  input.cycle.issues.flatMap((issue) => {
    const approval = earliestApproval(measuresApprovals(input), issue)
    if (approval === null) return []
    const early = periodsOf(issue).filter(({ period }) => period.start < approval.heldOn)
    const ended = early.filter(({ period }) => period.end < approval.heldOn)
    return [
      ...toFinding('period.ended-before-approval', issue, ended, approval),
      ...toFinding(
        'period.began-before-approval',
        issue,
        early.filter((each) => !ended.includes(each)),
        approval,
      ),
    ]
  })

type PlacedPeriod = Readonly<{ measure: number; period: Period }>

const periodsOf = ({ measures }: Issue): PlacedPeriod[] =>
  measures.flatMap(({ number, period }) =>
    period.state === 'value' ? [{ measure: number, period: period.value }] : [],
  )

const earliestApproval = (approvals: readonly MeasuresApproval[], issue: Issue): MeasuresApproval | null =>
  approvals
    .filter(({ issues }) => issues === null || issues.includes(issue.number))
    .reduce<MeasuresApproval | null>(
      (earliest, each) => (earliest && earliest.heldOn <= each.heldOn ? earliest : each),
      null,
    )

/** Placed at the first of the measures; none when there are no measures. */
function toFinding(
  code: 'period.ended-before-approval' | 'period.began-before-approval',
  issue: Issue,
  periods: readonly PlacedPeriod[],
  { heldOn, meetingNumber, wording }: MeasuresApproval,
): Finding[] {
  const measures = periods.map(({ measure }) => measure)
  const [first] = measures
  if (first === undefined) return []
  const written = [...new Set(periods.map(({ period }) => period.written))]
  return [
    {
      code,
      place: { issue: issue.number, measure: first },
      evidence: [...written, wording],
      where: findingSentence((words) =>
        words.inPart(words.measures(issue.number, measures), words.part.period),
      ),
      message: findingSentence((words, lang) => {
        const say =
          code === 'period.ended-before-approval' ? words.endedBeforeApproval : words.beganBeforeApproval
        return say(written, meetingNumber, formatDay(heldOn, lang))
      }),
    },
  ]
}
