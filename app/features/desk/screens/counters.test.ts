import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anAgency, ORIGIN } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aUnit, type DeskAtWork, deskTools } from '../../../../tests/support/desk-builders.ts'
import { askOffice } from '../../../../tests/support/office-screen.ts'
import { askDesk } from '../../../../tests/support/public-screen.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { qrSvg } from '../../../platform/pictures/qr-code.ts'
import * as counterFile from './counter-file.ts'
import * as counters from './counters-page.tsx'

let database: TestDatabase
let tools: DeskAtWork
let ctx: Ctx
beforeAll(async () => {
  database = await freshDatabase()
  tools = deskTools(database)
})
beforeEach(async () => {
  ctx = await anAgency(database)
})
afterAll(async () => {
  tools.limits.close()
  await database.drop()
})

const take = (file: string, query: string) =>
  askDesk(ctx, counterFile, { address: `/complaint/counter/${file}?${query}`, params: { file }, tools })

test('the code of a counter leads to the form with its unit, and to nothing else', async () => {
  const unit = await aUnit(ctx, 'ส่วนบริการ')
  const code = await take('code.svg', `unit=${unit}&to=https://elsewhere.example`)
  expect(await code.file?.text()).toBe(qrSvg(`${ORIGIN}/complaint/new?unit=${unit}&from=counter`))
  expect((await take('code.png', '')).file?.headers.get('content-type')).toBe('image/png')
})

test('nobody puts up a poster of what is none of the agency', async () => {
  const foreign = await aUnit(await anAgency(database), 'ส่วนของหน่วยงานอื่น')
  for (const query of [`unit=${foreign}`, 'unit=x', 'service=nothing'])
    expect((await take('code.svg', query)).status).toBe(404)
  expect((await take('code.exe', '')).status).toBe(404)
})

test('staff find the poster of every unit; where there is none they are told what to do', async () => {
  const ask = () => askOffice(ctx, counters, { address: '/office/desk/posters', roles: ['desk-officer'] })
  expect((await ask()).html).toContain('ตั้งส่วนงานก่อน')
  const unit = await aUnit(ctx, 'ส่วนบริการ')
  const { html } = await ask()
  expect(html).toContain(`/complaint/counter/poster.pdf?unit=${unit}&amp;from=counter`)
  expect(html).toContain('aria-label="ป้าย A5 (PDF) ส่วนบริการ"')
})
