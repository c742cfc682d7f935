import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureAgency } from '../app/features/people/index.server.ts'
import { readConfig } from '../app/platform/config/config.server.ts'
import { openDatabase } from '../app/platform/db/database.server.ts'
import { withoutAgency } from '../app/platform/db/tenant.server.ts'
import { ensureBuilt } from '../scripts/ensure-built.ts'
import { startProgram } from '../tests/journeys/support/program.ts'
import type { Answer } from '../tests/support/asking.ts'
import { guessedReceipt, hiddenValue, receiptIn, sendTo } from '../tests/support/report-sending.ts'
import { inChannelOf, openTheChannel } from '../tests/support/sealed-program.ts'
import { multipart } from '../tests/support/sent-form.ts'
import { type Figure, round, seconds } from './measure.ts'

const PORT = 4134
const MEGABYTE = 1024 * 1024
/** Reports one after the other, for the times of one. */
const ROUNDS = 40
const AT_ONCE = 64
const SUSTAINED_SECONDS = 15
const SENDERS = 16
const RETURNS = 20
/** Networks from which wrong codes pour in, each as fast as it is answered. */
const ATTACKERS = 24

/** What reporters wait for, how many are heard at once, and what their pages weigh. Each comes from a network of its own. */
export async function measureProtected(): Promise<readonly Figure[]> {
  await ensureBuilt()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'prongsai-bench-'))
  const env = { DATA_DIR: dataDir, PORT: String(PORT), HOST: '127.0.0.1', TRUST_PROXY: '1' }
  await seed(env)
  const program = startProgram(env)
  try {
    const started = await Promise.race([program.ready, program.ended])
    if (!('address' in started)) throw new Error(started.said)
    await report(MEGABYTE)
    return [
      ...(await measureOne()),
      await measureAtOnce(),
      await measureSustained(),
      await measureReturns(),
      await measurePages(),
    ]
  } finally {
    program.child.kill('SIGTERM')
    await program.ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function seed(env: Record<string, string>): Promise<void> {
  const config = readConfig(env)
  if (!config.ok) throw new Error('the settings of this run are refused')
  const database = await openDatabase(config.value, { log: () => {} })
  const code = config.value.agencyCode
  const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code })).finally(database.close)
  await inChannelOf(env, agency, (ctx) =>
    openTheChannel(ctx, ['recipient', 'recipient', 'recipient', 'custodian', 'custodian']),
  )
}

const ask = async (address: string, sent: Partial<Parameters<typeof sendTo>[0]> = {}): Promise<Answer> => {
  const answer = await sendTo({ port: PORT, host: `127.0.0.1:${PORT}`, address, ...sent })
  if (answer === null) throw new Error(`no answer at ${address}`)
  return answer
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const WORDS = { category: 'corruption', what: 'Asked for money. '.repeat(120), who: 'Purchasing' }

/** The form, its review and the post, as a browser goes through them; the pages, and the receipt where one was given. */
async function report(size: number) {
  const form = await ask('/whistleblow/report', { method: 'GET' })
  const fields = { ...WORDS, formSecret: hiddenValue(form.body, 'formSecret') }
  const body = Buffer.from(new URLSearchParams({ ...fields, step: 'review' }).toString())
  const review = await ask('/whistleblow/report', { headers: FORM, body })
  const file = { name: 'evidence.bin', type: 'application/octet-stream', bytes: randomBytes(size) }
  const sent = multipart(Object.entries(fields), size > 0 ? [file] : [])
  const answer = await ask('/whistleblow/report/send', sent)
  return {
    pages: { form, review, receipt: answer },
    receipt: answer.status === 200 ? receiptIn(answer.body) : null,
  }
}

async function receiptOfReport(size: number): Promise<string> {
  const { receipt, pages } = await report(size)
  if (receipt === null) throw new Error(`a report was answered with ${pages.receipt.status}`)
  return receipt
}

const percentile = (times: readonly number[], part: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * part))] ??
  0

async function measureOne(): Promise<readonly Figure[]> {
  const times: number[] = []
  for (let turn = 0; turn < ROUNDS; turn += 1)
    times.push((await seconds(() => receiptOfReport(MEGABYTE))) * 1000)
  const parts = { reports: ROUNDS, file_mb: 1, worst_ms: round(Math.max(...times), 0) }
  return [
    { name: 'protected-submit-p50', value: round(percentile(times, 0.5), 0), unit: 'ms', target: 300, parts },
    {
      name: 'protected-submit-p95',
      value: round(percentile(times, 0.95), 0),
      unit: 'ms',
      target: 800,
      parts,
    },
  ]
}

async function measureAtOnce(): Promise<Figure> {
  const receipts: (string | null)[] = []
  const took = await seconds(async () => {
    const sent = await Promise.all(Array.from({ length: AT_ONCE }, () => report(MEGABYTE)))
    receipts.push(...sent.map(({ receipt }) => receipt))
  })
  const taken = new Set(receipts.filter((receipt) => receipt !== null))
  return {
    name: 'protected-64-at-once',
    value: taken.size,
    unit: 'of 64',
    target: AT_ONCE,
    atLeast: true,
    parts: { seconds: round(took, 2), file_mb: 1 },
  }
}

async function measureSustained(): Promise<Figure> {
  let taken = 0
  const until = performance.now() + SUSTAINED_SECONDS * 1000
  const send = async () => {
    while (performance.now() < until) {
      await receiptOfReport(0)
      taken += 1
    }
  }
  const took = await seconds(() => Promise.all(Array.from({ length: SENDERS }, send)))
  return {
    name: 'protected-sustained',
    value: round(taken / took, 1),
    unit: '/s',
    target: 10,
    atLeast: true,
    parts: { senders: SENDERS, seconds: round(took, 1), reports: taken },
  }
}

const open = (receipt: string, network?: string) =>
  ask('/whistleblow/return', {
    headers: { ...FORM, ...(network && { 'X-Forwarded-For': network }) },
    body: Buffer.from(new URLSearchParams({ receipt }).toString()),
  })

/** Honest returns, one after the other, while wrong codes come from many networks without a pause. */
async function measureReturns(): Promise<Figure> {
  const receipt = await receiptOfReport(0)
  let guesses = 0
  let isOver = false
  const attack = async () => {
    const network = `198.51.${randomInt(256)}.${randomInt(256)}`
    while (!isOver) {
      // Four at a time; the answers are of no interest.
      await Promise.all([0, 1, 2, 3].map(() => open(guessedReceipt(), network).catch(() => {})))
      guesses += 4
    }
  }
  const attackers = Array.from({ length: ATTACKERS }, attack)
  const times: number[] = []
  for (let turn = 0; turn < RETURNS; turn += 1)
    times.push(
      await seconds(async () => {
        const answer = await open(receipt)
        if (answer.status !== 303) throw new Error(`an honest return was answered with ${answer.status}`)
      }),
    )
  isOver = true
  await Promise.all(attackers)
  return {
    name: 'protected-return-under-attack',
    value: round(percentile(times, 0.95), 2),
    unit: 's',
    target: 5,
    parts: { median_s: round(percentile(times, 0.5), 2), returns: RETURNS, networks: ATTACKERS, guesses },
  }
}

/** The heaviest page with its stylesheet, as it is on the wire. */
async function measurePages(): Promise<Figure> {
  const { pages, receipt } = await report(1)
  const opened = await open(receipt ?? '')
  const cookie = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const all = {
    channel: await ask('/whistleblow', { method: 'GET' }),
    ...pages,
    return: await ask('/whistleblow/return', { method: 'GET' }),
    thread: await ask('/whistleblow/thread', { method: 'GET', headers: { Cookie: cookie } }),
  }
  const style = /rel="stylesheet" href="([^"]+)"/.exec(all.channel.body)?.[1] ?? ''
  const styles = Buffer.byteLength((await ask(style, { method: 'GET' })).body)
  const parts = Object.fromEntries(
    Object.entries(all).map(([name, { body }]) => [
      name,
      round((Buffer.byteLength(body) + styles) / 1024, 1),
    ]),
  )
  return {
    name: 'reporter-page-size',
    value: Math.max(...Object.values(parts)),
    unit: 'KB',
    target: 30,
    parts,
  }
}
