import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anAgency, aPerson, as, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  aTicket,
  aUnit,
  type DeskAtWork,
  deskTools,
  sentFile,
} from '../../../../tests/support/desk-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { keepDesk } from '../desk-round.server.ts'
import { findTicket } from '../tickets/ticket-page.queries.server.ts'
import { answerTicket } from '../tickets/usecases/answer-ticket.server.ts'
import { assignTicket } from '../tickets/usecases/assign-ticket.server.ts'
import { tellDue } from './usecases/tell-due.server.ts'

let database: TestDatabase
let tools: DeskAtWork
let agency: Ctx
let clock: Ctx
let desk: Ctx
let people: Readonly<Record<'desk' | 'owner' | 'head' | 'admin', string>>
let id: string

beforeAll(async () => {
  database = await freshDatabase()
  tools = deskTools(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  agency = await anAgency(database)
  clock = { ...agency, actor: { kind: 'system', name: 'desk' } }
  const unitId = await aUnit(agency, 'กองช่าง')
  people = {
    desk: (await aPerson(agency, { role: 'desk-officer' })).id,
    owner: (await aPerson(agency, { role: 'unit-owner', unitId })).id,
    head: (await aPerson(agency)).id,
    admin: (await aPerson(agency, { role: 'administrator' })).id,
  }
  await database.owner.query('update unit set head_id = $1 where id = $2', [people.head, unitId])
  desk = as(agency, people.desk, ['desk-officer'])
  ;({ id } = await aTicket(clock, tools))
  await assignTicket(desk, { id, seenVersion: 1, unitId, officerId: null, note: '' })
  await database.owner.query(`update desk_ticket set due_on = '2024-11-06' where id = $1`, [id])
  await database.owner.query('delete from notice where agency_id = $1', [agency.agency.id])
})

const on = (day: string) => tellDue(at(clock, `${day}T02:00:00Z`))
const told = async () => {
  const { rows } = await database.owner.query('select person_id, kind from notice where agency_id = $1', [
    agency.agency.id,
  ])
  const names = Object.fromEntries(Object.entries(people).map(([name, personId]) => [personId, name]))
  return rows.map(({ person_id, kind }) => `${names[person_id]} ${kind}`).sort()
}

test('who works on a ticket is reminded two working days before, once, also by many programs at once', async () => {
  expect(await on('2024-11-01')).toEqual({ reminded: 0, escalated: 0 })
  // Monday, with Wednesday as the day due.
  const rounds = await Promise.all(Array.from({ length: 4 }, () => on('2024-11-04')))
  expect(rounds.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(1)
  await on('2024-11-05')
  expect(await told()).toEqual(['owner ticket.due-soon'])
})

test('an overdue ticket goes up step by step, each once, and never on a day on which nobody works', async () => {
  await on('2024-11-07')
  await on('2024-11-07')
  expect(await told()).toEqual(['head ticket.overdue', 'owner ticket.overdue'])
  // A weekend.
  expect(await on('2024-11-09')).toEqual({ reminded: 0, escalated: 0 })
  await on('2024-11-12')
  expect(await told()).toEqual(['desk ticket.overdue', 'head ticket.overdue', 'owner ticket.overdue'])
  await on('2024-11-29')
  await on('2024-12-06')
  expect(await told()).toEqual([
    'admin ticket.overdue',
    'desk ticket.overdue',
    'head ticket.overdue',
    'owner ticket.overdue',
  ])
  const page = await findTicket(at(desk, '2024-12-06T02:00:00Z'), id)
  expect(page.ok && page.value).toMatchObject({
    isOverdue: true,
    workingDaysLeft: 0,
    ticket: { escalatedStep: 3 },
  })
  expect(page.ok && page.value.events.filter(({ kind }) => kind === 'overdue')).toHaveLength(3)
})

test('a program that slept for weeks tells every step at once, and what was answered is told to nobody', async () => {
  await on('2024-12-16')
  expect(await told()).toEqual([
    'admin ticket.overdue',
    'desk ticket.overdue',
    'head ticket.overdue',
    'owner ticket.overdue',
  ])
  await database.owner.query('delete from notice where agency_id = $1', [agency.agency.id])
  await answerTicket(at(desk, '2024-12-17T03:00:00Z'), tools, {
    id,
    seenVersion: 2,
    text: 'ตอบ',
    final: 'last',
    files: [],
  })
  await on('2024-12-20')
  expect(await told()).toEqual([])
})

test('name and contact are erased so many months after closing, out of the search, too; the matter stays', async () => {
  await answerTicket(desk, tools, { id, seenVersion: 2, text: 'ตอบ', final: 'last', files: [] })
  const rowAt = async (day: string) => {
    await keepDesk(at(clock, `${day}T03:00:00Z`), tools, null)
    return (
      await database.owner.query(
        'select name, email, telephone, body, search_text, erased_at from desk_ticket where id = $1',
        [id],
      )
    ).rows[0]
  }
  expect(await rowAt('2026-09-30')).toMatchObject({ name: 'สมหญิง ตัวอย่าง', erased_at: null })
  const erased = await rowAt('2026-10-01')
  expect(erased).toMatchObject({ name: null, email: null, telephone: null })
  expect(erased.body).toContain('ไฟส่องสว่าง')
  expect(erased.search_text).toContain('ตอบ')
  expect(erased.search_text).not.toMatch(/สมหญิง|example\.org/)
})

test('files are scanned as they come, what is infected is handed to nobody, and who works on it is told', async () => {
  const bad = await aTicket(clock, tools, {
    typed: { body: 'ไฟล์' },
    files: [sentFile(tools, 'a.txt', 'VIRUS'), sentFile(tools, 'b.txt', 'good')],
  })
  const scan = async (bytes: AsyncIterable<Buffer>) => {
    const pieces: Buffer[] = []
    for await (const piece of bytes) pieces.push(piece)
    return Buffer.concat(pieces).toString() === 'VIRUS'
      ? ({ kind: 'infected', finding: 'Eicar' } as const)
      : ({ kind: 'clean' } as const)
  }
  await keepDesk(clock, tools, scan)
  const { rows } = await database.owner.query(
    'select file_name, scan from desk_file where ticket_id = $1 order by 1',
    [bad.id],
  )
  expect(rows).toEqual([
    { file_name: 'a.txt', scan: 'infected' },
    { file_name: 'b.txt', scan: 'clean' },
  ])
  expect(await told()).toEqual(['desk ticket.file-infected'])
})
