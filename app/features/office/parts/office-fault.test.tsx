import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { RefusedAct } from '../../../web/refused-act.ts'
import { OfficeFault } from './office-fault.tsx'

/** As the framework hands on what a loader threw. */
const answer = (status: number, data: unknown = null) => ({ status, statusText: '', internal: false, data })
const shown = (error: unknown, lang: 'th' | 'en' = 'th') =>
  renderToStaticMarkup(<OfficeFault lang={lang} error={error} />)
const refused = (given: Partial<RefusedAct> = {}): RefusedAct => ({
  refusedAct: 'role.change',
  roles: ['administrator'],
  helpers: [{ name: '<b>สมหญิง</b> ตัวอย่าง', role: 'administrator' }],
  ...given,
})

it('a refused act says what may not be done, which roles may, and who of the agency can help', () => {
  const html = shown(answer(403, refused()))
  expect(html).toContain('บัญชีของท่านไม่มีสิทธิ์ให้และสิ้นสุดบทบาทของบุคคล')
  expect(html).toContain('<li>ผู้ดูแลระบบ</li>')
  expect(html).toContain('<strong>&lt;b&gt;สมหญิง&lt;/b&gt; ตัวอย่าง</strong>')
  expect(shown(answer(403, refused()), 'en')).toContain('Your account may not grant and end roles.')
})

it('says so where nobody holds such a role, and where nobody but oneself may', () => {
  expect(shown(answer(403, refused({ helpers: [] })))).toContain('ยังไม่มีผู้ใดในหน่วยงานมีบทบาทนี้')
  const own = shown(
    answer(403, refused({ refusedAct: 'way-to-sign-in.change', roles: [], helpers: [] })),
    'en',
  )
  expect(own).toContain('Only who the account belongs to may do this.')
  expect(own).not.toContain('Who can help you')
})

it.each([
  [answer(404), 'This page was not found'],
  [answer(405), 'This page was not found'],
  [answer(403), 'You may not do this'],
  [answer(503), 'not ready for the moment'],
  [answer(500), 'Something went wrong'],
  [new Error('secret of the inside'), 'Something went wrong'],
])('%o is told in words, with a way back', (error, words) => {
  const html = shown(error, 'en')
  expect(html).toContain(words)
  expect(html).toContain('href="/en/office"')
  expect(html).not.toContain('secret')
})
