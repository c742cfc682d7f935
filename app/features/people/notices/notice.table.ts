/** What somebody may be told in the office. The names are contracts: they stand in the database. */
export const NOTICE_KINDS = [
  'measure.assigned',
  'measure.submitted',
  'measure.returned',
  'measure.accepted',
  'measure.reopened',
  'measure.extended',
  'measure.reminded',
  'comment.mentioned',
  'comment.written',
  'evidence.expiring',
  'evidence.infected',
  'matter.placed',
  'resolution-task.assigned',
  'walk.broken',
  'watch.alarm',
  'disclosure.assigned',
  'page.review-due',
  'policy.to-read',
  'ticket.assigned',
  'ticket.supplemented',
  'ticket.reopened',
  'ticket.due-soon',
  'ticket.overdue',
  'ticket.file-infected',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const isNoticeKind = (kind: string): kind is NoticeKind =>
  (NOTICE_KINDS as readonly string[]).includes(kind)

/**
 * What the words of a notice are made of: `title` of the thing, `by` (who did it), `reason` as it was given, `day` (ISO) where
 * one is meant. What a kind does not have is absent.
 */
export type NoticeDetail = Readonly<Record<string, string>>

/** Whether the day of a notice is one, not words: it is put into words for whoever reads it. */
export const isNoticeDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day)
