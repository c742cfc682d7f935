import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  aTicket,
  type DeskAtWork,
  deskTools,
  sentFile,
  textOf,
} from '../../../../tests/support/desk-builders.ts'
import { err, ok } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { findFollowUp } from '../tickets/follow-up.queries.server.ts'
import { newFormSecret } from '../tickets/form-secret.server.ts'
import { addToTicket } from '../tickets/usecases/add-to-ticket.server.ts'
import { claimMoved } from '../tickets/usecases/claim-moved.server.ts'
import { mergeTicket } from '../tickets/usecases/merge-ticket.server.ts'
import { noteTicket } from '../tickets/usecases/note-ticket.server.ts'
import type { MovedTicket, WrongDoor } from '../wrong-door.server.ts'
import { moveTicket } from './move-ticket.server.ts'

let database: TestDatabase
let tools: DeskAtWork
let visitor: Ctx
let desk: Ctx

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  tools = deskTools(database)
  const agency = await anAgency(database)
  visitor = { ...agency, actor: { kind: 'system', name: 'visitor' } }
  desk = as(agency, (await aPerson(agency, { role: 'desk-officer' })).id, ['desk-officer'])
})

type Taken = Omit<MovedTicket, 'files'> &
  Readonly<{ files: readonly Readonly<{ fileName: string; content: string }>[] }>

/** A channel that keeps what it is given, once for each ticket, and gives back a receipt to the right key pair. */
function aChannel() {
  const taken = new Map<string, Taken>()
  const wrongDoor: WrongDoor = {
    transfer: async (_ctx, { files, ...moved }) => {
      if (taken.has(moved.ticketId)) return ok(undefined)
      const read = await Promise.all(
        files.map(async ({ fileName, open }) => ({ fileName, content: await textOf(await open()) })),
      )
      taken.set(moved.ticketId, { ...moved, files: read })
      return ok(undefined)
    },
    claim: async (_ctx, { ticketId, claimKeyPair }) => {
      const kept = taken.get(ticketId)
      const isRight = kept && Buffer.from(claimKeyPair.publicKey).equals(Buffer.from(kept.claimPublicKey))
      return isRight ? ok({ receipt: '1'.repeat(24) }) : err({ code: 'claim.wrong' })
    },
  }
  return { taken, wrongDoor }
}

const MARK = 'เครื่องหมายลับ'
const stored = () =>
  readdirSync(tools.storeFolder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .length

async function deskSays(): Promise<string> {
  const tables = [
    'desk_ticket',
    'desk_event',
    'desk_file',
    'desk_rating',
    'notice',
    'audit_log',
    'mail_outbox',
  ]
  const all = await Promise.all(
    tables.map((table) =>
      database.owner.query(`select t::text from ${table} as t where agency_id = $1`, [desk.agency.id]),
    ),
  )
  return JSON.stringify(all.map(({ rows }) => rows))
}

async function aReport() {
  const ticket = await aTicket(visitor, tools, {
    typed: {
      body: `${MARK} เรียกรับเงิน`,
      name: MARK,
      email: 'x@example.org',
      telephone: '0812345678',
      place: MARK,
    },
    files: [sentFile(tools, `${MARK}.txt`, `${MARK} ในไฟล์`)],
  })
  const { reference, followUp } = ticket
  await addToTicket(visitor, tools, {
    reference,
    secret: followUp,
    text: `${MARK} เพิ่มเติม`,
    files: [],
    reopens: false,
  })
  await noteTicket(desk, { id: ticket.id, text: `${MARK} บันทึก` })
  return ticket
}

test('everything that the person wrote goes with it, and nothing of it stays at the desk', async () => {
  const { id, reference, followUp } = await aReport()
  const { taken, wrongDoor } = aChannel()
  expect(await deskSays()).toContain(MARK)
  expect(await moveTicket(desk, tools, wrongDoor, { id, seenVersion: 3 })).toEqual({ ok: true, value: null })
  const moved = taken.get(id)
  expect(moved?.receivedDay).toBe('2024-10-01')
  for (const words of [
    `${MARK} เรียกรับเงิน`,
    `ชื่อ: ${MARK}`,
    'อีเมล: x@example.org',
    'โทรศัพท์: 0812345678',
    `สถานที่: ${MARK}`,
    `${MARK} เพิ่มเติม`,
  ])
    expect(moved?.text).toContain(words)
  expect(moved?.text).not.toContain('บันทึก')
  expect(moved?.files).toEqual([{ fileName: `${MARK}.txt`, content: `${MARK} ในไฟล์` }])
  const left = await deskSays()
  expect(left).not.toContain(MARK)
  expect(left).not.toMatch(/x@example\.org|0812345678/)
  expect(stored()).toBe(0)
  expect(await findFollowUp(visitor, tools, { reference, secret: followUp })).toMatchObject({
    state: 'moved',
    body: null,
    place: null,
    mayAdd: false,
    mayReopen: false,
  })
  expect((await auditOf(database, desk)).at(-1)).toMatchObject({ action: 'ticket.moved', object_id: id })
})

test('pressed twice, and by two at once, it is sealed once', async () => {
  const { id } = await aReport()
  const { taken, wrongDoor } = aChannel()
  const both = await Promise.all([1, 2].map(() => moveTicket(desk, tools, wrongDoor, { id, seenVersion: 3 })))
  expect(both.every(({ ok: isDone }) => isDone)).toBe(true)
  expect(await moveTicket(desk, tools, wrongDoor, { id, seenVersion: 3 })).toEqual({ ok: true, value: null })
  expect(taken.size).toBe(1)
  const moves = (await auditOf(database, desk)).filter(({ action }) => action === 'ticket.moved')
  expect(moves).toHaveLength(1)
})

test('what the channel does not take stays whole at the desk, and can be added to again', async () => {
  const { id, reference, followUp } = await aReport()
  const refusing = { transfer: async () => err({ code: 'channel.busy' }) }
  const closed = { ok: false, error: { code: 'door.closed' } }
  expect(await moveTicket(desk, tools, refusing, { id, seenVersion: 3 })).toEqual(closed)
  expect(stored()).toBe(1)
  const more = { reference, secret: followUp, text: 'ต่อ', files: [], reopens: false }
  expect(await addToTicket(visitor, tools, more)).toEqual({ ok: true, value: null })
})

test('where it is not known whether it arrived, nothing can be added until it has, and nothing of it is lost', async () => {
  const { id, reference, followUp } = await aReport()
  const { taken, wrongDoor } = aChannel()
  const breakingOff = {
    transfer: async (...given: Parameters<WrongDoor['transfer']>) => {
      await wrongDoor.transfer(...given)
      throw new Error('the connection is gone')
    },
  }
  expect(await moveTicket(desk, tools, breakingOff, { id, seenVersion: 3 })).toEqual({
    ok: false,
    error: { code: 'door.uncertain' },
  })
  const more = { reference, secret: followUp, text: 'ต่อ', files: [], reopens: false }
  expect(await addToTicket(visitor, tools, more)).toEqual({ ok: false, error: { code: 'ticket.moving' } })
  expect(await moveTicket(desk, tools, wrongDoor, { id, seenVersion: 4 })).toEqual({ ok: true, value: null })
  expect(taken.size).toBe(1)
  expect(await deskSays()).not.toContain(MARK)
})

test('who came with the same is not left behind: theirs waits at the desk again', async () => {
  const { id, reference } = await aReport()
  const other = await aTicket(visitor, tools, { typed: { body: 'เรื่องเดียวกัน' } })
  await mergeTicket(desk, { id: other.id, seenVersion: 1, into: reference })
  const { wrongDoor } = aChannel()
  expect(await moveTicket(desk, tools, wrongDoor, { id, seenVersion: 4 })).toEqual({ ok: true, value: null })
  const numbers = { reference: other.reference, secret: other.followUp }
  expect(await findFollowUp(visitor, tools, numbers)).toMatchObject({
    state: 'reopened',
    isMerged: false,
    mayAdd: true,
    body: 'เรื่องเดียวกัน',
  })
})

test('what staff had begun to write about it, or sent too late, goes too', async () => {
  const { id } = await aReport()
  const { wrongDoor } = aChannel()
  const personId = desk.actor.kind === 'person' ? desk.actor.id : ''
  const write = (sql: string, ...given: unknown[]) =>
    database.owner.query(sql, [desk.agency.id, personId, ...given])
  await write(
    "insert into draft (agency_id, person_id, form, title, begins, fields, kept_at) values ($1, $2, $3, '', $4, $5, now())",
    `/office/desk/tickets/${id} answer`,
    MARK,
    JSON.stringify([['text', MARK]]),
  )
  await write(
    'insert into kept_form (agency_id, id, person_id, address, fields, kept_at) values ($1, $3, $2, $4, $5, now())',
    id,
    `/en/office/desk/tickets/${id}/answer`,
    JSON.stringify([['text', MARK]]),
  )
  expect(await moveTicket(desk, tools, wrongDoor, { id, seenVersion: 3 })).toEqual({ ok: true, value: null })
  for (const table of ['draft', 'kept_form']) {
    const { rows } = await database.owner.query(`select t::text from ${table} t where agency_id = $1`, [
      desk.agency.id,
    ])
    expect(JSON.stringify(rows)).not.toContain(MARK)
  }
})

test('the desk cannot make the number any more that opens the case; the same form is the same ticket still', async () => {
  const formSecret = newFormSecret(visitor.now())
  const { id, reference, followUp } = await aTicket(visitor, tools, { formSecret })
  const makes = async () => {
    const { rows } = await database.owner.query('select form_hash from desk_ticket where id = $1', [id])
    return tools.numbers.followUpOf(rows[0].form_hash)
  }
  expect(await makes()).toBe(followUp)
  await moveTicket(desk, tools, aChannel().wrongDoor, { id, seenVersion: 1 })
  expect(await makes()).not.toBe(followUp)
  expect(await aTicket(visitor, tools, { formSecret })).toMatchObject({ reference, followUp, isNew: false })
})

test('a program that died after the sealing is taken further: nothing is added in between, and nothing is lost', async () => {
  const { id, reference, followUp } = await aReport()
  const { taken, wrongDoor } = aChannel()
  let during: unknown
  const dying = {
    transfer: async (...given: Parameters<WrongDoor['transfer']>) => {
      const sealed = await wrongDoor.transfer(...given)
      const more = { reference, secret: followUp, text: 'ระหว่างย้าย', files: [], reopens: false }
      during = await addToTicket(visitor, tools, more)
      return sealed
    },
  }
  // As after a crash: sealed there, still marked as on its way here.
  await dying.transfer(desk, {
    ticketId: 'none',
    claimPublicKey: new Uint8Array(),
    text: '',
    files: [],
    receivedDay: '',
  })
  await database.owner.query('update desk_ticket set moving_at = now() where id = $1', [id])
  expect(await noteTicket(desk, { id, text: 'ก' })).toEqual({ ok: false, error: { code: 'ticket.moving' } })
  expect(await moveTicket(desk, tools, dying, { id, seenVersion: 99 })).toEqual({ ok: true, value: null })
  expect(during).toEqual({ ok: false, error: { code: 'ticket.moving' } })
  expect(taken.has(id)).toBe(true)
  expect(await deskSays()).not.toContain(MARK)
})

test('who holds the follow-up number gets the receipt of the channel, again and again; nobody else does', async () => {
  const { id, reference, followUp } = await aReport()
  const { wrongDoor } = aChannel()
  const claim = (secret: string) => claimMoved(visitor, tools, wrongDoor, { reference, secret })
  expect(await claim(followUp)).toEqual({ ok: false, error: { code: 'ticket.state' } })
  await moveTicket(desk, tools, wrongDoor, { id, seenVersion: 3 })
  expect(await claim(followUp)).toEqual({ ok: true, value: { receipt: '1'.repeat(24) } })
  expect(await claim(followUp)).toEqual({ ok: true, value: { receipt: '1'.repeat(24) } })
  expect(await claim('000000000000')).toEqual({ ok: false, error: { code: 'ticket.unknown' } })
})

test('who answers for a unit alone, and whoever saw an older version, does not move it', async () => {
  const { id } = await aReport()
  const { taken, wrongDoor } = aChannel()
  const others = as(desk, '00000000-0000-4000-8000-000000000001', ['administrator', 'executive', 'auditor'])
  expect(await moveTicket(others, tools, wrongDoor, { id, seenVersion: 3 })).toMatchObject({
    error: { code: 'permission.refused' },
  })
  expect(await moveTicket(desk, tools, wrongDoor, { id, seenVersion: 1 })).toEqual({
    ok: false,
    error: { code: 'ticket.clash', version: 3 },
  })
  expect(taken.size).toBe(0)
})
