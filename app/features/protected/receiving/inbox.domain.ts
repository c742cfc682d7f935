import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { CaseStatus } from '../cases/case.domain.ts'
import { nextDue, overdueStages } from '../deadlines/deadlines.domain.ts'
import type { Stage } from '../settings/channel-settings.domain.ts'
import { isOver } from './case-mark.domain.ts'

/** A case in the list of who can open it. */
export type InboxCase = Readonly<{
  id: string
  channel: 'web' | 'desk'
  category: string
  status: CaseStatus
  receivedDay: IsoDay
  due: Readonly<Record<Stage, IsoDay>>
  done: Readonly<Record<Stage, IsoDay | null>>
  eraseDue: IsoDay | null
  isHeld: boolean
  hasUnread: boolean
}>

export const INBOX_FILTERS = ['open', 'late', 'unread', 'closed', 'junk'] as const
export type InboxFilter = (typeof INBOX_FILTERS)[number]

export const readInboxFilter = (asked: string | null): InboxFilter =>
  INBOX_FILTERS.find((one) => one === asked) ?? 'open'

const dueCase = ({ due, done, status }: InboxCase) => ({ due, done, isOver: isOver(status) })

/** What comes next, and whether its day has passed. */
export const dueOf = (one: InboxCase, today: IsoDay) => ({
  next: nextDue(dueCase(one)),
  isLate: overdueStages(dueCase(one), today).length > 0,
})

export function isShown(one: InboxCase, filter: InboxFilter, today: IsoDay): boolean {
  if (filter === 'closed' || filter === 'junk') return one.status === filter
  if (isOver(one.status)) return false
  if (filter === 'unread') return one.hasUnread
  return filter === 'open' || dueOf(one, today).isLate
}

/** What is due first stands first; nothing tells the order in which cases of a day came. */
export const inboxOrder = (today: IsoDay) => (one: InboxCase, other: InboxCase) => {
  const [mine, its] = [one, other].map((each) => dueOf(each, today).next?.day ?? '9999')
  if (mine !== its) return (mine ?? '') < (its ?? '') ? -1 : 1
  return one.id < other.id ? -1 : 1
}
