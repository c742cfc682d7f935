import type { Bilingual } from '../../../i18n/language.ts'
import type { TicketKind } from '../tickets/ticket.domain.ts'

/** What a ticket may be about beside a service page; with a place where the place is what matters (a broken lamp). */
export type Topic = Readonly<{
  /** Small letters, digits and hyphens; never changes. */
  key: string
  title: Bilingual
  /** Whose it is: tickets of it go there at once. */
  unitId: string | null
  /** Whether a place is asked for; these are the services of Open311. */
  hasPlace: boolean
}>

/** How the desk of an agency works. */
export type DeskSettings = Readonly<{
  schema: 'prongsai.desk/1'
  /** Working days within which is answered, by kind; null where nothing is promised. */
  dueDays: Readonly<Record<TicketKind, number | null>>
  /** Working days before the day due on which who answers for it is reminded. */
  remindDays: number
  /** Working days from one step of escalation to the next: unit head, then desk. */
  escalateDays: number
  /** Days after the answer within which the person may say that it is not over. */
  reopenDays: number
  /** Months after closing at which name, address and telephone are erased. */
  eraseAfterMonths: number
  topics: readonly Topic[]
  /** Whether other programs may read and send tickets (Open311). */
  isOpen311On: boolean
}>

/** What holds where the agency has set nothing. The times are its own to set; nothing of them is law. */
export const DEFAULT_DESK_SETTINGS: DeskSettings = {
  schema: 'prongsai.desk/1',
  dueDays: { praise: null, suggestion: 15, question: 7, complaint: 15 },
  remindDays: 2,
  escalateDays: 3,
  reopenDays: 30,
  eraseAfterMonths: 24,
  topics: [],
  isOpen311On: false,
}
