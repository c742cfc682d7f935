import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { typedSpan } from '../facts/typed-period.domain.ts'
import type { BulkFault } from './bulk.errors.ts'
import type { Assignment, BulkAct } from './bulk-plan.domain.ts'

/**
 * A measure that was chosen, with what was shown of it: its version, and the last time that the same was done to it ('' for
 * never).
 */
export type Chosen = Readonly<{ id: string; seenVersion: number; seenStep: string }>

/** A bulk act as it was sent, texts as typed. */
export type SentBulk = Readonly<{
  act: BulkAct
  chosen: readonly Chosen[]
  how: string
  unitIds: readonly string[]
  personIds: readonly string[]
  dueDay: string
  note: string
}>

/** What is to be done to all that were chosen. `note` is said to those who are told; null for none. */
export type BulkOrder = Readonly<{ note: string | null }> &
  (
    | (Readonly<{ act: 'assign' }> & Assignment)
    | Readonly<{ act: 'extend'; day: IsoDay }>
    | Readonly<{ act: 'remind' }>
  )

const LONGEST_NOTE = 1_000
const MOST_CHOSEN = 500

type Ground = Readonly<{
  /** B.E. */
  fiscalYear: number
  today: IsoDay
  /** Units that take something new, and people who may be named. */
  unitIds: readonly string[]
  personIds: readonly string[]
}>

/** Every fault is told at its field. */
export function readBulk(sent: SentBulk, ground: Ground): Result<BulkOrder, readonly BulkFault[]> {
  const faults: BulkFault[] = []
  if (sent.chosen.length === 0) faults.push({ field: '', code: 'bulk.none-chosen' })
  if (sent.chosen.length > MOST_CHOSEN) faults.push({ field: '', code: 'bulk.too-many' })
  const note = sent.note.trim()
  if (note.length > LONGEST_NOTE) faults.push({ field: 'note', code: 'bulk.note-too-long' })
  const said = { note: note === '' ? null : note }
  const order = orderOf(sent, ground, faults)
  return order && faults.length === 0 ? ok({ ...order, ...said }) : err(faults)
}

function orderOf(sent: SentBulk, ground: Ground, faults: BulkFault[]) {
  if (sent.act === 'remind') return { act: sent.act } as const
  if (sent.act === 'extend') {
    const day = typedSpan(sent.dueDay, ground.fiscalYear)?.end
    if (day === undefined) faults.push({ field: 'dueDay', code: 'bulk.no-day' })
    else if (day < ground.today) faults.push({ field: 'dueDay', code: 'bulk.past-day' })
    return day === undefined ? null : ({ act: sent.act, day } as const)
  }
  const { unitIds, personIds } = sent
  const isKnown =
    unitIds.every((id) => ground.unitIds.includes(id)) &&
    personIds.every((id) => ground.personIds.includes(id))
  if (unitIds.length + personIds.length === 0) faults.push({ field: 'unitId', code: 'bulk.no-owners' })
  else if (!isKnown) faults.push({ field: 'unitId', code: 'bulk.unknown-owner' })
  // A measure that is nobody's would be printed without an owner.
  if (sent.how === 'replace' && unitIds.length === 0 && personIds.length > 0)
    faults.push({ field: 'unitId', code: 'bulk.no-unit' })
  const how = sent.how === 'replace' ? 'replace' : 'add'
  return { act: sent.act, how, unitIds, personIds } as const
}
