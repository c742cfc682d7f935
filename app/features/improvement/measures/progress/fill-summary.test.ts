import { describe, expect, it } from 'vitest'
import { plain, type RichText } from '../../../../kernel/rich-text.ts'
import { progressFor } from './fill-summary.domain.ts'

const said = (text: RichText) =>
  text.flatMap((block) =>
    block.kind === 'list'
      ? block.items.map(({ level, runs }) => [level, runs.map((run) => run.text).join('')])
      : [],
  )
const entries = [
  { happenedOn: '2024-11-10', text: plain('เปิดแบบสอบถาม') },
  { happenedOn: '2024-10-15', text: plain('ประชุมครั้งที่ 1') },
]

describe('filling a summary in from progress', () => {
  it('the entries stand in by their days, the oldest first', () => {
    expect(said(progressFor([], entries, 'th'))).toEqual([
      [1, '15 ตุลาคม 2567 ประชุมครั้งที่ 1'],
      [1, '10 พฤศจิกายน 2567 เปิดแบบสอบถาม'],
    ])
  })

  it('an entry that the summary has already does not come again', () => {
    const once = progressFor([], entries, 'th')
    expect(progressFor(once, entries, 'th')).toEqual([])
    expect(said(progressFor(plain('สรุป: ประชุมครั้งที่ 1 แล้ว'), entries, 'en'))).toEqual([
      [1, '10 November 2024 (B.E. 2567) เปิดแบบสอบถาม'],
    ])
  })

  it('what follows the first line of an entry stands below it', () => {
    const text: RichText = [
      ...plain('ประชุม'),
      { kind: 'list', ordered: false, items: [{ level: 1, runs: [{ text: 'วาระ 1' }] }] },
    ]
    expect(said(progressFor([], [{ happenedOn: '2024-10-15', text }], 'th'))).toEqual([
      [1, '15 ตุลาคม 2567 ประชุม'],
      [2, 'วาระ 1'],
    ])
  })
})
