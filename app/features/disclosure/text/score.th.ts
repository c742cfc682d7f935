import type { ElementState } from '../disclosure.domain.ts'

/** Why an element of a disclosure item passes or does not, and what to do about it. */
export const scoreTh = {
  reasons: {
    value: 'มีข้อมูลครบ',
    none: 'ระบุว่าไม่มีแล้ว',
    missing: 'ยังไม่มีข้อมูล ช่องว่างถือว่าไม่ครบ',
  } satisfies Record<ElementState, string>,
  answer: (element: string) => `โปรดใส่ข้อมูล “${element}” หรือระบุว่าไม่มีพร้อมเหตุผล`,
  notPublished: 'ข้อนี้ยังไม่เผยแพร่ ผู้ประเมินยังเปิดดูไม่ได้',
  notReported: 'ยังไม่มีรายงานที่เผยแพร่ซึ่งตอบข้อนี้',
} as const
