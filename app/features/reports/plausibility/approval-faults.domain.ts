import { formatDay } from '../../../kernel/thai-date.ts'
import { bodyKey, meetingNumber, shortHash } from '../../approvals/index.ts'
import type { Cycle, ResolutionMention } from '../../improvement/index.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { hasAgreed, isOfMeeting } from './approval-records.domain.ts'
import {
  type ApprovalRecord,
  type FindingInput,
  whereIs,
  type YearApprovals,
} from './finding-input.domain.ts'

/**
 * Where the report says that a meeting approved its measures or itself, and the records say something else: there is none, the
 * meeting was on another day, or it decided about another content. Each meeting is asked about once for each thing.
 */
export function findApprovalFaults({ cycle, approvals }: FindingInput): Finding[] {
  // A report that was public before anything was recorded is judged by its own words alone.
  if (!approvals || (approvals.measuresHash === null && approvals.records.length === 0)) return []
  return onceEach(cycle).flatMap((mention) => {
    const records = approvals.records.filter((record) => isOfMeeting(record, mention, cycle))
    return [
      ...notRecorded(mention, records),
      ...otherDay(mention, records),
      ...otherContent(mention, records, { approvals, fiscalYear: cycle.fiscalYear }),
    ]
  })
}

function onceEach({ resolutions, agency }: Cycle): readonly ResolutionMention[] {
  const names = { nameTh: agency.name, shortName: agency.shortName }
  const nameOf = ({ about, meetingNumber: number, body }: ResolutionMention) =>
    [about, meetingNumber(number), bodyKey(body, names)].join(' ')
  return resolutions
    .filter(({ about }) => about !== 'other')
    .filter((mention, index, all) => all.findIndex((one) => nameOf(one) === nameOf(mention)) === index)
}

const spotOf = ({ place, wording }: ResolutionMention) => ({
  place: { issue: place.issue, measure: place.measure },
  where: whereIs({ issue: place.issue, measure: place.measure, part: place.part }),
  evidence: [wording],
})

function notRecorded(mention: ResolutionMention, records: readonly ApprovalRecord[]): Finding[] {
  const isRecorded = records.some(
    (record) =>
      record.about === mention.about && (hasAgreed(record) || record.decision === 'approved-with-changes'),
  )
  if (isRecorded) return []
  return [
    {
      code: 'approval.not-recorded',
      ...spotOf(mention),
      message: findingSentence((words, lang) =>
        words.approvalNotRecorded(mention.body, mention.meetingNumber, formatDay(mention.heldOn.day, lang)),
      ),
      part: 'meetings',
    },
  ]
}

function otherDay(mention: ResolutionMention, records: readonly ApprovalRecord[]): Finding[] {
  const [record] = records
  if (!record || records.some(({ heldOn }) => heldOn === mention.heldOn.day)) return []
  return [
    {
      code: 'approval.other-day',
      ...spotOf(mention),
      message: findingSentence((words, lang) =>
        words.approvalOtherDay(
          mention.meetingNumber,
          formatDay(mention.heldOn.day, lang),
          formatDay(record.heldOn, lang),
        ),
      ),
      part: `resolutions/${record.resolutionId}`,
    },
  ]
}

/** Only the report itself is what the report says was approved; of its measures another rule speaks. */
function otherContent(
  mention: ResolutionMention,
  records: readonly ApprovalRecord[],
  { approvals, fiscalYear }: Readonly<{ approvals: YearApprovals; fiscalYear: number }>,
): Finding[] {
  if (mention.about !== 'report') return []
  const ofReport = records.filter((record) => record.about === 'report' && record.contentHash !== null)
  const newest = ofReport.at(-1)
  if (!newest?.contentHash || ofReport.some((one) => one.contentHash === approvals.contentHash)) return []
  const approved = shortHash(newest.contentHash)
  return [
    {
      code: 'approval.other-content',
      ...spotOf(mention),
      message: findingSentence((words, lang) =>
        words.approvalOtherContent(
          newest.meetingNumber,
          formatDay(newest.heldOn, lang),
          shortHash(approvals.contentHash),
          approved,
        ),
      ),
      part: `approvals/report/${fiscalYear}/difference`,
    },
  ]
}

/** The measures of a year at work, where other ones were approved and these never were. */
export function findMeasuresChangedSinceApproval({ cycle, approvals }: FindingInput): Finding[] {
  if (!approvals || approvals.measuresHash === null) return []
  const approved = approvals.records.filter(
    (one) => one.about === 'measures' && one.decision === 'approved' && one.contentHash !== null,
  )
  const newest = approved.at(-1)
  if (!newest || approved.some(({ contentHash }) => contentHash === approvals.measuresHash)) return []
  return [
    {
      code: 'measures.changed-since-approval',
      place: { issue: null, measure: null },
      evidence: [newest.wording],
      where: whereIs({ issue: null }),
      message: findingSentence((words, lang) =>
        words.measuresChanged(newest.meetingNumber, formatDay(newest.heldOn, lang)),
      ),
      part: `approvals/measures/${cycle.fiscalYear}/difference`,
    },
  ]
}
