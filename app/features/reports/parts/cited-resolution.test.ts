import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { citedResolution } from '../publishing/version-list.server.ts'
import { Cited } from './version-list.tsx'

const cited = (lang: 'th' | 'en', recordedAt: string) =>
  renderToStaticMarkup(
    createElement(Cited, {
      lang,
      resolution: citedResolution({
        id: 'r',
        bodyName: 'ที่ประชุมฝ่ายบริหาร',
        meetingNumber: '9/2567',
        form: 'meeting',
        decidedOn: '2024-11-07',
        decision: 'approved',
        wording: 'เห็นชอบ',
        recordedAt: new Date(recordedAt),
        isWithdrawn: false,
      }),
    }),
  )

describe('a resolution that a public page cites', () => {
  it('says the day of its entry where it was entered on a later day', () => {
    expect(cited('th', '2024-12-02T03:00:00Z')).toMatch(/7 พฤศจิกายน 2567 · บันทึกเข้าระบบเมื่อ 2 ธันวาคม 2567/)
    expect(cited('en', '2024-12-02T03:00:00Z')).toContain('entered on 2 December')
  })

  it('says one day where it was entered on that day in Thailand', () => {
    expect(cited('th', '2024-11-06T18:00:00Z')).not.toContain('บันทึกเข้าระบบ')
  })
})
