import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Decision } from '../matter.domain.ts'
import type { MentionAbout } from './reported-mention.domain.ts'

/** A resolution about the measures or the report of a fiscal year, or one that the year's report speaks of. */
export type YearApproval = Readonly<{
  resolutionId: string
  about: MentionAbout
  bodyName: string
  bodyShortName: string | null
  meetingNumber: string
  /** The day of the meeting. */
  heldOn: IsoDay
  decision: Decision
  wording: string
  /** Of what was put before the meeting; null where no content of the program was. */
  contentHash: string | null
  origin: 'entered' | 'report-text'
}>
