import { readdirSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aUnit, type DeskAtWork, deskTools } from '../../../../tests/support/desk-builders.ts'
import { askDesk } from '../../../../tests/support/public-screen.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { readDeskForm } from '../files/read-desk-form.server.ts'
import * as screen from './new-matter-page.tsx'

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

const open = (query = '', lang = '') =>
  askDesk(ctx, screen, { address: `${lang}/complaint/new${query}`, tools })
const page = (html: string) => new JSDOM(html).window.document
const typedIn = (html: string, name: string) =>
  page(html).querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? null

async function send(
  fields: Readonly<Record<string, string>>,
  {
    files = [],
    formSecret,
    network,
  }: { files?: readonly File[]; formSecret?: string; network?: string } = {},
) {
  const form = new FormData()
  form.set('formSecret', formSecret ?? typedIn((await open()).html, 'formSecret') ?? '')
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const file of files) form.append('files', file)
  return askDesk(ctx, screen, {
    address: '/complaint/new',
    tools,
    sent: form,
    ...(network !== undefined && { network }),
  })
}
const numbersOf = (html: string) =>
  [...page(html).querySelectorAll('.receipt dd')].map((one) => one.textContent ?? '')

const GOOD = { kind: 'complaint', body: 'รอคิวสองชั่วโมง' }
const picture = () => new File(['%PDF-1.4\n%%EOF\n'], 'คิว.pdf', { type: 'application/pdf' })

test('a form without files, which is in memory as a whole, is read only as far as anybody can type', async () => {
  const asked = (length: number) =>
    new Request('https://agency.example/complaint/new', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(length),
      },
      body: 'body=x',
    })
  expect(await readDeskForm(asked(200 * 1024 * 1024), tools)).toBeNull()
  expect(await readDeskForm(asked(6), tools)).toMatchObject({ fields: { body: 'x' } })
})

describe('the form of the desk', () => {
  test('says before one writes what is taken, how fast, and where corruption is reported', async () => {
    const { html } = await open()
    const before = page(html).querySelector('.before-writing')?.textContent ?? ''
    for (const said of ['8,000', '5 ไฟล์', '1 MB', '2 ชั่วโมง', 'ไม่เกิน 30 เรื่องต่อชั่วโมง', 'แจ้งเบาะแสการทุจริต'])
      expect(before).toContain(said)
    expect(page(html).querySelectorAll('script')).toHaveLength(0)
    expect(html).toContain('พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล')
  })

  test('opens at a counter with its unit chosen, and keeps that it came from there', async () => {
    const unitId = await aUnit(ctx, 'ส่วนบริการ')
    const { html } = await open(`?unit=${unitId}&from=counter`)
    expect(typedIn(html, 'unit')).toBe(unitId)
    const received = await send({ ...GOOD, unit: unitId, from: 'counter' })
    expect(received.status).toBe(200)
    expect(await auditOf(database, ctx)).toMatchObject([
      { action: 'ticket.added', detail: { channel: 'counter' } },
    ])
  })

  test('needs a kind and words; what was typed is shown again, and files are asked for again', async () => {
    const refused = await send(
      { body: '', name: 'สมหญิง', place: 'ชั้น ๒', email: 'ไม่ใช่อีเมล' },
      { files: [picture()] },
    )
    expect(refused.status).toBe(422)
    expect(page(refused.html).querySelector('.error-summary')?.textContent).toContain('โปรดเลือกประเภท')
    expect(typedIn(refused.html, 'name')).toBe('สมหญิง')
    expect(typedIn(refused.html, 'place')).toBe('ชั้น ๒')
    expect(refused.html).toContain('ไฟล์ต้องเลือกใหม่')
    for (const link of page(refused.html).querySelectorAll('.error-summary a'))
      expect(page(refused.html).querySelector(link.getAttribute('href') ?? '')).not.toBeNull()
    expect(readdirSync(tools.folder).filter((name) => name.endsWith('.passing'))).toEqual([])
  })

  test('gives a reference, a number of twelve digits and the day of the answer', async () => {
    const { html } = await send(GOOD, { files: [picture()] })
    const [reference, followUp] = numbersOf(html)
    expect(reference).toMatch(/^R-2567-\d{7}$/)
    expect(followUp).toMatch(/^\d{4} \d{4} \d{4}$/)
    // Fifteen working days after Tuesday, 1 October 2024; the 14th and the 23rd are holidays.
    expect(html).toContain('24 ตุลาคม 2567')
  })

  test('sent twice is one matter with the same numbers', async () => {
    const formSecret = typedIn((await open()).html, 'formSecret') ?? ''
    const [first, second] = await Promise.all([1, 2].map(() => send(GOOD, { formSecret })))
    const third = await send(GOOD, { formSecret })
    const numbers = numbersOf(third.html)
    expect(numbers).toHaveLength(2)
    expect([first, second].map((one) => numbersOf(one?.html ?? ''))).toEqual([numbers, numbers])
    expect(third.html).toContain('ระบบไม่ได้รับซ้ำ')
    expect(await auditOf(database, ctx)).toHaveLength(1)
  })

  test('that is older than two hours keeps the words, and is sent by pressing once more', async () => {
    const old = `${(ctx.now().getTime() - 3 * 3_600_000).toString(36)}.${'a'.repeat(43)}`
    const expired = await send(GOOD, { formSecret: old })
    expect(expired.status).toBe(422)
    expect(expired.html).toContain('หมดอายุ')
    expect(typedIn(expired.html, 'body')).toBe(GOOD.body)
    const formSecret = typedIn(expired.html, 'formSecret') ?? ''
    expect(formSecret).not.toBe(old)
    expect((await send(GOOD, { formSecret })).status).toBe(200)
  })

  test('refuses what is no file of its kinds, and takes nothing of the matter', async () => {
    const program = new File(['MZ\u0090\u0000'], '../../run.exe')
    const refused = await send(GOOD, { files: [program] })
    expect(refused.status).toBe(422)
    expect(typedIn(refused.html, 'body')).toBe(GOOD.body)
    expect(await auditOf(database, ctx)).toEqual([])
  })

  test('that breaks off is told so, and nothing is taken', async () => {
    const answer = await askDesk(ctx, screen, {
      address: '/complaint/new',
      tools,
      sent: {
        type: 'multipart/form-data; boundary=x',
        body: '--x\r\nContent-Disposition: form-data; name="body"\r\n\r\nคร',
      },
    })
    expect(answer.status).toBe(400)
    expect(answer.html).toContain('ส่งมาไม่ครบ')
    expect(await auditOf(database, ctx)).toEqual([])
  })

  test('of one network answers no more after its number, and keeps what was typed; another network goes on', async () => {
    for (let count = 0; count < 30; count++) await tools.limits.take('desk-add', `${ctx.agency.id} 192.0.2.7`)
    const refused = await send(GOOD, { network: '192.0.2.7' })
    expect(refused.status).toBe(429)
    expect(refused.html).toContain('นาที')
    expect(typedIn(refused.html, 'body')).toBe(GOOD.body)
    expect((await send(GOOD, { network: '192.0.2.8' })).status).toBe(200)
  })

  test('shows markup as words', async () => {
    const refused = await send({ body: '<script>alert(1)</script>', name: '"><img src=x>' })
    expect(page(refused.html).querySelectorAll('script, img')).toHaveLength(0)
    expect(typedIn(refused.html, 'name')).toBe('"><img src=x>')
  })

  test('speaks English under /en', async () => {
    const { html } = await open('', '/en')
    expect(html).toContain('Before you write')
    expect(html).not.toMatch(/[\u0e01-\u0e5b]/)
  })
})
