import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { listenTo } from '../../app/platform/db/listen.server.ts'
import type { Schema } from '../../app/platform/db/schema.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'
import { createMailSender, type MailSender } from '../../app/platform/mail/mail-sender.server.ts'
import { type OutgoingMail, queueMail } from '../../app/platform/mail/queue-mail.server.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export const START = new Date('2026-03-02T09:00:00Z')
export const FROM = { name: 'โปร่งใส', address: 'ita@agency.example' }

/** A database with two agencies, a clock that is set by hand, and everything that was logged. */
export type MailDesk = Readonly<{
  database: TestDatabase
  agencyId: string
  otherAgencyId: string
  log: string[]
  setClock: (minutes: number) => Date
  queue: (mail?: Partial<OutgoingMail>) => Promise<string>
  row: (id: string) => Promise<Record<keyof Schema['mail_outbox'], unknown>>
  /** Null: mail is off. */
  sender: (
    smtpUrl: string | null,
    options?: { now?: () => Date; database?: TestDatabase['db'] },
  ) => MailSender
}>

export async function openMailDesk(): Promise<MailDesk> {
  const database = await freshDatabase()
  const [agencyId, otherAgencyId] = [randomUUID(), randomUUID()]
  const found = (id: string, code: string, name: string) =>
    withAgency(database.db, id, (tx) =>
      tx.insertInto('agency').values({ id, code, name_th: name, name_en: 'Example Agency' }).execute(),
    )
  await found(agencyId, 'example', 'หน่วยงานตัวอย่าง')
  await found(otherAgencyId, 'other', 'หน่วยงานอื่น')
  const log: string[] = []
  let clock = START
  return {
    database,
    agencyId,
    otherAgencyId,
    log,
    setClock: (minutes) => {
      clock = new Date(START.getTime() + minutes * 60_000)
      return clock
    },
    queue: (mail = {}) => {
      const whole = { ...aMail(agencyId), at: clock, ...mail }
      return withAgency(database.db, whole.agencyId, (tx) => queueMail(tx, whole))
    },
    row: async (id) => (await database.owner.query('select * from mail_outbox where id = $1', [id])).rows[0],
    sender: (smtpUrl, options = {}) =>
      createMailSender({
        database: {
          db: options.database ?? database.db,
          listen: (channel, heard) => listenTo(database.address, channel, heard),
        },
        settings: smtpUrl === null ? null : { smtpUrl, from: FROM },
        log: pino({}, { write: (line) => void log.push(line) }),
        now: options.now ?? (() => clock),
      }),
  }
}

export const aMail = (agencyId: string): OutgoingMail => ({
  agencyId,
  to: { name: 'สมชาย ตัวอย่าง', address: 'somchai@agency.example' },
  lang: 'th',
  kind: 'invitation',
  message: {
    subject: 'คำเชิญให้ใช้งานระบบประเมินคุณธรรมและความโปร่งใสของหน่วยงาน',
    paragraphs: ['เรียน คุณสมชาย ตัวอย่าง', 'ท่านได้รับเชิญให้เป็นผู้รับผิดชอบของส่วนงาน'],
    action: {
      label: 'รับคำเชิญ',
      url: 'https://ita.agency.example/invitations/secret-of-the-link?lang=th&step=1',
    },
    closing: 'ขอแสดงความนับถือ\nผู้ดูแลระบบ',
  },
  expiresAt: null,
  personId: null,
})
