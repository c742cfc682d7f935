import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  bodyOf,
  formOf,
  newFormSecret,
  openReporterDesk,
  requestOf,
  sendForm,
  WORDS,
} from '../../../../tests/support/reporter-desk.ts'
import { aHolder } from '../../../../tests/support/sealed-room.ts'
import { openProtectedChannel } from '../channel.server.ts'
import { openReport } from './open-report.server.ts'
import { MOST_FILES } from './report-form.domain.ts'
import { type SentReport, sendReport } from './send-report.server.ts'
import { readSent } from './sent-form.server.ts'
import { findThread } from './thread.queries.server.ts'
import { openThreadFile } from './thread-file.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

let desk: Awaited<ReturnType<typeof openReporterDesk>>
beforeEach(async () => {
  desk = await openReporterDesk(database)
  return desk.close
})

const PICTURE = { name: 'หลักฐาน.jpg', bytes: Buffer.alloc(200_000, 'picture-marker '), type: 'image/jpeg' }

const form = (fields: Record<string, string | readonly string[]> = {}, files = [PICTURE]) =>
  formOf({ formSecret: newFormSecret(desk.ctx), ...WORDS, ...fields }, files)

async function receiptOf(sent: SentReport): Promise<string> {
  if (sent.kind === 'refused') throw new Error(`refused: ${sent.why.code}`)
  return sent.receipt
}

const keysFor = async (receipt: string) => {
  const derived = await desk.ctx.channel.derivation.deriveReceipt(receipt as never)
  if (!derived.ok) throw new Error('busy')
  return derived.value
}

const threadOf = async (receipt: string) => findThread(desk.ctx, await keysFor(receipt))

const cases = async () => {
  const { rows } = await database.owner.query('select id from protected.report where agency_id = $1', [
    desk.ctx.agency.id,
  ])
  return rows.length
}

async function refusedWith(sent: SentReport) {
  if (sent.kind !== 'refused') throw new Error('it was taken')
  expect(sent.report.what).toBe(WORDS.what)
  return { code: sent.why.code, hadFiles: sent.hadFiles }
}

/** Nothing of it is anywhere: no case, no file, none that is still coming in, no key. */
async function expectNothingLeft() {
  expect(await cases()).toBe(0)
  expect(desk.filesIn('.')).toEqual([])
  expect(desk.caseKeys()).toEqual([])
}

test('of a form that is stuffed with words no more is in memory than anybody can type', async () => {
  const stuffing = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`f${n}`, 'a'.repeat(100_000)]))
  const { bytes, type } = await bodyOf(formOf({ ...WORDS, ...stuffing }))
  const sent = await readSent(requestOf({ bytes, type }))
  expect(sent.fault).toBe('too-large')
  expect(sent.fields).toContainEqual(['what', WORDS.what])
  expect(sent.fields.reduce((sum, [, value]) => sum + value.length, 0)).toBeLessThan(3 * 1024 * 1024)
})

describe('a report that is taken', () => {
  test('opens by its 24 digits with words and files whole, and stands nowhere in plain', async () => {
    const sent = await sendForm(desk.visit(), form({ name: 'สมหญิง ใจดี' }))
    expect(sent).toMatchObject({ kind: 'kept', files: 1 })
    const receipt = await receiptOf(sent)
    expect(receipt).toMatch(/^\d{24}$/)
    const thread = await threadOf(receipt)
    expect(thread).toMatchObject({ status: 'received', chain: { whole: true }, hasIdentity: true })
    expect(thread?.items[0]).toMatchObject({ kind: 'report', text: WORDS.what, author: 'reporter' })
    expect(Object.fromEntries(thread?.items[0]?.fields ?? [])).toMatchObject({
      who: WORDS.who,
      fears: WORDS.fears,
    })
    const file = thread?.items[0]?.files[0]
    expect(file).toMatchObject({ name: 'หลักฐาน.jpg', size: PICTURE.bytes.length })
    const opened = await openThreadFile(desk.ctx, await keysFor(receipt), file?.id ?? '')
    if (opened === null || opened === 'broken') throw new Error('the file does not open')
    expect(Buffer.from(await new Response(opened.bytes).arrayBuffer()).equals(PICTURE.bytes)).toBe(true)
    const disk = desk.onDisk()
    for (const word of ['picture-marker', 'หลักฐาน', WORDS.what, 'สมหญิง'])
      expect(disk).not.toContain(Buffer.from(word).toString('latin1'))
    expect(desk.filesIn('incoming')).toEqual([])
  })

  test('has no time finer than a day in any row, and its file says none', async () => {
    await sendForm(desk.visit(), form())
    const { rows } = await database.owner.query(
      `select table_name, column_name from information_schema.columns
       where table_schema = 'protected' and data_type like 'time%'`,
    )
    expect(rows).toEqual([])
    const { statSync } = await import('node:fs')
    for (const file of desk.filesIn('.')) expect(statSync(file).mtimeMs).toBe(0)
  })

  test('is made once when it is posted twice, one after the other or at once', async () => {
    const twice = form()
    const first = await receiptOf(await sendForm(desk.visit(), twice))
    const again = await sendForm(desk.visit(), twice)
    expect(again).toMatchObject({ kind: 'again', receipt: first, isOther: false })
    const other = form()
    const both = await Promise.all([sendForm(desk.visit(), other), sendForm(desk.visit(), other)])
    expect(new Set(await Promise.all(both.map(receiptOf))).size).toBe(1)
    expect(await cases()).toBe(2)
    expect(desk.filesIn('.')).toHaveLength(2)
    expect(desk.caseKeys()).toHaveLength(2)
  })

  test('gives the same receipt after the program was killed and started anew', async () => {
    const twice = form()
    const first = await receiptOf(await sendForm(desk.visit(), twice))
    const channel = openProtectedChannel(
      {
        dataDir: desk.ctx.channel.filesFolder.replace(/\/protected\/files$/, ''),
        protectedChannel: { databaseUrl: null, pepper: null, mostMb: 10, staffNetworks: [] },
      },
      { db: desk.ctx.channel.db, now: () => new Date() },
    )
    const again = await sendForm(desk.visit({ channel, ctx: { ...desk.ctx, channel } }), twice)
    expect(again).toMatchObject({ kind: 'again', receipt: first })
    expect(await cases()).toBe(1)
  })

  test('says so when the same form comes back with other words, and keeps what came first', async () => {
    const formSecret = newFormSecret(desk.ctx)
    const receipt = await receiptOf(await sendForm(desk.visit(), form({ formSecret })))
    const changed = await sendForm(desk.visit(), form({ formSecret, what: 'อย่างอื่น' }))
    expect(changed).toMatchObject({ kind: 'again', receipt, isOther: true, report: { what: 'อย่างอื่น' } })
    expect((await threadOf(receipt))?.items).toHaveLength(1)
    expect((await threadOf(receipt))?.items[0]?.text).toBe(WORDS.what)
  })

  test('is sealed for nobody who was left out, by name or by office; then who stands outside reads too', async () => {
    const grantsOf = async () => {
      const { rows } = await database.owner.query(
        `select holder from protected.case_grant where agency_id = $1 and holder <> 'reporter' order by holder`,
        [desk.ctx.agency.id],
      )
      return rows.map(({ holder }) => holder)
    }
    const { first, second, outside } = desk.people
    await receiptOf(await sendForm(desk.visit(), form({ office: ['สำนักพัสดุ'] })))
    expect(await grantsOf()).toEqual([first, outside].map(({ holder }) => holder.keyId).sort())
    const leaveOut = [first.holder.appointmentId]
    await receiptOf(await sendForm(desk.visit(), form({ leaveOut })))
    expect((await grantsOf()).filter((holder) => holder === first.holder.keyId)).toHaveLength(1)
    expect(await grantsOf()).toContain(second.holder.keyId)
  })

  test('leaves out a person in every part they have: who also stands outside, or keeps identities, gets no key', async () => {
    const { first } = desk.people
    const { personId } = first.holder
    const alsoOutside = await aHolder(desk.ctx, 'external', { personId })
    const alsoKeeper = await aHolder(desk.ctx, 'custodian', { personId })
    const leaveOut = [first.holder.appointmentId]
    const receipt = await receiptOf(await sendForm(desk.visit(), form({ leaveOut, name: 'ผู้แจ้ง' })))
    const { rows } = await database.owner.query(
      'select holder from protected.case_grant where agency_id = $1 union all select outer_key_id::text from protected.identity where agency_id = $1 union all select inner_key_id::text from protected.identity where agency_id = $1',
      [desk.ctx.agency.id],
    )
    const holders = rows.map(({ holder }) => holder)
    for (const { holder } of [first, alsoOutside, alsoKeeper]) expect(holders).not.toContain(holder.keyId)
    expect(holders).toContain(desk.people.outer.holder.keyId)
    expect((await threadOf(receipt))?.chain).toEqual({ whole: true })
  })

  test('keeps a hostile name within its seal alone, and gives the file back as it came', async () => {
    const hostile = [
      {
        name: '../../../etc/passwd',
        bytes: Buffer.from('%PDF-1.7\nPK\u0003\u0004<script>alert(1)</script>'),
        type: 'text/html',
      },
      { name: 'a\u202egpj.exe', bytes: Buffer.alloc(0), type: 'image/jpeg' },
    ]
    const receipt = await receiptOf(await sendForm(desk.visit(), form({}, hostile)))
    const [first, second] = (await threadOf(receipt))?.items[0]?.files ?? []
    expect(first?.name).toBe('passwd')
    expect(second?.name).toBe('agpj.exe')
    for (const file of desk.filesIn('.')) expect(file).toMatch(/\/files\/[0-9a-f]{2}\/[0-9a-f]{32}$/)
    const opened = await openThreadFile(desk.ctx, await keysFor(receipt), first?.id ?? '')
    expect(opened).toMatchObject({ name: 'passwd', size: hostile[0]?.bytes.length })
  })
})

describe('a report that is not taken keeps every word and leaves nothing', () => {
  test('after two hours; with the form anew it is taken', async () => {
    const formSecret = newFormSecret(desk.ctx, new Date(Date.now() - 2 * 3_600_000 - 1))
    const sent = await sendForm(desk.visit(), form({ formSecret }))
    expect(await refusedWith(sent)).toEqual({ code: 'expired', hadFiles: true })
    expect(sent).toMatchObject({ formSecret: null })
    await expectNothingLeft()
    expect((await sendForm(desk.visit(), form())).kind).toBe('kept')
  })

  test('with a form that nobody gave', async () => {
    expect(
      await refusedWith(await sendForm(desk.visit(), form({ formSecret: 'x'.repeat(94) }))),
    ).toMatchObject({
      code: 'forged',
    })
    await expectNothingLeft()
  })

  test('when the line is cut within a file', async () => {
    const body = await bodyOf(form())
    const sent = await sendReport(desk.visit(), requestOf(body, { cutAfter: body.bytes.length - 100_000 }))
    expect(await refusedWith(sent)).toEqual({ code: 'broken', hadFiles: true })
    await expectNothingLeft()
  })

  test('with two gigabytes, before a byte of them is kept', async () => {
    const body = await bodyOf(form())
    const sent = await sendReport(desk.visit(), requestOf(body, { length: 2 * 1024 ** 3 }))
    expect(await refusedWith(sent)).toEqual({ code: 'too-large', hadFiles: true })
    await expectNothingLeft()
  })

  test('with files that are too large together, or too many', async () => {
    const large = { name: 'x', bytes: Buffer.alloc(6 * 1024 * 1024), type: '' }
    expect(await refusedWith(await sendForm(desk.visit(), form({}, [large, large])))).toMatchObject({
      code: 'too-large',
    })
    const many = Array.from({ length: MOST_FILES + 1 }, (_, at) => ({
      name: `${at}`,
      bytes: Buffer.from('x'),
      type: '',
    }))
    expect(await refusedWith(await sendForm(desk.visit(), form({}, many)))).toMatchObject({
      code: 'too-many',
    })
    await expectNothingLeft()
  })

  test('when the disk takes nothing', async () => {
    await rm(`${desk.ctx.channel.filesFolder}/incoming`, { recursive: true })
    const sent = await sendForm(desk.visit(), form())
    expect(await refusedWith(sent)).toMatchObject({ code: 'storage' })
    expect(sent).toMatchObject({ formSecret: expect.stringMatching(/.+/) })
    await expectNothingLeft()
  })

  test('when the database is away, from the beginning or by the time the files are there', async () => {
    expect(await refusedWith(await sendForm(desk.visit({ ctx: null }), form()))).toMatchObject({
      code: 'away',
    })
    await expectNothingLeft()
    const formSecret = newFormSecret(desk.ctx)
    const { db } = desk.ctx.channel
    let asked = 0
    const failing = new Proxy(db, {
      get: (target, name) => {
        if (name === 'transaction' && ++asked > 2)
          throw Object.assign(new Error('gone'), { code: 'ECONNRESET' })
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const channel = { ...desk.ctx.channel, db: failing }
    const sent = await sendForm(desk.visit({ channel, ctx: { ...desk.ctx, channel } }), form({ formSecret }))
    expect(await refusedWith(sent)).toMatchObject({ code: 'away' })
    expect(await cases()).toBe(0)
    // Sent once more with the same form it is taken, whole.
    const receipt = await receiptOf(await sendForm(desk.visit(), form({ formSecret })))
    expect((await threadOf(receipt))?.items[0]?.files).toHaveLength(1)
  })

  test('from a network that sent too much, while every other network is heard', async () => {
    const flooding = desk.visit({ network: '192.0.2.7' })
    for (let sent = 0; sent < 100; sent++) desk.ctx.channel.limits.take('send', '192.0.2.7')
    const sent = await sendForm(flooding, form())
    expect(await refusedWith(sent)).toMatchObject({ code: 'wait' })
    expect((await sendForm(desk.visit(), form())).kind).toBe('kept')
  })

  test('where nobody is left who could read, where a kind is missing, or no word was written', async () => {
    const leaveOut = Object.values(desk.people).map(({ holder }) => holder.appointmentId)
    const sent = await sendForm(desk.visit(), form({ leaveOut, category: 'x' }))
    expect(sent).toMatchObject({
      why: { code: 'faults', faults: [{ code: 'category' }, { code: 'readers' }] },
    })
    await expectNothingLeft()
  })
})

describe('24 digits', () => {
  const typed = async (receipt: string) => openReport(desk.visit(), receipt)
  const thai = (receipt: string) =>
    receipt.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
  const wide = (receipt: string) =>
    receipt.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))

  test('open the case as Thai, full-width and grouped digits too', async () => {
    const receipt = await receiptOf(await sendForm(desk.visit(), form()))
    const written = receipt.replace(/(\d{4})(?=\d)/g, '$1 ')
    for (const one of [receipt, written, thai(written), wide(receipt), written.replaceAll(' ', '-')])
      expect(await typed(one)).toMatchObject({ ok: true })
  })

  test('that are mistyped are told so before anything is derived; a code of nobody opens nothing', async () => {
    const receipt = await receiptOf(await sendForm(desk.visit(), form()))
    const wrong = receipt.slice(0, -1) + ((Number(receipt.at(-1)) + 1) % 10)
    expect(await typed(wrong)).toMatchObject({ error: { code: 'check-digit' } })
    expect(await typed(receipt.slice(1))).toMatchObject({ error: { code: 'length', count: 23 } })
    expect(await typed('รหัส')).toMatchObject({ error: { code: 'characters' } })
    expect(await typed('000000000000000000000000')).toMatchObject({ error: { code: 'unknown' } })
  })

  test('are waited for by a network that guesses, and open for everybody else', async () => {
    const receipt = await receiptOf(await sendForm(desk.visit(), form()))
    for (let guess = 0; guess < 60; guess++) desk.ctx.channel.limits.take('code', '192.0.2.8')
    expect(await openReport(desk.visit({ network: '192.0.2.8' }), receipt)).toMatchObject({
      error: { code: 'wait' },
    })
    expect(await typed(receipt)).toMatchObject({ ok: true })
  })
})
