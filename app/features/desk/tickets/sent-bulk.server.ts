import { isUuid } from '../../../kernel/uuid.ts'
import type { BulkAct, BulkTickets } from './usecases/bulk-tickets.server.ts'

/** A chosen row, as its box says it: identifier, version that was seen, reference. */
type ChosenRow = Readonly<{ id: string; seenVersion: number; reference: string }>

/** What was asked of many tickets, as it was sent: everything typed is shown again. */
export type SentBulk = Readonly<{
  act: BulkAct
  rows: readonly ChosenRow[]
  unitId: string
  officerId: string
  priority: string
  closeReason: string
  junkReason: string
}>

const ACTS: readonly BulkAct[] = ['assign', 'priority', 'close', 'junk']
const ROW = /^(\S+) (\d{1,9}) (R-\d{4}-\d{7})$/

/** Null where no act was pressed that there is. */
export function sentBulk(form: FormData): SentBulk | null {
  const at = (name: string) => String(form.get(name) ?? '')
  const act = ACTS.find((one) => one === at('act'))
  if (!act) return null
  const rows = form.getAll('row').flatMap((value) => {
    const [, id = '', version, reference = ''] = ROW.exec(String(value)) ?? []
    return isUuid(id) ? [{ id, seenVersion: Number(version), reference }] : []
  })
  return {
    act,
    rows,
    unitId: at('unitId'),
    officerId: at('officerId'),
    priority: at('priority'),
    closeReason: at('closeReason'),
    junkReason: at('junkReason'),
  }
}

export const bulkOf = ({ act, rows, unitId, officerId, ...sent }: SentBulk): BulkTickets => ({
  act,
  rows,
  unitId: isUuid(unitId) ? unitId : null,
  officerId: isUuid(officerId) ? officerId : null,
  priority: sent.priority,
  reason: act === 'close' ? sent.closeReason : sent.junkReason,
})
