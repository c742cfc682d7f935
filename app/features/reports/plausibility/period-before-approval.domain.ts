import { formatDay } from '../../../kernel/thai-date.ts'
import type { Cycle, Issue, Period, ResolutionMention } from '../../improvement/index.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type FindingInput, whereIs } from './finding-input.domain.ts'

/**
 * Measures whose period ended or began before the day they were approved. Of several approvals the earliest counts, and
 * one that is mentioned inside an issue counts for that issue alone.
 */
export const findPeriodsBeforeApproval = ({ cycle }: FindingInput): Finding[] =>
  cycle.issues.flatMap((issue) => {
    const approval = earliestApproval(cycle, issue)
    if (approval === null) return []
    return issue.measures.flatMap(({ number, period }) =>
      period.state === 'value' ? judgePeriod(issue.number, number, period.value, approval) : [],
    )
  })

const earliestApproval = (cycle: Cycle, issue: Issue): ResolutionMention | null =>
  cycle.resolutions
    .filter(
      ({ about, place }) => about === 'measures' && (place.issue === null || place.issue === issue.number),
    )
    .reduce<ResolutionMention | null>(
      (earliest, each) => (earliest && earliest.heldOn.day <= each.heldOn.day ? earliest : each),
      null,
    )

function judgePeriod(
  issue: number,
  measure: number,
  period: Period,
  { heldOn, meetingNumber, wording }: ResolutionMention,
): Finding[] {
  if (period.start >= heldOn.day) return []
  const ended = period.end < heldOn.day
  return [
    {
      code: ended ? 'period.ended-before-approval' : 'period.began-before-approval',
      place: { issue, measure },
      evidence: [period.written, wording],
      where: whereIs({ issue, measure, part: 'period' }),
      message: findingSentence((words, lang) => {
        const say = ended ? words.endedBeforeApproval : words.beganBeforeApproval
        return say(period.written, meetingNumber, formatDay(heldOn.day, lang))
      }),
    },
  ]
}
