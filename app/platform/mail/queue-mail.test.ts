import type { AddressObject } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aMail, type MailDesk, openMailDesk } from '../../../tests/support/mail-desk.ts'
import { type MailServer, openMailServer } from '../../../tests/support/mail-server.ts'
import { withAgency } from '../db/tenant.server.ts'
import { queueMail } from './queue-mail.server.ts'

let desk: MailDesk
let server: MailServer

beforeAll(async () => {
  desk = await openMailDesk()
})
beforeEach(async () => {
  await server?.close()
  server = await openMailServer()
})
afterAll(async () => {
  await server.close()
  await desk.database.drop()
})

const sent = async () => {
  await desk.sender(server.url).sendDue()
  return server.arrived
}

describe('a mail', () => {
  it('arrives whole in Thai: sender, recipient, subject, text and HTML', async () => {
    const { message } = aMail(desk.agencyId)
    const id = await desk.queue()
    const [mail] = await sent()
    expect(mail?.subject).toBe(message.subject)
    expect(mail?.from?.value).toEqual([{ name: 'โปร่งใส', address: 'ita@agency.example' }])
    expect((mail?.to as AddressObject | undefined)?.value).toEqual([
      { name: 'สมชาย ตัวอย่าง', address: 'somchai@agency.example' },
    ])
    expect(mail?.recipients).toEqual(['somchai@agency.example'])
    expect(mail?.messageId).toBe(`<${id}@agency.example>`)
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    for (const words of ['หน่วยงานตัวอย่าง', ...message.paragraphs, 'รับคำเชิญ', 'ขอแสดงความนับถือ\nผู้ดูแลระบบ'])
      expect(mail?.text).toContain(words)
    expect(mail?.text).toContain(`\n${message.action?.url}\n`)
    const url = message.action?.url.replace('&', '&amp;')
    expect(mail?.html).toContain(`href="${url}"`)
    expect(mail?.html).toContain(`>${url}</a>`)
    for (const words of ['<html lang="th">', 'หน่วยงานตัวอย่าง', ...message.paragraphs, 'นับถือ<br>ผู้ดูแลระบบ'])
      expect(mail?.html).toContain(words)
  })

  it('to an English reader has an English frame', async () => {
    const english = {
      subject: 'Your invitation',
      paragraphs: ['Dear Somchai Example'],
      closing: 'The administrator',
    }
    await desk.queue({ lang: 'en', message: english })
    const [mail] = await sent()
    expect(mail?.html).toContain('<html lang="en">')
    expect(mail?.text).toContain('Example Agency')
    expect(mail?.text).not.toMatch(/[\u0e01-\u0e5b]/)
    expect(mail?.html).not.toMatch(/[\u0e01-\u0e5b]/)
  })

  it('takes what a person wrote as data, never as markup', async () => {
    const { message } = aMail(desk.agencyId)
    const hostile = `<img src=x onerror="alert('1')"> & </title><script>`
    await desk.queue({ message: { ...message, subject: hostile, paragraphs: [hostile], closing: hostile } })
    const [mail] = await sent()
    expect(mail?.subject).toBe(hostile)
    expect(mail?.text).toContain(hostile)
    expect(mail?.html).not.toMatch(/<img|<script|<\/title><|onerror="/)
    expect(mail?.html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp;')
  })

  it('gets no further header and no further recipient through a line break', async () => {
    const { message } = aMail(desk.agencyId)
    await desk.queue({
      to: { name: 'สมชาย\r\nBcc: <eve@evil.example>\u202e', address: 'somchai@agency.example' },
      message: { ...message, subject: 'คำเชิญ\r\nBcc: eve@evil.example\r\n\r\nEvil' },
    })
    const [mail] = await sent()
    expect(mail?.headers.has('bcc')).toBe(false)
    expect(mail?.raw).not.toMatch(/^bcc:/im)
    expect(mail?.recipients).toEqual(['somchai@agency.example'])
    expect(mail?.subject).toBe('คำเชิญ Bcc: eve@evil.example Evil')
    expect((mail?.to as AddressObject | undefined)?.value).toEqual([
      { name: 'สมชาย Bcc: <eve@evil.example>', address: 'somchai@agency.example' },
    ])
  })

  it('to what is no single address is not written, nor one whose action leads to no web address', async () => {
    const { message } = aMail(desk.agencyId)
    for (const address of [
      '',
      'somchai',
      'a@b.example\nBcc: c@d.example',
      'a@b.example, c@d.example',
      '<a@b.example>',
    ])
      await expect(desk.queue({ to: { name: null, address } })).rejects.toThrow('no address')
    for (const url of ['javascript:alert(1)', '/relative', 'https://a.example/x y', 'https://a.example/\nx'])
      await expect(desk.queue({ message: { ...message, action: { label: 'x', url } } })).rejects.toThrow(
        'no web',
      )
    expect(await sent()).toEqual([])
  })

  it('of a change that was undone is not sent', async () => {
    const undone = withAgency(desk.database.db, desk.agencyId, async (tx) => {
      await queueMail(tx, aMail(desk.agencyId))
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    const before = await desk.database.owner.query("select from mail_outbox where state = 'queued'")
    expect(before.rowCount).toBe(0)
    expect(await sent()).toEqual([])
  })
})
