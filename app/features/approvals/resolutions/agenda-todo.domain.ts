import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { AgendaPage } from './agenda-page.queries.server.ts'

/** What is to be done with an item now; also the key of its words. */
export type AgendaTodo = 'planned' | 'cancelled' | 'future' | 'record' | 'notYours' | 'resolved'

export function todoOf(
  { item: { meeting }, resolution, recordRefusal }: Pick<AgendaPage, 'item' | 'resolution' | 'recordRefusal'>,
  today: IsoDay,
): AgendaTodo {
  if (resolution !== null) return 'resolved'
  if (meeting.state === 'cancelled') return 'cancelled'
  if (meeting.heldOn > today) return 'future'
  if (meeting.state === 'planned') return 'planned'
  return recordRefusal === null ? 'record' : 'notYours'
}

export const mayRecordNow = (todo: AgendaTodo): boolean => todo === 'record'
