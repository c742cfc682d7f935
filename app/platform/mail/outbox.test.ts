import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MailDesk, openMailDesk, START } from '../../../tests/support/mail-desk.ts'
import { openMailServer } from '../../../tests/support/mail-server.ts'
import { type Tx, withAgency } from '../db/tenant.server.ts'
import { isMailOn } from './mail-settings.ts'
import { findOutboxMail, listOutbox } from './outbox.queries.server.ts'
import { MAIL_STATES, retryMail } from './outbox.repo.server.ts'

let desk: MailDesk
const minute = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

beforeAll(async () => {
  desk = await openMailDesk()
})
beforeEach(async () => {
  await desk.database.owner.query('delete from mail_outbox')
  desk.setClock(0)
})
afterAll(() => desk.database.drop())

const inAgency = <T>(work: (tx: Tx) => Promise<T>) => withAgency(desk.database.db, desk.agencyId, work)

describe('the outbox of an agency', () => {
  it('is listed, the latest first, by state and page', async () => {
    const ids: string[] = []
    for (let index = 0; index < 51; index++) ids.push(await desk.queue({ at: minute(index) }))
    await desk.sender(null).sendDue()
    const { agencyId } = desk
    const first = await inAgency((tx) => listOutbox(tx, { agencyId, page: 1 }))
    expect(first).toMatchObject({ page: 1, pages: 2, total: 51 })
    expect(first.rows.map((row) => row.id)).toEqual(ids.toReversed().slice(0, 50))
    const beyond = await inAgency((tx) => listOutbox(tx, { agencyId, page: 9 }))
    expect(beyond).toMatchObject({ page: 2, rows: [{ id: ids[0], state: 'withheld', lastFault: null }] })
    const withheld = await inAgency((tx) => listOutbox(tx, { agencyId, state: 'withheld', page: 1 }))
    expect(withheld).toMatchObject({ total: 1, rows: [{ id: ids[0] }] })
    const failed = await inAgency((tx) => listOutbox(tx, { agencyId, state: 'failed', page: 1 }))
    expect(failed).toEqual({ rows: [], page: 1, pages: 1, total: 0 })
  })

  it('lets a failed mail be tried again, unless its link has ended or it did not fail', async () => {
    const refusing = await openMailServer({ refuse: () => 550 })
    const id = await desk.queue({ expiresAt: minute(60) })
    const key = { agencyId: desk.agencyId, id }
    const retry = (at: Date) => inAgency((tx) => retryMail(tx, { ...key, at }))
    expect(await retry(START)).toBe(false)
    await desk.sender(refusing.url).sendDue()
    await refusing.close()
    const found = await inAgency((tx) => findOutboxMail(tx, key))
    expect(found).toMatchObject({
      state: 'failed',
      lastFault: { code: 'recipient-refused', numbers: '550 5.1.1' },
    })
    expect(found?.htmlBody).toContain('<html lang="th">')
    expect(await retry(minute(60))).toBe(false)
    expect(await retry(minute(1))).toBe(true)
    expect(await desk.row(id)).toMatchObject({ state: 'queued', attempts: 0, next_attempt_at: minute(1) })
    desk.setClock(1)
    const server = await openMailServer()
    await desk.sender(server.url).sendDue()
    expect(server.arrived).toHaveLength(1)
    await server.close()
    expect(await inAgency((tx) => findOutboxMail(tx, key))).toBeNull()
    expect(await inAgency((tx) => findOutboxMail(tx, { ...key, id: 'no identifier' }))).toBeNull()
    expect(await inAgency((tx) => retryMail(tx, { ...key, id: "'", at: START }))).toBe(false)
  })

  it('has the states that the table allows', async () => {
    const { rows } = await desk.database.owner.query(
      "select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'mail_outbox_state_check'",
    )
    const allowed = [...rows[0].rule.matchAll(/'([a-z]+)'/g)].map((match) => match[1])
    expect(allowed).toEqual([...MAIL_STATES])
  })

  it('says whether mail is on', () => {
    expect(isMailOn({ mail: null })).toBe(false)
    expect(isMailOn({ mail: { smtpUrl: 'smtp://m', from: { name: null, address: 'a@b.example' } } })).toBe(
      true,
    )
  })
})

describe('walls', () => {
  it('another agency neither sees a mail nor tries it again', async () => {
    const id = await desk.queue()
    await desk.database.owner.query("update mail_outbox set state = 'failed'")
    const key = { agencyId: desk.agencyId, id }
    await withAgency(desk.database.db, desk.otherAgencyId, async (tx) => {
      expect(await tx.selectFrom('mail_outbox').selectAll().execute()).toEqual([])
      expect((await listOutbox(tx, { agencyId: desk.agencyId, page: 1 })).total).toBe(0)
      expect(await findOutboxMail(tx, key)).toBeNull()
      expect(await retryMail(tx, { ...key, at: START })).toBe(false)
    })
    expect(await desk.row(id)).toMatchObject({ state: 'failed' })
  })

  it('the program cannot write another recipient or subject into a mail, nor take it away', async () => {
    await desk.queue()
    for (const statement of [
      "update mail_outbox set to_address = 'eve@evil.example'",
      "update mail_outbox set subject = 'x'",
      'delete from mail_outbox',
    ])
      await expect(inAgency((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(/permission denied/)
  })

  /** Runs one statement in a role, and undoes it. */
  async function as(role: string, statement: string) {
    const client = await desk.database.pool.connect()
    try {
      await client.query('begin')
      await client.query(`set local role ${role}`)
      return (await client.query(statement)).rows
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  it('who looks for due mail sees of which agency it is and when, and nothing of the mail', async () => {
    await desk.queue()
    await desk.queue({ agencyId: desk.otherAgencyId })
    const seen = await as(
      'prongsai_sender',
      'select agency_id, state, next_attempt_at, claimed_until, expires_at from mail_outbox',
    )
    expect(seen.map((row) => row.agency_id).sort()).toEqual([desk.agencyId, desk.otherAgencyId].sort())
    for (const column of [
      'id',
      'to_address',
      'to_name',
      'subject',
      'text_body',
      'html_body',
      'person_id',
      '*',
    ])
      await expect(as('prongsai_sender', `select ${column} from mail_outbox`)).rejects.toThrow(/permission/)
    for (const statement of ["update mail_outbox set state = 'failed'", 'delete from mail_outbox'])
      await expect(as('prongsai_sender', statement)).rejects.toThrow(/permission denied/)
    await expect(as('prongsai_sender', 'select code from agency')).rejects.toThrow(/permission denied/)
  })

  it('the program sees nothing before it has taken on a role and entered an agency', async () => {
    await desk.queue()
    const rows = await desk.database.pool.query('select agency_id from mail_outbox')
    expect(rows.rows).toEqual([])
  })
})
