import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FROM, type MailDesk, openMailDesk, START } from '../../../tests/support/mail-desk.ts'
import { type MailServer, openMailServer } from '../../../tests/support/mail-server.ts'
import { kyselyOn } from '../db/database.server.ts'
import { withAgency } from '../db/tenant.server.ts'
import { findOutboxMail, listOutbox } from './outbox.queries.server.ts'
import { claimMail } from './outbox.repo.server.ts'
import { createDelivery } from './smtp-delivery.server.ts'

let desk: MailDesk
const servers: MailServer[] = []
const openServer = async (...answers: Parameters<typeof openMailServer>) => {
  const server = await openMailServer(...answers)
  servers.push(server)
  return server
}
const minute = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

beforeAll(async () => {
  desk = await openMailDesk()
})
beforeEach(async () => {
  await desk.database.owner.query('delete from mail_outbox')
  desk.setClock(0)
  desk.log.length = 0
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})
afterAll(() => desk.database.drop())

describe('a mail that was sent', () => {
  it('keeps its subject and recipient, and loses its text', async () => {
    const server = await openServer()
    const id = await desk.queue({ expiresAt: minute(60) })
    await desk.sender(server.url).sendDue()
    expect(server.arrived).toHaveLength(1)
    expect(await desk.row(id)).toMatchObject({
      state: 'sent',
      sent_at: START,
      attempts: 1,
      to_address: 'somchai@agency.example',
      text_body: null,
      html_body: null,
      claimed_until: null,
      last_error: null,
    })
    await desk.sender(server.url).sendDue()
    desk.setClock(120)
    await desk.sender(server.url).sendDue()
    expect(server.arrived).toHaveLength(1)
    expect(await desk.row(id)).toMatchObject({ state: 'sent' })
  })

  it('leaves no personal data in the log, nor does one that was not sent', async () => {
    const server = await openServer({ refuse: (address) => (address.startsWith('x') ? 550 : null) })
    const id = await desk.queue()
    await desk.queue({ to: { name: null, address: 'x@agency.example' } })
    await desk.sender(server.url).sendDue()
    const told = desk.log.join('')
    expect(told).toContain(id)
    expect(told).toContain('recipient-refused 550 5.1.1')
    expect(told).not.toMatch(/@|คำเชิญ|สมชาย|secret-of-the-link/)
  })
})

describe('a mail that is not taken', () => {
  it('is tried again when the server is back, and not before its time', async () => {
    const server = await openServer()
    await server.close()
    const id = await desk.queue()
    const sender = desk.sender(server.url)
    await sender.sendDue()
    expect(await desk.row(id)).toMatchObject({
      state: 'queued',
      attempts: 1,
      next_attempt_at: minute(1),
      last_error: 'server-unreachable',
    })
    const back = await openServer({ port: server.port })
    desk.setClock(0.9)
    await sender.sendDue()
    expect(back.arrived).toHaveLength(0)
    desk.setClock(1)
    await sender.sendDue()
    expect(back.arrived).toHaveLength(1)
    expect(await desk.row(id)).toMatchObject({ state: 'sent', attempts: 2, last_error: null })
  })

  it('for a while (4xx) is tried eight times within two days, then given up with its text kept', async () => {
    const server = await openServer({ refuse: () => 451 })
    const id = await desk.queue()
    const sender = desk.sender(server.url)
    const times: number[] = []
    for (let at = START, row = await desk.row(id); row.state === 'queued'; row = await desk.row(id)) {
      at = row.next_attempt_at as Date
      times.push(desk.setClock((at.getTime() - START.getTime()) / 60_000).getTime() - START.getTime())
      await sender.sendDue()
    }
    expect(times.map((time) => time / 60_000)).toEqual([0, 1, 6, 21, 81, 321, 1041, 2481])
    expect(await desk.row(id)).toMatchObject({
      state: 'failed',
      attempts: 8,
      last_error: 'recipient-refused 451 5.1.1',
      text_body: expect.stringContaining('secret-of-the-link'),
    })
  })

  it('for good (5xx) is given up at once, its recipient or its text', async () => {
    const server = await openServer({
      refuse: (address) => (address.startsWith('x') ? 550 : null),
      refuseText: (raw) => (raw.includes('Subject: spam') ? 554 : null),
    })
    const nobody = await desk.queue({ to: { name: null, address: 'x@agency.example' } })
    const spam = await desk.queue({ message: { subject: 'spam', paragraphs: ['x'], closing: 'x' } })
    const good = await desk.queue()
    await desk.sender(server.url).sendDue()
    expect(await desk.row(nobody)).toMatchObject({ state: 'failed', attempts: 1 })
    expect(await desk.row(spam)).toMatchObject({
      state: 'failed',
      attempts: 1,
      last_error: 'message-refused 554 5.1.1',
    })
    expect(await desk.row(good)).toMatchObject({ state: 'sent' })
  })

  it('waits while the server refuses the sign-in, and the password stands nowhere', async () => {
    const server = await openServer({ user: 'ita', password: 'p@ss:w/ord' })
    const id = await desk.queue()
    await desk.sender(server.url.replace('p%40ss', 'hunter2')).sendDue()
    const row = await desk.row(id)
    expect(row).toMatchObject({ state: 'queued', last_error: 'sign-in-refused 535 5.1.1' })
    expect(JSON.stringify(row) + desk.log.join('')).not.toContain('hunter2')
    desk.setClock(1)
    await desk.sender(server.url).sendDue()
    expect(server.arrived).toHaveLength(1)
  })

  it('waits while a server of another machine would get the password in the clear', async () => {
    const server = await openServer({ user: 'ita', password: 'secret' })
    const id = await desk.queue()
    // This machine under an address that is not known as such.
    await desk.sender(server.url.replace('127.0.0.1', '[::ffff:127.0.0.1]')).sendDue()
    expect(await desk.row(id)).toMatchObject({ state: 'queued', last_error: 'secure-connection-failed 500' })
    expect(server.signIns()).toBe(0)
  })

  it('is not sent over a connection whose certificate nobody vouches for', async () => {
    const server = await openServer({ secure: true })
    const id = await desk.queue()
    await desk.sender(server.url).sendDue()
    expect(server.arrived).toHaveLength(0)
    expect(await desk.row(id)).toMatchObject({ state: 'queued', last_error: 'secure-connection-failed' })
  })
})

describe('a mail whose link has ended', () => {
  it('is not sent, whether it was waiting or had failed, and loses its text', async () => {
    const server = await openServer({ refuse: () => 550 })
    const failed = await desk.queue({ expiresAt: minute(60) })
    const sender = desk.sender(server.url)
    await sender.sendDue()
    expect(await desk.row(failed)).toMatchObject({ state: 'failed' })
    const waiting = await desk.queue({ expiresAt: minute(60) })
    desk.setClock(60)
    await sender.sendDue()
    for (const id of [failed, waiting])
      expect(await desk.row(id)).toMatchObject({ state: 'expired', text_body: null, html_body: null })
    expect(await desk.row(waiting)).toMatchObject({ attempts: 0 })
  })
})

describe('while mail is off', () => {
  it('mail waits, can be read, and goes out when mail is on, unless its link has ended', async () => {
    const lasting = await desk.queue()
    const ending = await desk.queue({ expiresAt: minute(60) })
    await desk.sender(null).sendDue()
    expect(await desk.row(lasting)).toMatchObject({ state: 'withheld', attempts: 0 })
    const key = { agencyId: desk.agencyId, id: lasting }
    const read = await withAgency(desk.database.db, desk.agencyId, (tx) => findOutboxMail(tx, key))
    expect(read?.textBody).toContain('secret-of-the-link')
    desk.setClock(60)
    await desk.sender(null).sendDue()
    expect(await desk.row(ending)).toMatchObject({ state: 'expired', text_body: null })
    const server = await openServer()
    await desk.sender(server.url).sendDue()
    expect(server.arrived.map((mail) => mail.messageId)).toEqual([`<${lasting}@agency.example>`])
    expect(await desk.row(lasting)).toMatchObject({ state: 'sent', attempts: 1 })
  })
})

describe('several senders', () => {
  it('at once send each mail of every agency once', async () => {
    const server = await openServer()
    const pools = [1, 2].map(() => new pg.Pool({ ...desk.database.address, max: 5 }))
    const ids = await Promise.all(
      Array.from({ length: 40 }, (_mail, index) =>
        desk.queue({ agencyId: index % 2 ? desk.agencyId : desk.otherAgencyId }),
      ),
    )
    const senders = pools.map((pool) => desk.sender(server.url, { database: kyselyOn(pool) }))
    await Promise.all(senders.map((sender) => sender.sendDue()))
    await Promise.all(pools.map((pool) => pool.end()))
    expect(server.arrived.map((mail) => mail.messageId).sort()).toEqual(
      ids.map((id) => `<${id}@agency.example>`).sort(),
    )
    const states = await desk.database.owner.query('select distinct state from mail_outbox')
    expect(states.rows).toEqual([{ state: 'sent' }])
  })

  it('take up what one left that died after sending, once its time is over, with the same Message-ID', async () => {
    const server = await openServer()
    const id = await desk.queue()
    const claim = { agencyId: desk.agencyId, at: START, until: minute(5), most: 1 }
    const [left] = await withAgency(desk.database.db, desk.agencyId, (tx) => claimMail(tx, claim))
    if (!left) throw new Error('nothing was claimed')
    await createDelivery({ smtpUrl: server.url, from: FROM })(left)
    const sender = desk.sender(server.url)
    desk.setClock(4)
    await sender.sendDue()
    expect(server.arrived).toHaveLength(1)
    desk.setClock(5)
    await sender.sendDue()
    expect(server.arrived.map((mail) => mail.messageId)).toEqual(Array(2).fill(`<${id}@agency.example>`))
    expect(await desk.row(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('give up a mail in the middle of which every sender died', async () => {
    const server = await openServer()
    const id = await desk.queue()
    await desk.database.owner.query(
      "update mail_outbox set state = 'sending', attempts = 8, claimed_until = $1",
      [minute(0)],
    )
    await desk.sender(server.url).sendDue()
    expect(server.arrived).toHaveLength(0)
    expect(await desk.row(id)).toMatchObject({ state: 'failed', last_error: 'interrupted' })
  })
})

describe('a sender that was started', () => {
  const realTime = { now: () => new Date() }

  it('sends what was queued before, what is announced, and what becomes due later', async () => {
    const server = await openServer()
    await desk.queue({ at: new Date() })
    const sender = desk.sender(server.url, realTime)
    await sender.start()
    await server.until(1)
    await desk.queue({ at: new Date() })
    await server.until(2)
    await desk.queue({ at: new Date(Date.now() + 1500) })
    await server.until(3)
    await sender.stop()
    await desk.queue({ at: new Date() })
    await sender.sendDue()
    expect(server.arrived).toHaveLength(3)
  })

  it('finishes what it is sending when it is stopped, and takes nothing more', async () => {
    const taking = Promise.withResolvers<void>()
    const told = Promise.withResolvers<void>()
    const server = await openServer({
      beforeTaking: () => {
        taking.resolve()
        return told.promise
      },
    })
    for (let count = 0; count < 6; count++) await desk.queue({ at: new Date() })
    const sender = desk.sender(server.url, realTime)
    await sender.start()
    await taking.promise
    const stopped = sender.stop()
    told.resolve()
    await stopped
    const { rows } = await withAgency(desk.database.db, desk.agencyId, (tx) =>
      listOutbox(tx, { agencyId: desk.agencyId, page: 1 }),
    )
    const states = rows.map((row) => row.state)
    expect(states.filter((state) => state === 'sent')).toHaveLength(4)
    expect(states.filter((state) => state === 'queued')).toHaveLength(2)
    expect(server.arrived).toHaveLength(4)
  })
})
