import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aTicket, type DeskAtWork, deskTools, sentFile } from '../../../../tests/support/desk-builders.ts'
import { askDesk } from '../../../../tests/support/public-screen.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { answerTicket } from '../tickets/usecases/answer-ticket.server.ts'
import * as follow from './follow-page.tsx'
import * as file from './matter-file.tsx'

type Matter = Awaited<ReturnType<typeof aTicket>>

let database: TestDatabase
let tools: DeskAtWork
let ctx: Ctx
let matter: Matter
beforeAll(async () => {
  database = await freshDatabase()
  tools = deskTools(database)
})
beforeEach(async () => {
  ctx = await anAgency(database)
  matter = await aTicket(ctx, tools)
})
afterAll(async () => {
  tools.limits.close()
  await database.drop()
})

const page = (html: string) => new JSDOM(html).window.document
const said = (html: string) => page(html).body.textContent ?? ''

function send(
  fields: Readonly<Record<string, string>>,
  { files = [], network = '192.0.2.1' }: { files?: readonly File[]; network?: string } = {},
) {
  const sent = new FormData()
  const keys = { reference: matter.reference, followUpSecret: matter.followUp }
  for (const [name, value] of Object.entries({ ...keys, ...fields })) sent.set(name, value)
  for (const one of files) sent.append('files', one)
  return askDesk(ctx, follow, { address: '/complaint/follow', tools, sent, network })
}

async function answer(final: 'interim' | 'answer' | 'last', text = 'ซ่อมแล้วครับ') {
  const { id } = await aPerson(ctx)
  const { rows } = await database.owner.query('select version from desk_ticket where id = $1', [matter.id])
  const files = [sentFile(tools, 'ภาพหลังซ่อม.pdf', '%PDF-1.4\n%%EOF\n')]
  const given = { id: matter.id, seenVersion: Number(rows[0].version), text, final, files }
  const answered = await answerTicket(as(ctx, id, ['desk-officer']), tools, given)
  if (!answered.ok) throw new Error(answered.error.code)
}

describe('coming back to a matter', () => {
  test('the address may name the reference, and never the number', async () => {
    const address = `/complaint/follow?reference=${matter.reference}&followUpSecret=${matter.followUp}`
    const { html } = await askDesk(ctx, follow, { address, tools })
    expect(page(html).querySelector<HTMLInputElement>('#reference')?.value).toBe(matter.reference)
    expect(page(html).querySelector<HTMLInputElement>('#followUpSecret')?.value).toBe('')
  })

  test('opens with Thai digits and spaces, and shows how it stands', async () => {
    const thai = matter.followUp.replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)] ?? '')
    const { status, html } = await send({ followUpSecret: thai.replace(/(.{4})/g, '$1 ') })
    expect(status).toBe(200)
    for (const words of ['เรื่องใหม่', '24 ตุลาคม 2567', 'ไฟส่องสว่าง', 'ยังไม่มีคำตอบ'])
      expect(said(html)).toContain(words)
    expect(said(html)).not.toContain('somying@example.org')
  })

  test.each([
    ['a wrong number', { followUpSecret: '000000000000' }],
    ['a reference that is none', { reference: 'R-2567-1234567' }],
    ['nothing', { reference: '', followUpSecret: '' }],
  ])('with %s gives the same refusal', async (_, fields) => {
    const { status, html } = await send(fields)
    expect(status).toBe(422)
    expect(said(html)).toContain('ไม่พบเรื่องนี้ โปรดตรวจเลขอ้างอิงและรหัสติดตามอีกครั้ง')
    expect(said(html)).not.toContain('ไฟส่องสว่าง')
  })

  test('words and files are added, twice posted is once; an empty addition is refused', async () => {
    const files = [new File(['%PDF-1.4\n%%EOF\n'], 'ภาพ.pdf')]
    const sent = { act: 'add', text: 'ยังดับอยู่' }
    const added = await send(sent, { files })
    await send(sent, { files: [new File(['%PDF-1.4\n%%EOF\n'], 'ภาพ.pdf')] })
    expect(said(added.html)).toContain('ส่งข้อมูลเพิ่มแล้ว')
    const { html } = await send({})
    expect(page(html).querySelectorAll('.matter-thread > li')).toHaveLength(2)
    expect(said(html)).toContain('ดาวน์โหลด ภาพ.pdf')
    const empty = await send({ act: 'add', text: ' ' })
    expect(empty.status).toBe(422)
    expect(page(empty.html).querySelector('#text-error')).not.toBeNull()
  })

  test('an answer is read with its file, which is handed out to who holds the number alone', async () => {
    await answer('answer')
    const { html } = await send({})
    expect(said(html)).toContain('ซ่อมแล้วครับ')
    const fileId = page(html).querySelector<HTMLInputElement>('[name="fileId"]')?.value ?? ''
    const take = (followUpSecret: string) => {
      const sent = new FormData()
      for (const [name, value] of Object.entries({ reference: matter.reference, followUpSecret, fileId }))
        sent.set(name, value)
      return askDesk(ctx, file, { address: '/complaint/file', tools, sent })
    }
    const taken = await take(matter.followUp)
    expect(await taken.file?.text()).toBe('%PDF-1.4\n%%EOF\n')
    expect(taken.file?.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(taken.file?.headers.get('cache-control')).toBe('no-store')
    const refused = await take('000000000000')
    expect([refused.status, refused.file]).toEqual([422, null])
  })

  test('that is not over is opened again, with the reason kept when it is missing', async () => {
    await answer('answer')
    const refused = await send({ act: 'reopen', reopenText: '' })
    expect(refused.status).toBe(422)
    expect(page(refused.html).querySelector('#reopenText-error')).not.toBeNull()
    const { html } = await send({ act: 'reopen', reopenText: 'ดับอีกแล้ว' })
    expect(said(html)).toContain('ขอเปิดเรื่องอีกครั้งแล้ว')
    expect(said(html)).toContain('เปิดใหม่')
  })

  test('is rated once after it was closed', async () => {
    await answer('last')
    const refused = await send({ act: 'rate', comment: 'ดีมาก' })
    expect(refused.status).toBe(422)
    expect(page(refused.html).querySelector('#score-error')).not.toBeNull()
    expect(page(refused.html).querySelector<HTMLTextAreaElement>('#comment')?.value).toBe('ดีมาก')
    const { html } = await send({ act: 'rate', score: '4', solved: 'yes', comment: 'ดีมาก' })
    expect(said(html)).toContain('ท่านให้คะแนน 4 จาก 5')
    expect(page(html).querySelector('#score')).toBeNull()
  })

  test('is slowed and then refused when numbers are guessed, and what was written is still there', async () => {
    const network = '192.0.2.9'
    for (let count = 0; count < 60; count++)
      await tools.limits.take('desk-follow-up', `${ctx.agency.id} ${network}`)
    const refused = await send({ act: 'add', text: 'ข้อความที่พิมพ์ไว้' }, { network })
    expect(refused.status).toBe(429)
    expect(said(refused.html)).toContain('ข้อความที่พิมพ์ไว้')
  })
})

describe('a matter that was moved to the protected channel', () => {
  const wrongDoor = (receipt: string | null) => ({
    transfer: async () => ({ ok: true as const, value: undefined }),
    claim: async () =>
      receipt === null
        ? { ok: false as const, error: { code: 'channel.busy' } }
        : { ok: true as const, value: { receipt } },
  })
  const claim = async (receipt: string | null) => {
    const sent = new FormData()
    const fields = { reference: matter.reference, followUpSecret: matter.followUp, act: 'claim' }
    for (const [name, value] of Object.entries(fields)) sent.set(name, value)
    return askDesk(ctx, follow, {
      address: '/complaint/follow',
      tools,
      sent,
      wrongDoor: wrongDoor(receipt),
    })
  }

  test('says honestly who had read it, and gives the digits when they are asked for', async () => {
    await database.owner.query(
      `update desk_ticket set state = 'moved', body = null, name = null, email = null, telephone = null, place = null,
       search_text = reference where id = $1`,
      [matter.id],
    )
    const { html } = await send({})
    expect(said(html)).toContain('เจ้าหน้าที่ของศูนย์รับเรื่องที่ดูแลเรื่องนี้ได้อ่านข้อความแล้ว')
    expect(said((await claim('123456789012345678901234')).html)).toContain('1234 5678 9012 3456 7890 1234')
    const refused = await claim(null)
    expect(refused.status).toBe(422)
    expect(page(refused.html).querySelector('button[value="claim"]')).not.toBeNull()
  })

  test('gives nothing while it is still at the desk', async () => {
    expect((await claim('123456789012345678901234')).status).toBe(422)
  })
})
