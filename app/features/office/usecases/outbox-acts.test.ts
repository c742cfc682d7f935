import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MailDesk, openMailDesk, START } from '../../../../tests/support/mail-desk.ts'
import type { RoleName } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { countWaitingMail } from '../mail-waiting.queries.server.ts'
import { openMail } from './open-mail.server.ts'
import { retryMail } from './retry-mail.server.ts'

let desk: MailDesk
beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.database.drop())

const person = { kind: 'person', id: randomUUID(), name: 'สมหญิง ตัวอย่าง' } as const
const as = (role: RoleName, agencyId = desk.agencyId): Ctx => ({
  db: desk.database.db,
  now: () => START,
  agency: { id: agencyId, code: 'example' },
  actor: { ...person, roles: [{ role, unitId: null }] },
})
const auditRows = async () =>
  (await desk.database.owner.query('select action, object_id, detail from audit_log order by at, seq')).rows
const failed = async () => {
  const id = await desk.queue()
  await desk.database.owner.query(
    "update mail_outbox set state = 'failed', attempts = 8, last_error = 'recipient-refused 550 5.1.1' where id = $1",
    [id],
  )
  return id
}

describe('a message of the outbox', () => {
  it('is shown whole to an administrator, and that it was read stands in the audit log', async () => {
    const id = await desk.queue()
    const opened = await openMail(as('administrator'), { id })
    expect(opened).toMatchObject({ ok: true, value: { id, state: 'queued' } })
    if (opened.ok) expect(opened.value.textBody).toContain('https://ita.agency.example/invitations/')
    expect((await auditRows()).at(-1)).toEqual({
      action: 'mail.opened',
      object_id: id,
      detail: { letter: 'invitation', state: 'queued' },
    })
  })

  it('is neither shown to anybody else nor to another agency, and a message whose text is gone to nobody', async () => {
    const id = await desk.queue()
    for (const role of ['auditor', 'ita-coordinator', 'executive'] as const) {
      expect(await openMail(as(role), { id })).toMatchObject({
        ok: false,
        error: { code: 'permission.refused', act: 'outbox.open', roles: ['administrator'] },
      })
      expect((await auditRows()).at(-1)).toMatchObject({
        action: 'permission.refused',
        object_id: 'outbox.open',
      })
    }
    const entries = (await auditRows()).length
    const gone = { ok: false, error: { code: 'mail.not-there' } }
    expect(await openMail(as('administrator', desk.otherAgencyId), { id })).toEqual(gone)
    expect(await openMail(as('administrator'), { id: 'no identifier' })).toEqual(gone)
    await desk.database.owner.query(
      "update mail_outbox set state = 'sent', sent_at = now(), text_body = null, html_body = null where id = $1",
      [id],
    )
    expect(await openMail(as('administrator'), { id })).toEqual(gone)
    expect(await auditRows()).toHaveLength(entries)
  })

  it('that failed is queued again, which the audit log says; one that did not fail is left alone', async () => {
    const id = await failed()
    expect(await retryMail(as('administrator'), { id })).toEqual({ ok: true, value: null })
    expect(await desk.row(id)).toMatchObject({ state: 'queued', attempts: 0, next_attempt_at: START })
    expect((await auditRows()).at(-1)).toEqual({
      action: 'mail.retried',
      object_id: id,
      detail: { letter: 'invitation', attempts: 8, fault: 'recipient-refused' },
    })
    const entries = (await auditRows()).length
    expect(await retryMail(as('administrator'), { id })).toEqual({
      ok: false,
      error: { code: 'mail.not-failed' },
    })
    expect(await retryMail(as('administrator'), { id: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'mail.not-there' },
    })
    expect(await auditRows()).toHaveLength(entries)
  })

  it('that failed is not sent again by who may not', async () => {
    const id = await failed()
    expect(await retryMail(as('auditor'), { id })).toMatchObject({
      ok: false,
      error: { code: 'permission.refused', act: 'outbox.retry' },
    })
    expect(await desk.row(id)).toMatchObject({ state: 'failed', attempts: 8 })
  })

  it('waits to be seen to when it failed or is kept back, in the eyes of who may see it', async () => {
    const count = async () =>
      (await desk.database.owner.query("select from mail_outbox where state in ('failed', 'withheld')"))
        .rowCount
    await failed()
    expect(await countWaitingMail(as('administrator'))).toBe(await count())
    expect(await countWaitingMail(as('administrator', desk.otherAgencyId))).toBe(0)
    expect(await countWaitingMail(as('auditor'))).toBe(0)
  })
})
