import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { CaseEvent } from './case-event.table.ts'

/** One count: of a month (its first day), a channel, a category and an event. */
export type CaseCount = Readonly<{
  month: IsoDay
  channel: string
  category: string
  event: CaseEvent
  n: number
}>
