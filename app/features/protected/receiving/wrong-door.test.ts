import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anAgency, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aHolder, openSealedRoom } from '../../../../tests/support/sealed-room.ts'
import { closeThread, openThread } from '../cases/open-case.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { openDerivation } from '../sealing/derivation.server.ts'
import { newSealingPair } from '../sealing/keys.server.ts'
import { type Receipt, readReceipt } from '../sealing/receipt.domain.ts'
import { listInbox } from './inbox.queries.server.ts'
import type { OpenHolder } from './own-vaults.server.ts'
import { openCaseFile } from './usecases/open-case-file.server.ts'
import { readCase } from './usecases/read-case.server.ts'
import { protectedWrongDoor } from './wrong-door.server.ts'

const TODAY = '2027-01-11T03:00:00Z'
const TEXT = 'เจ้าหน้าที่เรียกรับเงิน ลงชื่อ สมหญิง'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

let ctx: ProtectedCtx
let door: ReturnType<typeof protectedWrongDoor>
beforeEach(async () => {
  const room = openSealedRoom(at(await anAgency(database), TODAY))
  const derivation = openDerivation({
    pepper: room.ctx.channel.pepper,
    atOnce: 2,
    waiting: 8,
    receiptCost: { passes: 1, memory: 8192 },
  })
  ctx = { ...room.ctx, channel: { ...room.ctx.channel, derivation } }
  door = protectedWrongDoor(ctx.channel)
  return room.close
})

const claimPair = newSealingPair()
const BYTES = Buffer.from('ภาพถ่าย '.repeat(20_000))
const moved = (ticketId = randomUUID() as string, file: () => Readable = () => Readable.from([BYTES])) => ({
  ticketId,
  claimPublicKey: claimPair.publicKey,
  text: TEXT,
  files: [{ fileName: 'หลักฐาน.jpg', mediaType: 'image/jpeg', open: async () => file() }],
  receivedDay: '2027-01-08',
})
const filesOnDisk = () =>
  readdirSync(ctx.channel.filesFolder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
const casesOf = async (holder: OpenHolder) => (await listInbox(ctx, [holder])).cases
const openedBy = async (receipt: Receipt) => {
  const keys = await ctx.channel.derivation.deriveReceipt(receipt)
  if (!keys.ok) throw new Error('busy')
  return withProtected(ctx.channel.db, ctx.agency.id, async (tx) => {
    const opener = { as: 'reporter', keys: keys.value } as const
    const thread = await openThread(tx, ctx.channel, { agencyId: ctx.agency.id, opener })
    if (!thread.ok) return null
    const text = thread.value.items[0]?.content?.text
    const { chain } = thread.value
    closeThread(thread.value)
    return { text, chain }
  })
}

test('what the desk hands over becomes one sealed case, with its files, for every recipient', async () => {
  const reader = await aHolder(ctx, 'recipient')
  const ticket = moved()
  expect(await door.transfer(ctx, ticket)).toMatchObject({ ok: true })
  expect(await door.transfer(ctx, ticket)).toMatchObject({ ok: true })
  const [one, ...more] = await casesOf(reader)
  expect(more).toEqual([])
  expect(one).toMatchObject({ channel: 'desk', status: 'received', receivedDay: '2027-01-11' })
  const reportId = one?.id ?? ''
  const read = await readCase(ctx, { reportId, open: [reader] })
  if (!read.ok) throw new Error('not read')
  expect(read.value.chain).toEqual({ whole: true })
  const content = read.value.items[0]?.content
  expect(content).toMatchObject({ text: TEXT, facts: { receivedDay: '2027-01-08' } })
  const file = await openCaseFile(ctx, { reportId, fileId: content?.files[0]?.id ?? '', open: [reader] })
  if (!file.ok) throw new Error('no file')
  expect(file.value.name).toBe('หลักฐาน.jpg')
  const pieces: Uint8Array[] = []
  for await (const piece of file.value.bytes) pieces.push(piece)
  expect(Buffer.concat(pieces).equals(BYTES)).toBe(true)
  expect(filesOnDisk()).toHaveLength(1)
})

test('two who press at once make one case, and leave no file without a row', async () => {
  const reader = await aHolder(ctx, 'recipient')
  const id = randomUUID()
  const both = await Promise.all([door.transfer(ctx, moved(id)), door.transfer(ctx, moved(id))])
  expect(both.every(({ ok }) => ok)).toBe(true)
  expect(await casesOf(reader)).toHaveLength(1)
  expect(filesOnDisk()).toHaveLength(1)
})

test('where nobody could read it, it stays at the desk', async () => {
  await aHolder(ctx, 'custodian')
  expect(await door.transfer(ctx, moved())).toEqual({ ok: false, error: { code: 'door.closed' } })
  expect(filesOnDisk()).toEqual([])
})

test('a file that breaks off leaves nothing behind', async () => {
  const reader = await aHolder(ctx, 'recipient')
  const broken = () =>
    Readable.from(
      (async function* () {
        yield BYTES
        throw new Error('cut')
      })(),
    )
  expect(await door.transfer(ctx, moved(randomUUID(), broken))).toEqual({
    ok: false,
    error: { code: 'door.failed' },
  })
  expect(await casesOf(reader)).toEqual([])
  expect(filesOnDisk()).toEqual([])
  expect(readdirSync(path.join(ctx.channel.filesFolder, 'incoming'))).toEqual([])
})

test('who comes back to the desk gets digits that open the case, again until they came with them', async () => {
  await aHolder(ctx, 'recipient')
  const { ticketId, ...rest } = moved()
  await door.transfer(ctx, { ticketId, ...rest })
  const stranger = await door.claim(ctx, { ticketId, claimKeyPair: newSealingPair() })
  expect(stranger).toEqual({ ok: false, error: { code: 'door.closed' } })
  const [lost, kept] = [
    await door.claim(ctx, { ticketId, claimKeyPair: claimPair }),
    await door.claim(ctx, { ticketId, claimKeyPair: claimPair }),
  ].map((claimed) => {
    const receipt = claimed.ok ? readReceipt(claimed.value.receipt) : null
    if (!receipt?.ok) throw new Error('no receipt')
    return receipt.value
  })
  if (!lost || !kept) throw new Error('no receipt')
  expect(await openedBy(lost)).toBeNull()
  expect(await openedBy(kept)).toEqual({ text: TEXT, chain: { whole: true } })
  expect(await door.claim(ctx, { ticketId, claimKeyPair: claimPair })).toEqual({
    ok: false,
    error: { code: 'door.closed' },
  })
})
