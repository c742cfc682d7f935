import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { askOffice } from '../../../../tests/support/office-screen.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import * as screen from '../screens/holidays-page.tsx'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const ask = (ctx: Ctx, address: string, sent?: Readonly<Record<string, string>>) =>
  askOffice(ctx, screen, { address, roles: ['administrator'], ...(sent && { sent }) })

test('a year of the program is shown with its certainty, and asks to be confirmed', async () => {
  const ctx = await anAgency(database)
  const { html } = await ask(ctx, '/office/holidays?year=2570')
  expect(html).toContain('วันหยุดราชการ พ.ศ. 2570')
  expect(html).toContain('13 เมษายน 2570')
  expect(html).toContain('ยังไม่มีผู้ตรวจสอบกับประกาศ')
  expect((await ask(ctx, '/office/holidays?year=2570', { act: 'confirm' })).location).toBe(
    '/office/holidays?year=2570&done=confirmed',
  )
  const confirmed = await ask(ctx, '/office/holidays?year=2570&done=confirmed')
  expect(confirmed.html).toContain('ตรวจสอบกับประกาศแล้วทุกวัน')
  expect(confirmed.html).toContain('กลับไปใช้รายการตั้งต้นของระบบ')
})

test('a year of which nothing is known warns, and teaches what to do', async () => {
  const ctx = await anAgency(database)
  const { html } = await ask(ctx, '/office/holidays?year=2580')
  expect(html).toContain('ยังไม่มีข้อมูลวันหยุดของ พ.ศ. 2580')
  expect(html).toContain('เพิ่มวันหยุดตามประกาศทีละวัน')
})

test('a holiday is added as people write days, and leads to its year', async () => {
  const ctx = await anAgency(database)
  const sent = { act: 'save', day: '๑๕ พ.ย. ๒๕๗๐', nameTh: 'วันหยุดพิเศษ', kind: 'special' }
  expect((await ask(ctx, '/office/holidays', sent)).location).toBe('/office/holidays?year=2570&done=added')
  const { html } = await ask(ctx, '/en/office/holidays?year=2570&day=2027-11-15')
  expect(html).toContain('15 November 2027 (B.E. 2570)')
  expect(html).toContain('value="15/11/2570"')
  const removed = await ask(ctx, '/office/holidays?year=2570', { act: 'remove', was: '2027-11-15' })
  expect(removed.location).toBe('/office/holidays?year=2570&done=removed')
})

test('what was refused stands in the form again, with its reason', async () => {
  const ctx = await anAgency(database)
  const refused = await ask(ctx, '/office/holidays?year=2570', {
    act: 'save',
    day: 'พรุ่งนี้',
    nameTh: 'วันหยุดที่พิมพ์ไว้',
  })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('โปรดระบุวันที่ เช่น 13 เม.ย. 2570')
  expect(refused.html).toContain('value="วันหยุดที่พิมพ์ไว้"')
  const taken = await ask(ctx, '/office/holidays?year=2570', {
    act: 'save',
    day: '13/4/2570',
    nameTh: 'ซ้ำ',
  })
  expect(taken.html).toContain('มีวันหยุดในวันนี้แล้ว')
})

test('an auditor reads it and changes nothing', async () => {
  const ctx = await anAgency(database)
  const { html } = await askOffice(ctx, screen, { address: '/office/holidays?year=2570', roles: ['auditor'] })
  expect(html).not.toContain('<form')
  const unit = await askOffice(ctx, screen, { address: '/office/holidays', roles: ['meeting-secretary'] })
  expect(unit.status).toBe(403)
})
