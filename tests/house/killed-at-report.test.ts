import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenHolder } from '../../app/features/protected/receiving/own-vaults.server.ts'
import { clearIncoming } from '../../app/features/protected/reporting/incoming-files.server.ts'
import { sha256Hex } from '../../app/platform/hash/content-hash.ts'
import { type Program, startProgram } from '../journeys/support/program.ts'
import { freshInstallation } from '../support/database.ts'
import { hiddenValue, receiptIn, sendTo } from '../support/report-sending.ts'
import { inChannelOf, openTheChannel, type ReadCase, readAll } from '../support/sealed-program.ts'
import { multipart } from '../support/sent-form.ts'
import { type SeededAgency, seedTwoAgencies } from '../support/two-agencies.ts'

/** The program is killed around the post of a report: a receipt that was shown means text and files whole after the restart. */

const PORT = 4147
const ROUNDS = 8
const FILE_BYTES = 300 * 1024
const SENDERS = 3

let env: Record<string, string>
let at: SeededAgency
let remove: () => Promise<void>
let program: Program | null = null
let reader: OpenHolder

beforeAll(async () => {
  const installation = await freshInstallation()
  remove = installation.remove
  env = {
    ...installation.env,
    PORT: String(PORT),
    AGENCY_CODE: 'one',
    ORIGIN: 'https://example.go.th',
    TRUST_PROXY: '1',
  }
  ;[at] = await seedTwoAgencies(env)
  const holders = await inChannel((ctx) => openTheChannel(ctx, ['recipient', 'recipient']))
  reader = holders[0] as OpenHolder
})
afterAll(async () => {
  program?.child.kill('SIGKILL')
  await program?.ended
  await remove?.()
})

const inChannel = <T>(work: Parameters<typeof inChannelOf<T>>[2]): Promise<T> =>
  inChannelOf(env, { id: at.id, code: 'one' }, work)

async function start() {
  program = startProgram(env)
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(started.said)
}

const LONGEST_FIRST_MS = 20_000

/** Kills so long after `hasBegun`: on a busy machine nothing else would have been done by then. */
async function killAfter(hasBegun: () => boolean, milliseconds: number) {
  const patience = Date.now() + LONGEST_FIRST_MS
  while (!hasBegun() && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 20))
  await killIn(milliseconds)
}

async function killIn(milliseconds: number) {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  program?.child.kill('SIGKILL')
  await program?.ended
  program = null
}

/** One report as a browser would send it; `receipt` once a page showed it. */
type Sent = {
  readonly form: ReturnType<typeof multipart>
  readonly text: string
  readonly hash: string
  receipt: string | null
}

async function aForm(): Promise<Sent | null> {
  const page = await sendTo({ port: PORT, host: at.host, address: '/whistleblow/report', method: 'GET' })
  if (page === null) return null
  expect(page.status).toBe(200)
  const text = `เหตุการณ์ ${randomUUID()}`
  const bytes = randomBytes(FILE_BYTES)
  const form = multipart(
    [
      ['formSecret', hiddenValue(page.body, 'formSecret')],
      ['category', 'corruption'],
      ['what', text],
    ],
    [{ name: 'หลักฐาน.bin', type: 'application/octet-stream', bytes }],
  )
  return { form, text, hash: sha256Hex(bytes), receipt: null }
}

/** Sends a form and gives the receipt; null where the connection broke. */
async function post({ form }: Sent): Promise<string | null> {
  const answer = await sendTo({ port: PORT, host: at.host, address: '/whistleblow/report/send', ...form })
  if (answer === null) return null
  expect(answer.status, answer.body).toBe(200)
  const receipt = receiptIn(answer.body)
  expect(receipt, answer.body).not.toBeNull()
  return receipt
}

async function sendUntilGone(all: Sent[]) {
  for (;;) {
    const sent = await aForm()
    if (sent === null) return
    all.push(sent)
    sent.receipt = await post(sent)
    if (sent.receipt === null) return
  }
}

const caseOf = (cases: readonly ReadCase[], { text }: Sent) =>
  cases.filter(({ texts }) => texts.includes(text))

function expectWhole(found: readonly ReadCase[], sent: Sent) {
  expect(found, sent.text).toHaveLength(1)
  const [one] = found
  expect(one?.isWhole).toBe(true)
  expect(one?.files.map(({ bytes }) => sha256Hex(bytes))).toEqual([sent.hash])
}

test(`killed ${ROUNDS} times around posts, every receipt that was shown opens a report that is whole`, async () => {
  const all: Sent[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await start()
    const shown = () => all.filter(({ receipt }) => receipt !== null).length
    const before = shown()
    await Promise.all([
      ...Array.from({ length: SENDERS }, () => sendUntilGone(all)),
      killAfter(() => shown() > before, (round * 211) % 900),
    ])
  }
  await start()
  const cases = await inChannel((ctx) => readAll(ctx, reader))
  const acknowledged = all.filter(({ receipt }) => receipt !== null)
  const uncertain = all.filter(({ receipt }) => receipt === null)
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS)
  expect(uncertain.length).toBeGreaterThan(0)
  for (const sent of acknowledged) expectWhole(caseOf(cases, sent), sent)
  // Of what was cut off there is the whole report, or none: never a part of one.
  for (const sent of uncertain) {
    const found = caseOf(cases, sent)
    if (found.length > 0) expectWhole(found, sent)
  }

  // Who sends the same form again, because no answer came, has one case and its receipt; who had one has the same.
  for (const sent of [...uncertain, ...acknowledged.slice(0, 5)]) {
    const again = await post(sent)
    if (sent.receipt !== null) expect(again).toBe(sent.receipt)
  }
  const after = await inChannel((ctx) => readAll(ctx, reader))
  for (const sent of all) expectWhole(caseOf(after, sent), sent)
  expect(after).toHaveLength(all.length)
  // What was still coming in when the program was killed is taken away.
  const files = path.join(env.DATA_DIR ?? '', 'protected', 'files')
  await clearIncoming(files, 0)
  expect(readdirSync(path.join(files, 'incoming'))).toEqual([])
}, 300_000)
