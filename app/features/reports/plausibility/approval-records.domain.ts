import type { IsoDay } from '../../../kernel/thai-date.ts'
import { bodyKey, meetingNumber } from '../../approvals/index.ts'
import type { Cycle, ResolutionMention } from '../../improvement/index.ts'
import type { ApprovalRecord, FindingInput } from './finding-input.domain.ts'

/** An approval of the year's measures; `issues` are the only ones that it is about, null for all. */
export type MeasuresApproval = Readonly<{
  heldOn: IsoDay
  meetingNumber: string
  wording: string
  issues: readonly number[] | null
}>

/** Approvals of the measures: as they are recorded, or as the report says where nothing is recorded of them. */
export function measuresApprovals({ cycle, approvals }: FindingInput): readonly MeasuresApproval[] {
  const mentions = cycle.resolutions.filter(({ about }) => about === 'measures')
  const records = (approvals?.records ?? []).filter((one) => one.about === 'measures' && hasAgreed(one))
  if (records.length === 0)
    return mentions.map((mention) => ({
      heldOn: mention.heldOn.day,
      meetingNumber: mention.meetingNumber,
      wording: mention.wording,
      issues: issuesOf([mention]),
    }))
  return records.map((record) => ({
    heldOn: record.heldOn,
    meetingNumber: record.meetingNumber,
    wording: record.wording,
    issues: issuesOf(mentions.filter((mention) => isOfMeeting(record, mention, cycle))),
  }))
}

/** Only the report says of which issue alone a resolution is. */
const issuesOf = (mentions: readonly ResolutionMention[]): readonly number[] | null => {
  const issues = mentions.flatMap(({ place }) => place.issue ?? [])
  return mentions.length > 0 && issues.length === mentions.length ? issues : null
}

/** Whether a mention speaks of the meeting of a record: the same body and the same number. */
export function isOfMeeting(record: ApprovalRecord, mention: ResolutionMention, { agency }: Cycle): boolean {
  if (meetingNumber(mention.meetingNumber) !== record.meetingNumber) return false
  const names = { nameTh: agency.name, shortName: agency.shortName }
  const key = bodyKey(mention.body, names)
  return [record.bodyName, record.bodyShortName].some((name) => name !== null && bodyKey(name, names) === key)
}

/** Agreed to what was shown, or took note of it. */
export const hasAgreed = ({ decision }: ApprovalRecord): boolean =>
  decision === 'approved' || decision === 'acknowledged'
