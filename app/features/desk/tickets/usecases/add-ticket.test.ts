import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, as, at, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import {
  aTicket,
  aUnit,
  type DeskAtWork,
  deskTools,
  sentFile,
  TYPED,
  textOf,
} from '../../../../../tests/support/desk-builders.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { openFollowUpFile } from '../../files/usecases/open-follow-up-file.server.ts'
import { openTicketFile } from '../../files/usecases/open-ticket-file.server.ts'
import { findFollowUp } from '../follow-up.queries.server.ts'
import { newFormSecret } from '../form-secret.server.ts'
import { addTicket } from './add-ticket.server.ts'

let database: TestDatabase
let ctx: Ctx
let tools: DeskAtWork

beforeAll(async () => {
  database = await freshDatabase()
  tools = deskTools(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  ctx = { ...(await anAgency(database)), actor: { kind: 'system', name: 'visitor' } }
})

const form = (typed: Readonly<Record<string, string>> = {}) => ({
  formSecret: newFormSecret(ctx.now()),
  files: [],
  channel: 'web' as const,
  lang: 'th' as const,
  typed: { ...TYPED, ...typed },
})
const rowsOf = async () =>
  (await database.owner.query('select * from desk_ticket where agency_id = $1', [ctx.agency.id])).rows
const stored = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length

describe('what comes in', () => {
  test('nobody has to say who they are: kind and words are enough', async () => {
    const added = await addTicket(ctx, tools, form({ name: '', email: '' }))
    expect(added).toMatchObject({ ok: true, value: { isNew: true } })
    const [row] = await rowsOf()
    expect(row).toMatchObject({
      state: 'new',
      name: null,
      email: null,
      priority: 'normal',
      received_on: '2024-10-01',
    })
    // Fifteen working days from Tuesday, 1 October; the days between that are public holidays of 2567 count as none.
    expect(row.due_on > '2024-10-21').toBe(true)
  })

  test('with the numbers of the receipt it is found, and with any other it is not', async () => {
    const { reference, followUp } = await aTicket(ctx, tools)
    expect(await findFollowUp(ctx, tools, { reference, secret: followUp })).toMatchObject({
      reference,
      state: 'new',
      body: TYPED.body,
      mayAdd: true,
      mayReopen: false,
      mayRate: false,
      events: [{ kind: 'received', byStaff: false, day: '2024-10-01' }],
    })
    const wrong = followUp.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))
    expect(await findFollowUp(ctx, tools, { reference, secret: wrong })).toBeNull()
    const other = await aTicket(ctx, tools, { typed: { body: 'อีกเรื่องหนึ่ง' } })
    expect(await findFollowUp(ctx, tools, { reference: other.reference, secret: followUp })).toBeNull()
  })

  test('the follow-up number stands nowhere in the database', async () => {
    const { followUp } = await aTicket(ctx, tools)
    expect(JSON.stringify(await rowsOf())).not.toContain(followUp)
    const audit = JSON.stringify(await auditOf(database, ctx))
    expect(audit).toContain('ticket.added')
    expect(audit).not.toContain(followUp)
    expect(audit).not.toContain(TYPED.body)
    expect(audit).not.toContain(TYPED.name)
  })

  test('every wrong field is named, and nothing is kept', async () => {
    const added = await addTicket(
      ctx,
      tools,
      form({
        kind: 'x',
        body: ' ',
        email: 'nobody',
        telephone: 'call me',
        latitude: '99',
        longitude: '1',
        unit: '7',
        topic: 'x',
      }),
    )
    expect(added).toEqual({
      ok: false,
      error: {
        code: 'desk.faults',
        faults: {
          kind: 'ticket.no-kind',
          body: 'ticket.no-body',
          email: 'ticket.bad-email',
          telephone: 'ticket.bad-telephone',
          latitude: 'ticket.bad-point',
          unit: 'ticket.unknown-unit',
          topic: 'ticket.unknown-topic',
        },
      },
    })
    expect(await rowsOf()).toEqual([])
  })

  test('scripts, zero characters and words that turn their direction are text or nothing', async () => {
    const { reference, followUp } = await aTicket(ctx, tools, {
      typed: { body: '<script>alert(1)</script>\u0000\u202eก', name: '"; drop table desk_ticket; --' },
    })
    expect(await findFollowUp(ctx, tools, { reference, secret: followUp })).toMatchObject({
      body: '<script>alert(1)</script>ก',
    })
  })
})

describe('the same form', () => {
  test('posted twice is one ticket with the same numbers', async () => {
    const one = form()
    const first = await addTicket(ctx, tools, one)
    const second = await addTicket(ctx, tools, one)
    expect(
      first.ok && second.ok && [second.value.reference, second.value.followUp, second.value.isNew],
    ).toEqual(first.ok && [first.value.reference, first.value.followUp, false])
    expect(await rowsOf()).toHaveLength(1)
  })

  test('posted eight times at once is one ticket with the same numbers', async () => {
    const one = form()
    const all = await Promise.all(Array.from({ length: 8 }, () => addTicket(ctx, tools, one)))
    expect(
      new Set(all.map((added) => added.ok && `${added.value.reference} ${added.value.followUp}`)).size,
    ).toBe(1)
    expect(all.filter((added) => added.ok && added.value.isNew)).toHaveLength(1)
    expect(await rowsOf()).toHaveLength(1)
  })

  test('with other words is another ticket: whoever goes back and writes anew gets numbers of their own', async () => {
    const one = form()
    const first = await addTicket(ctx, tools, one)
    const second = await addTicket(ctx, tools, { ...one, typed: { ...one.typed, body: 'เรื่องของผู้อื่น' } })
    expect(first.ok && second.ok && first.value.reference !== second.value.reference).toBe(true)
    expect(first.ok && second.ok && first.value.followUp !== second.value.followUp).toBe(true)
  })

  test('sent after two hours is refused, unless it came before', async () => {
    const one = form()
    await addTicket(ctx, tools, one)
    const late = at(ctx, '2024-10-01T05:00:01Z')
    expect(await addTicket(late, tools, one)).toMatchObject({ ok: true, value: { isNew: false } })
    const other = { ...one, typed: { ...one.typed, body: 'ส่งช้า' } }
    expect(await addTicket(late, tools, other)).toEqual({ ok: false, error: { code: 'ticket.form-expired' } })
    expect(await addTicket(late, tools, { ...other, formSecret: 'made up' })).toMatchObject({ ok: false })
  })
})

describe('its files', () => {
  test('lie sealed in the store, and are read by who came with them and by the desk alone', async () => {
    const file = sentFile(tools, 'ภาพหน้างาน.txt', 'ลับเฉพาะผู้แจ้ง')
    const { id, reference, followUp } = await aTicket(ctx, tools, { files: [file] })
    const { rows } = await database.owner.query('select id, sha256 from desk_file where ticket_id = $1', [id])
    const sealed = await tools.store.open({ agencyId: ctx.agency.id, sha256: rows[0].sha256 })
    expect(sealed && (await textOf(sealed))).not.toContain('ลับเฉพาะ')
    const asked = { reference, secret: followUp, fileId: rows[0].id }
    const own = await openFollowUpFile(ctx, tools, asked)
    expect(own.ok && (await textOf(own.value.bytes))).toBe('ลับเฉพาะผู้แจ้ง')
    expect(await openFollowUpFile(ctx, tools, { ...asked, secret: '000000000000' })).toMatchObject({
      ok: false,
    })
    const desk = as(ctx, '00000000-0000-4000-8000-000000000001', ['desk-officer'])
    const opened = await openTicketFile(desk, tools, { ticketId: id, fileId: rows[0].id })
    expect(opened.ok && opened.value).toMatchObject({ fileName: 'ภาพหน้างาน.txt', mediaType: 'text/plain' })
    const auditor = as(ctx, '00000000-0000-4000-8000-000000000001', ['auditor', 'administrator'])
    expect(await openTicketFile(auditor, tools, { ticketId: id, fileId: rows[0].id })).toMatchObject({
      ok: false,
      error: { code: 'permission.refused' },
    })
  })

  test('what the scanner has not seen is handed to nobody while there is one', async () => {
    const { id } = await aTicket(ctx, tools, { files: [sentFile(tools, 'a.txt', 'a')] })
    const { rows } = await database.owner.query('select id from desk_file where ticket_id = $1', [id])
    const desk = as(ctx, '00000000-0000-4000-8000-000000000001', ['desk-officer'])
    const asked = { ticketId: id, fileId: rows[0].id }
    expect(await openTicketFile(desk, { ...tools, isScanning: true }, asked)).toEqual({
      ok: false,
      error: { code: 'file.waits-for-scan' },
    })
    await database.owner.query(`update desk_file set scan = 'infected', scanned_at = now() where id = $1`, [
      rows[0].id,
    ])
    expect(await openTicketFile(desk, tools, asked)).toEqual({ ok: false, error: { code: 'file.infected' } })
  })

  test('one that is not taken leaves no ticket and none of the others in the store', async () => {
    const mine = deskTools(database)
    const send = (files: ReturnType<typeof sentFile>[]) => addTicket(ctx, mine, { ...form(), files })
    const fault = (file: string) => ({ ok: false, error: { code: 'desk.faults', faults: { files: file } } })
    const good = () => sentFile(mine, 'ดี.txt', 'ดี')
    const program = Buffer.from('4d5a90000300000004000000ffff0000b800000000000000', 'hex')
    expect(await send([good(), sentFile(mine, 'ภาพ.png', program)])).toEqual(fault('file.kind-not-allowed'))
    expect(await send([good(), sentFile(mine, 'a.exe', program)])).toEqual(fault('file.kind-not-allowed'))
    expect(await send([good(), sentFile(mine, 'ว่าง.txt', '')])).toEqual(fault('file.empty'))
    expect(await send([good(), sentFile(mine, 'ใหญ่.txt', 'x'.repeat(1024 * 1024 + 1))])).toEqual(
      fault('file.too-large'),
    )
    expect(await send(Array.from({ length: 6 }, good))).toEqual(fault('file.too-many'))
    expect(stored(mine.storeFolder)).toBe(0)
    expect(await rowsOf()).toEqual([])
  })
})

test('a topic of a unit gives the ticket to it at once; two agencies see nothing of each other', async () => {
  const unitId = await aUnit(ctx, 'กองอาคารสถานที่')
  await database.owner.query(
    `insert into desk_settings (agency_id, content, changed_at, changed_by_name) values ($1, $2, now(), 'test')`,
    [
      ctx.agency.id,
      JSON.stringify({ topics: [{ key: 'lamp', title: { th: 'ไฟ', en: 'Lamps' }, unitId, hasPlace: true }] }),
    ],
  )
  expect(await addTicket(ctx, tools, form({ topic: 'lamp' }))).toMatchObject({
    ok: false,
    error: { faults: { place: 'ticket.no-place' } },
  })
  const { reference, followUp } = await aTicket(ctx, tools, {
    typed: { topic: 'lamp', latitude: '๑๓.๗๕', longitude: '100.5' },
  })
  expect((await rowsOf())[0]).toMatchObject({
    state: 'assigned',
    unit_id: unitId,
    latitude: 13.75,
    longitude: 100.5,
  })
  const other = { ...(await anAgency(database)), actor: ctx.actor }
  expect(await findFollowUp(other, tools, { reference, secret: followUp })).toBeNull()
})
