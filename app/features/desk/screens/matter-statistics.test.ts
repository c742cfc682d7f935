import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anAgency, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aTicket, type DeskAtWork, deskTools } from '../../../../tests/support/desk-builders.ts'
import { askDesk } from '../../../../tests/support/public-screen.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import * as file from './matter-statistics-file.ts'
import * as page from './matter-statistics-page.tsx'

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

const show = (year?: string, lang = '') =>
  askDesk(ctx, page, {
    address: `${lang}/complaint/statistics${year === undefined ? '' : `/${year}`}`,
    params: year === undefined ? {} : { year },
    tools,
  })
const take = (year: string, name: string) =>
  askDesk(ctx, file, {
    address: `/complaint/statistics/${year}/${name}`,
    params: { year, file: name },
    tools,
  })
const bodyOf = (html: string) => new JSDOM(html).window.document.body

test('a year in which nothing came publishes zeros, of every month, quarter and kind', async () => {
  const body = bodyOf((await show()).html)
  expect(body.textContent).toContain('ปีนี้ยังไม่มีเรื่องที่ได้รับ')
  expect(body.querySelectorAll('table')).toHaveLength(5)
  const figures = [...body.querySelectorAll('td')].map((cell) => cell.textContent)
  expect(new Set(figures)).toEqual(new Set(['0']))
  expect(body.querySelector('svg[role="img"]')).toBeNull()
})

test('what came is counted and drawn, and names nobody', async () => {
  await aTicket(ctx, tools)
  await aTicket(at(ctx, '2024-10-20T03:00:00Z'), tools, { typed: { kind: 'praise' } })
  ctx = at(ctx, '2024-11-05T03:00:00Z')
  const { html } = await show('2568')
  const body = bodyOf(html)
  expect(body.querySelector('svg[role="img"]')?.getAttribute('aria-label')).toContain('ได้รับ 2 เรื่อง')
  const [months] = body.querySelectorAll('tbody')
  expect(
    [...(months?.querySelectorAll('tr') ?? [])].map((row) => row.querySelector('td')?.textContent),
  ).toEqual(['2', '0'])
  for (const word of ['สมหญิง', 'somying', 'ไฟส่องสว่าง', 'R-2567']) expect(html).not.toContain(word)
})

test('a year has one spelling; years to come have no page, and years past keep theirs', async () => {
  expect((await show('2024', '/en')).location).toBe('/en/complaint/statistics/2567')
  expect((await show('2580')).status).toBe(404)
  expect((await show('nothing')).status).toBe(404)
  expect((await show('2561')).status).toBe(200)
})

test('the same figures are there for programs, as a table and as JSON', async () => {
  await aTicket(ctx, tools)
  const csv = await (await take('2568', 'statistics.csv')).file?.text()
  expect(csv).toMatch(/^\ufeff?fiscal_year,by,key,label_th,label_en,received,done/)
  expect(csv).toMatch(/2568,month,2024-10,[^\n]*,1,0,1,0,0,0/)
  const json = await (await take('2568', 'statistics.json')).file?.json()
  expect(json.statistics.kind.rows).toContainEqual(expect.objectContaining({ key: 'complaint', received: 1 }))
  expect(json.statistics.month.total).toMatchObject({ received: 1, inProgress: 1 })
  expect((await take('2568', 'statistics.xls')).status).toBe(404)
  expect((await take('2024', 'statistics.csv')).status).toBe(404)
})
