import { readFileSync, writeFileSync } from 'node:fs'
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
import type { ReceiptKeys } from '../sealing/derivation.server.ts'
import { isSignedBy } from '../sealing/keys.server.ts'
import { takeAct } from './add-sent.server.ts'
import { openReport } from './open-report.server.ts'
import { reissueCode } from './reissue-code.server.ts'
import { makeProof } from './report-proof.server.ts'
import { findThread } from './thread.queries.server.ts'
import { openThreadFile } from './thread-file.server.ts'
import { giveIdentity } from './usecases/give-identity.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

let desk: Awaited<ReturnType<typeof openReporterDesk>>
let receipt: string
let keys: ReceiptKeys
beforeEach(async () => {
  desk = await openReporterDesk(database)
  const files = [{ name: 'a.txt', bytes: Buffer.from('evidence '.repeat(20_000)) }]
  const sent = await sendForm(desk.visit(), formOf({ formSecret: newFormSecret(desk.ctx), ...WORDS }, files))
  if (sent.kind !== 'kept') throw new Error('not kept')
  receipt = sent.receipt
  const derived = await desk.ctx.channel.derivation.deriveReceipt(sent.receipt)
  if (!derived.ok) throw new Error('busy')
  keys = derived.value
  return desk.close
})

const thread = async (of = keys) => {
  const found = await findThread(desk.ctx, of)
  if (found === null) throw new Error('nothing opens')
  return found
}
const act = async (
  fields: Record<string, string>,
  files: Parameters<typeof formOf>[1] = [],
  of: ReceiptKeys | null = keys,
) => takeAct(desk.visit(), requestOf(await bodyOf(formOf(fields, files))), of)

describe('the page of a report', () => {
  test('takes words and files, once however often they are sent, and stays whole', async () => {
    const addition = { act: 'add', once: 'x1', text: 'มีพยาน' }
    const files = [{ name: 'b.txt', bytes: Buffer.from('more') }]
    expect((await act(addition, files)).refusal).toBeNull()
    expect((await act(addition, files)).refusal).toBeNull()
    const { items, chain } = await thread()
    expect(items.map(({ kind, text }) => [kind, text])).toEqual([
      ['report', WORDS.what],
      ['addition', 'มีพยาน'],
    ])
    expect(items[1]?.files).toMatchObject([{ name: 'b.txt', size: 4 }])
    expect(chain).toEqual({ whole: true })
    expect(desk.filesIn('.')).toHaveLength(2)
  })

  test('gives words back that were sent after the session was over, and takes nothing', async () => {
    const sent = await act(
      { act: 'add', once: 'x2', text: 'มีพยาน' },
      [{ name: 'b', bytes: Buffer.from('b') }],
      null,
    )
    expect(sent).toMatchObject({ refusal: { code: 'over' } })
    expect(sent.fields).toContainEqual(['text', 'มีพยาน'])
    expect((await thread()).items).toHaveLength(1)
    expect(desk.filesIn('incoming')).toEqual([])
  })

  test('refuses an addition of nothing', async () => {
    expect((await act({ act: 'add', once: 'x3', text: ' ' })).refusal).toEqual({ code: 'empty' })
  })

  test('takes a name later, sealed for the two keepers, and the chain stays whole', async () => {
    expect((await thread()).mayGiveIdentity).toBe(true)
    const given = { keys, name: 'สมหญิง', contact: '', day: '2026-11-26' }
    expect(await giveIdentity(desk.ctx, given)).toEqual({ ok: true, value: null })
    const now = await thread()
    expect(now).toMatchObject({ hasIdentity: true, mayGiveIdentity: false, chain: { whole: true } })
    const { rows } = await database.owner.query('select body from protected.identity where agency_id = $1', [
      desk.ctx.agency.id,
    ])
    expect(rows).toHaveLength(1)
    expect(rows[0].body.includes(Buffer.from('สมหญิง'))).toBe(false)
  })

  test('gives another code once: the same for the same form, and the old one opens nothing', async () => {
    const formSecret = newFormSecret(desk.ctx)
    const given = await reissueCode(desk.ctx, { keys, network: '192.0.2.1', formSecret })
    if (!given.ok) throw new Error(given.error.code)
    // The answer was lost, and with it the session.
    expect(await reissueCode(desk.ctx, { keys: null, network: '192.0.2.1', formSecret })).toMatchObject({
      value: { receipt: given.value.receipt },
    })
    expect(await openReport(desk.visit(), receipt)).toMatchObject({ error: { code: 'unknown' } })
    expect(await openReport(desk.visit(), given.value.receipt)).toMatchObject({ ok: true })
    const derived = await desk.ctx.channel.derivation.deriveReceipt(given.value.receipt)
    if (!derived.ok) throw new Error('busy')
    expect(
      await reissueCode(desk.ctx, {
        keys: derived.value,
        network: '192.0.2.1',
        formSecret: newFormSecret(desk.ctx),
      }),
    ).toMatchObject({
      error: { code: 'again' },
    })
    expect((await thread(derived.value)).chain).toEqual({ whole: true })
  })

  test('derives no key for a network that has asked too often, whoever it is: forms are to be had for nothing', async () => {
    const network = '192.0.2.7'
    while (!('refused' in desk.ctx.channel.limits.take('code', network)));
    const asked = { keys: null, network, formSecret: newFormSecret(desk.ctx) }
    expect(await reissueCode(desk.ctx, asked)).toMatchObject({ error: { code: 'wait' } })
    expect(await reissueCode(desk.ctx, { ...asked, network: '192.0.2.8' })).toMatchObject({
      error: { code: 'over' },
    })
  })

  test('gives a proof that the channel signed, which tells nothing of the matter', async () => {
    const proof = await makeProof(desk.ctx, keys)
    if (proof === null) throw new Error('no proof')
    const { agency, receivedDay, commitment, publicKey, signature } = proof
    const said = Buffer.from(`prongsai proof v1|${agency}|${receivedDay}|${commitment}`)
    expect(isSignedBy(Buffer.from(publicKey, 'base64'), said, Buffer.from(signature, 'base64'))).toBe(true)
    expect(JSON.stringify(proof)).not.toContain(WORDS.what.slice(0, 5))
  })
})

describe('what was altered is never shown as whole', () => {
  const alter = (sql: string) => database.owner.query(sql, [desk.ctx.agency.id])
  test('a row of the case', async () => {
    await act({ act: 'add', once: 'x4', text: 'มีพยาน' })
    await alter(
      `update protected.item set body = set_byte(body, 40, get_byte(body, 40) # 1) where agency_id = $1 and seq = 1`,
    )
    const { chain, items } = await thread()
    expect(chain).toMatchObject({ whole: false, at: 1 })
    expect(items[1]?.text).toBeNull()
  })

  test('a row that was taken off its end', async () => {
    await act({ act: 'add', once: 'x5', text: 'มีพยาน' })
    await alter(`delete from protected.item where agency_id = $1 and seq = 1`)
    expect((await thread()).chain).toMatchObject({ whole: false })
  })

  test('a grant that nobody gave', async () => {
    await alter(
      `insert into protected.case_grant select agency_id, report_id, epoch, gen_random_uuid()::text, sealed_key
       from protected.case_grant where agency_id = $1 and holder = 'reporter'`,
    )
    expect((await thread()).chain).toMatchObject({ whole: false, why: 'forged-grant' })
  })

  test.each([
    ['changed', (bytes: Buffer) => bytes.fill(0, 5_000, 5_001)],
    ['cut', (bytes: Buffer) => bytes.subarray(0, -17)],
    ['empty', () => Buffer.alloc(0)],
  ])('a file that was %s: no byte of it is given out', async (_how, change) => {
    const [file] = (await thread()).items[0]?.files ?? []
    const [place = ''] = desk.filesIn('.')
    const bytes = readFileSync(place)
    bytes[5_000] = (bytes[5_000] ?? 0) ^ 1
    writeFileSync(place, change(bytes))
    expect(await openThreadFile(desk.ctx, keys, file?.id ?? '')).toBe('broken')
  })
})
