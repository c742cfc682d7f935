import type { MeasureState } from '../../working/measure-state.domain.ts'

/** What the states of a measure are called; `late` is one that no measure is kept in: its day has passed. */
export const measureStateTh = {
  states: {
    'not-started': 'ยังไม่เริ่ม',
    working: 'กำลังทำ',
    'in-review': 'รอตรวจ',
    returned: 'ขอแก้ไข',
    done: 'เสร็จ',
  } satisfies Record<MeasureState, string>,
  late: 'เลยกำหนด',
} as const
