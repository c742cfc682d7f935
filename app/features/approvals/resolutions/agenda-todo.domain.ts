import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { ItemToResolve } from './resolution.domain.ts'

/** What is to be done with an item now; also the key of its words. */
export type AgendaTodo = 'planned' | 'cancelled' | 'future' | 'record' | 'notYours' | 'resolved'

export function todoOf(
  {
    item: { meeting },
    resolution,
    recordRefusal,
  }: Readonly<{
    item: Readonly<{ meeting: Pick<ItemToResolve['meeting'], 'state' | 'heldOn'> }>
    resolution: object | null
    recordRefusal: object | null
  }>,
  today: IsoDay,
): AgendaTodo {
  if (resolution !== null) return 'resolved'
  if (meeting.state === 'cancelled') return 'cancelled'
  if (meeting.heldOn > today) return 'future'
  if (meeting.state === 'planned') return 'planned'
  return recordRefusal === null ? 'record' : 'notYours'
}

export const mayRecordNow = (todo: AgendaTodo): boolean => todo === 'record'
