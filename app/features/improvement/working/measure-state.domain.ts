import type { IsoDay } from '../../../kernel/thai-date.ts'

/** Where a measure stands: ยังไม่เริ่ม, กำลังทำ, รอตรวจ, ขอแก้ไข, เสร็จ. The names are contracts: they stand in the database. */
export const MEASURE_STATES = ['not-started', 'working', 'in-review', 'returned', 'done'] as const
export type MeasureState = (typeof MEASURE_STATES)[number]

/** What moves a measure on. `start` comes by itself with the first progress; the others are acts of their own. */
export type MeasureMove = 'start' | 'submit' | 'return' | 'accept' | 'reopen'

/** From where each move may be made, and where it leads. */
const MOVES: Readonly<Record<MeasureMove, Readonly<{ from: readonly MeasureState[]; to: MeasureState }>>> = {
  start: { from: ['not-started'], to: 'working' },
  submit: { from: ['not-started', 'working', 'returned'], to: 'in-review' },
  return: { from: ['in-review'], to: 'returned' },
  accept: { from: ['in-review'], to: 'done' },
  reopen: { from: ['done'], to: 'working' },
}

/** The state that a move leads to; null where it cannot be made. */
export const stateAfter = (state: MeasureState, move: MeasureMove): MeasureState | null =>
  MOVES[move].from.includes(state) ? MOVES[move].to : null

/** Whether somebody has still to hand it in. */
export const isOpen = (state: MeasureState): boolean => state !== 'done' && state !== 'in-review'

/** Late: its day has passed, and it was not handed in. On the day itself it is not late yet. */
export const isLate = (measure: { state: MeasureState; dueOn: IsoDay | null }, today: IsoDay): boolean =>
  isOpen(measure.state) && measure.dueOn !== null && measure.dueOn < today
