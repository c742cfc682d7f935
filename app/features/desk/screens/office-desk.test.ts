import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  aTicket,
  aUnit,
  type DeskAtWork,
  deskTools,
  sentFile,
} from '../../../../tests/support/desk-builders.ts'
import { askOffice } from '../../../../tests/support/office-screen.ts'
import type { HeldRole, RoleName } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { deskContext } from '../desk-tools.server.ts'
import { findDeskSettings } from '../settings/desk-settings.queries.server.ts'
import { listTemplates } from '../templates/templates.queries.server.ts'
import { saveTemplate } from '../templates/usecases/save-template.server.ts'
import { findTicket } from '../tickets/ticket-page.queries.server.ts'
import { answerTicket } from '../tickets/usecases/answer-ticket.server.ts'
import { assignTicket } from '../tickets/usecases/assign-ticket.server.ts'
import * as settingsPage from './desk-settings-page.tsx'
import * as statisticsPage from './desk-statistics-page.tsx'
import * as inboxPage from './inbox-page.tsx'
import * as questionPage from './question-page.tsx'
import * as templatesPage from './templates-page.tsx'
import * as ticketFile from './ticket-file.ts'
import * as ticketPage from './ticket-page.tsx'
import * as ticketsExport from './tickets-export.ts'

let database: TestDatabase
let tools: DeskAtWork
let agency: Ctx
let desk: Ctx

beforeAll(async () => {
  database = await freshDatabase()
  tools = deskTools(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  agency = await anAgency(database)
  desk = as(agency, (await aPerson(agency, { role: 'desk-officer' })).id, ['desk-officer'])
})

type Asking = Readonly<{
  roles?: readonly (RoleName | HeldRole)[]
  sent?: Readonly<Record<string, string>>
  kept?: readonly (readonly [string, string])[]
}>

const ask = (screen: object, address: string, { roles = ['desk-officer'], ...asking }: Asking = {}) =>
  askOffice(agency, screen, {
    address,
    params: { ticketId: /tickets\/([^/?]+)/.exec(address)?.[1] ?? '' },
    roles,
    hand: (context) => context.set(deskContext, tools),
    ...asking,
  })
const at = (id: string, more = '') => `/office/desk/tickets/${id}${more}`
const standing = async (id: string) => {
  const found = await findTicket(desk, id)
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

describe('the inbox', () => {
  test('without tickets teaches what comes, and leads to the posters', async () => {
    const { html } = await ask(inboxPage, '/office/desk')
    expect(html).toContain('ยังไม่มีเรื่องที่แจ้งเข้ามา')
    expect(html).toContain('/office/desk/posters')
  })
  test('lists what waits, and finds by words, by kind and in English', async () => {
    const lamp = await aTicket(agency, tools)
    const thanks = await aTicket(agency, tools, { typed: { kind: 'praise', body: 'ขอบคุณเจ้าหน้าที่เวรบ่าย' } })
    const all = await ask(inboxPage, '/office/desk')
    expect(all.html).toContain(lamp.reference)
    expect(all.html).toContain(thanks.reference)
    const words = await ask(inboxPage, `/office/desk?q=${encodeURIComponent('ส่องสว่าง')}`)
    expect(words.html).toContain(lamp.reference)
    expect(words.html).not.toContain(thanks.reference)
    const kind = await ask(inboxPage, '/en/office/desk?kind=praise')
    expect(kind.html).toContain(thanks.reference)
    expect(kind.html).not.toContain(lamp.reference)
    expect(kind.html).toContain('1 ticket found')
  })
  test('leads whoever may read no ticket to the statistics, which everybody reads', async () => {
    const { location } = await ask(inboxPage, '/office/desk', { roles: ['auditor'] })
    expect(location).toBe('/office/desk/statistics')
    const { status, html } = await ask(statisticsPage, '/office/desk/statistics', { roles: ['auditor'] })
    expect(status).toBe(200)
    expect(html).toContain('รายเดือน')
  })
  test('asks before it closes several, and then closes them', async () => {
    const { id, reference } = await aTicket(agency, tools)
    const sent = { act: 'close', closeReason: 'ซ้ำกับโครงการซ่อม', row: `${id} 1 ${reference}` }
    const asking = await ask(inboxPage, '/office/desk', { sent })
    expect(asking.html).toContain('ปิด 1 เรื่อง')
    expect((await standing(id)).ticket.state).toBe('new')
    const done = await ask(inboxPage, '/office/desk', { sent: { ...sent, step: 'confirm' } })
    expect(done.location).toContain('done=bulk&count=1')
    expect((await standing(id)).ticket.state).toBe('closed')
  })
  test('says of each what was refused, and keeps what was typed', async () => {
    const { id, reference } = await aTicket(agency, tools)
    const sent = { act: 'close', closeReason: 'เหตุ', row: `${id} 9 ${reference}`, step: 'confirm' }
    const { html } = await ask(inboxPage, '/office/desk', { sent })
    expect(html).toContain('สำเร็จ 0 เรื่อง ไม่สำเร็จ 1 เรื่อง')
    expect(html).toContain('มีผู้เปลี่ยนแปลงเรื่องนี้')
    expect(html).toContain('>เหตุ</textarea>')
  })
  test('without a row, or without anybody to assign to, does nothing and says so', async () => {
    const none = await ask(inboxPage, '/office/desk', { sent: { act: 'junk' } })
    expect(none.status).toBe(422)
    const { id, reference } = await aTicket(agency, tools)
    const nobody = { act: 'assign', unitId: '', officerId: '', row: `${id} 1 ${reference}` }
    const { status, html } = await ask(inboxPage, '/office/desk', { sent: nobody })
    expect(status).toBe(422)
    expect(html).toContain('โปรดเลือกส่วนงานหรือเจ้าหน้าที่')
  })
})

describe('the page of a ticket', () => {
  test('shows what was said, who said it, and answers', async () => {
    const { id, reference } = await aTicket(agency, tools)
    const { html } = await ask(ticketPage, at(id))
    expect(html).toContain(reference)
    expect(html).toContain('ไฟส่องสว่างหน้าอาคาร')
    expect(html).toContain('somying@example.org')
    const sent = { act: 'answer', seenVersion: '1', text: 'ซ่อมแล้ว', final: 'answer' }
    expect((await ask(ticketPage, at(id), { sent })).location).toBe(`${at(id)}?done=answer`)
    const after = await ask(ticketPage, at(id))
    expect(after.html).toContain('ซ่อมแล้ว')
    expect(after.html).toContain('ผู้แจ้งเห็น')
  })
  test('of another unit is not shown to the owner of a unit, who reads those of the own', async () => {
    const [own, other] = [await aUnit(agency, 'กองคลัง'), await aUnit(agency, 'กองช่าง')]
    const { id } = await aTicket(agency, tools)
    await assignTicket(desk, { id, seenVersion: 1, unitId: own, officerId: null, note: '' })
    const owner = (unitId: string) => ({ roles: [{ role: 'unit-owner', unitId } as const] })
    expect((await ask(ticketPage, at(id), owner(other))).status).toBe(403)
    expect((await ask(ticketPage, at(id), owner(own))).html).toContain('somying@example.org')
    expect((await ask(ticketPage, at(id), { roles: ['auditor'] })).status).toBe(403)
  })
  test('puts a template into the answer without sending it, with its places filled in', async () => {
    const { id, reference } = await aTicket(agency, tools)
    const typed = { title: 'รับเรื่อง', bodyTh: 'ได้รับเรื่อง {{reference}} แล้ว', bodyEn: '' }
    await saveTemplate(desk, { typed, of: null })
    const templateId = (await listTemplates(desk))[0]?.id ?? ''
    const sent = { act: 'insert', seenVersion: '1', text: 'เรียน ท่านผู้แจ้ง', templateId, final: 'last' }
    const { status, html } = await ask(ticketPage, at(id), { sent })
    expect(status).toBe(200)
    expect((await standing(id)).ticket.state).toBe('new')
    expect(html).toContain(`>เรียน ท่านผู้แจ้ง\n\nได้รับเรื่อง ${reference} แล้ว</textarea>`)
    expect(html).toContain('ยังไม่ได้ส่ง')
  })
  test('keeps what was typed where somebody else was first', async () => {
    const { id } = await aTicket(agency, tools)
    const sent = { act: 'answer', seenVersion: '7', text: 'คำตอบของฉัน', final: 'last' }
    const { status, html } = await ask(ticketPage, at(id), { sent })
    expect(status).toBe(422)
    expect(html).toContain('>คำตอบของฉัน</textarea>')
    expect(html).toContain('มีผู้เปลี่ยนแปลงเรื่องนี้')
    expect(html).toContain('name="seenVersion" value="1"')
  })
  test('shows what was typed before a session ended in its own form', async () => {
    const { id } = await aTicket(agency, tools)
    const kept = [
      ['act', 'note'],
      ['text', 'โทรไปแล้ว'],
    ] as const
    const { html } = await ask(ticketPage, at(id), { kept })
    expect(html.match(/>โทรไปแล้ว<\/textarea>/g)).toHaveLength(1)
  })
  test.each([
    ['note', { text: 'โทรแล้ว' }, 'new'],
    ['start', {}, 'in-progress'],
    ['junk', { reason: '' }, 'junk'],
    ['close', { reason: 'ไม่อยู่ในอำนาจ' }, 'closed'],
    ['change', { priority: 'high', kind: 'question', dueOn: '' }, 'new'],
  ])('does %s', async (act, fields, state) => {
    const { id } = await aTicket(agency, tools)
    const sent = { act, seenVersion: '1', ...fields }
    expect((await ask(ticketPage, at(id), { sent })).location).toBe(`${at(id)}?done=${act}`)
    expect((await standing(id)).ticket.state).toBe(state)
  })
  test('offers what is likely the same, and merges into it', async () => {
    const first = await aTicket(agency, tools)
    const second = await aTicket(agency, tools)
    const { html } = await ask(ticketPage, at(second.id))
    expect(html).toContain(`รวมเข้ากับ ${first.reference}`)
    const wrong = { act: 'merge', seenVersion: '1', into: 'R-2570-0000000' }
    const refused = await ask(ticketPage, at(second.id), { sent: wrong })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#merge-into"')
    await ask(ticketPage, at(second.id), { sent: { ...wrong, into: first.reference } })
    expect((await standing(second.id)).ticket.state).toBe('merged')
  })
  test('that is none is not found, and an act that is none is refused', async () => {
    expect((await ask(ticketPage, at('none'))).status).toBe(404)
    const { id } = await aTicket(agency, tools)
    expect((await ask(ticketPage, at(id), { sent: { act: 'burn' } })).status).toBe(400)
  })
})

describe('files', () => {
  const open = (
    screen: object,
    address: string,
    params: Readonly<Record<string, string>>,
    roles: RoleName[],
  ) =>
    askOffice(agency, screen, {
      address,
      params,
      roles,
      hand: (context) => context.set(deskContext, tools),
    })
  test('of a ticket are opened by who may read it', async () => {
    const { id } = await aTicket(agency, tools, { files: [sentFile(tools, 'lamp.txt', 'ไฟดับ')] })
    const file = (await standing(id)).events[0]?.files[0]
    const params = { ticketId: id, fileId: file?.id ?? '' }
    const address = at(id, `/files/${file?.id}`)
    expect((await open(ticketFile, address, params, ['desk-officer'])).status).toBe(200)
    expect((await open(ticketFile, address, params, ['auditor'])).status).toBe(403)
    expect((await open(ticketFile, address, { ...params, fileId: id }, ['desk-officer'])).status).toBe(404)
  })
  test('of the list are for the desk, in two forms', async () => {
    await aTicket(agency, tools)
    const address = (format: string) => `/office/desk/export?format=${format}`
    for (const format of ['csv', 'xlsx'])
      expect((await open(ticketsExport, address(format), {}, ['desk-officer'])).status).toBe(200)
    expect((await open(ticketsExport, address('csv'), {}, ['auditor'])).status).toBe(403)
    expect((await open(ticketsExport, address('exe'), {}, ['desk-officer'])).status).toBe(404)
  })
})

describe('templates', () => {
  test('are written, refused with words, and changed', async () => {
    const refused = await ask(templatesPage, '/office/desk/templates', {
      sent: { title: '', bodyTh: 'ข้อความ' },
    })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('>ข้อความ</textarea>')
    const sent = { title: 'รับเรื่อง', bodyTh: 'ได้รับแล้ว' }
    await ask(templatesPage, '/office/desk/templates', { sent })
    const [template] = await listTemplates(desk)
    const changed = { ...sent, title: 'แจ้งรับ', templateId: template?.id ?? '', seenVersion: '1' }
    await ask(templatesPage, '/office/desk/templates', { sent: changed })
    expect((await listTemplates(desk)).map(({ title }) => title)).toEqual(['แจ้งรับ'])
    const remove = { act: 'remove', templateId: template?.id ?? '' }
    await ask(templatesPage, '/office/desk/templates', { sent: remove })
    expect(await listTemplates(desk)).toEqual([])
  })
  test('are not for who may not change them', async () => {
    expect((await ask(templatesPage, '/office/desk/templates', { roles: ['auditor'] })).status).toBe(403)
  })
})

describe('settings of the desk', () => {
  const good = {
    act: 'save',
    seenVersion: '0',
    duePraise: '',
    dueSuggestion: '15',
    dueQuestion: '๕',
    dueComplaint: '10',
    remindDays: '2',
    escalateDays: '3',
    reopenDays: '30',
    eraseAfterMonths: '24',
    'topic.0.key': 'lamp',
    'topic.0.th': 'ไฟส่องสว่าง',
    'topic.0.en': 'Street lamps',
    'topic.0.hasPlace': 'on',
  }
  test('are saved, Thai digits too, by an administrator alone', async () => {
    const roles: readonly RoleName[] = ['administrator']
    const { location } = await ask(settingsPage, '/office/desk/settings', { roles, sent: good })
    expect(location).toBe('/office/desk/settings?done=saved')
    const { settings } = await findDeskSettings(agency)
    expect(settings.dueDays).toMatchObject({ praise: null, question: 5, complaint: 10 })
    expect(settings.topics.map(({ key }) => key)).toEqual(['lamp'])
    expect((await ask(settingsPage, '/office/desk/settings')).status).toBe(403)
  })
  test('are refused with what was typed, where a number is none or somebody else was first', async () => {
    const roles: readonly RoleName[] = ['administrator']
    const wrong = await ask(settingsPage, '/office/desk/settings', {
      roles,
      sent: { ...good, remindDays: 'two' },
    })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('value="two"')
    const late = await ask(settingsPage, '/office/desk/settings', {
      roles,
      sent: { ...good, seenVersion: '4' },
    })
    expect(late.status).toBe(422)
    expect(late.html).toContain('value="Street lamps"')
    expect(late.html).toContain('name="seenVersion" value="0"')
  })
  test('show the key of a program once', async () => {
    const roles: readonly RoleName[] = ['administrator']
    const sent = { act: 'add', name: 'แอปเมือง' }
    const { data, status } = await ask(settingsPage, '/office/desk/settings', { roles, sent })
    expect(status).toBe(200)
    const { newKey } = data as { newKey: string }
    expect(newKey.length).toBeGreaterThan(20)
    const later = await ask(settingsPage, '/office/desk/settings', { roles })
    expect(later.html).toContain('แอปเมือง')
    expect(later.html).not.toContain(newKey)
  })
})

describe('a question page from a ticket', () => {
  test('begins with the words of both, what may be personal marked, and is refused until somebody says it may stand', async () => {
    const body = 'โทร 081-234-5678 เปิดกี่โมง'
    const { id } = await aTicket(agency, tools, { typed: { kind: 'question', body } })
    const answer = { id, seenVersion: 1, text: 'เปิด 8.30 น.', final: 'answer' as const, files: [] }
    await answerTicket(desk, tools, answer)
    const address = at(id, '/question')
    const { html } = await ask(questionPage, address)
    expect(html).toContain('<mark class="personal" title="หมายเลขโทรศัพท์">081-234-5678')
    expect(html).toContain('>เปิด 8.30 น.</textarea>')
    const sent = { seenVersion: '2', titleTh: body, bodyTh: 'เปิด 8.30 น.', slug: 'opening-hours' }
    const refused = await ask(questionPage, address, { sent })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('โปรดลบออก หรือยืนยันว่าเผยแพร่ได้')
    const made = await ask(questionPage, address, { sent: { ...sent, titleTh: 'เปิดกี่โมง' } })
    expect(made.location).toMatch(/^\/office\/site\/pages\/[0-9a-f-]{36}$/)
    expect((await standing(id)).question).not.toBeNull()
  })
  test('is for the desk alone', async () => {
    const { id } = await aTicket(agency, tools)
    const { status } = await ask(questionPage, at(id, '/question'), { roles: ['auditor'] })
    expect(status).toBe(403)
  })
})
