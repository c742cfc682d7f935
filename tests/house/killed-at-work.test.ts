import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainText, type RichText } from '../../app/kernel/rich-text.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'
import { sha256Hex } from '../../app/platform/hash/content-hash.ts'
import { type Program, startProgram } from '../journeys/support/program.ts'
import { freshInstallation } from '../support/database.ts'
import { inDatabase, type SeededAgency, seedTwoAgencies } from '../support/two-agencies.ts'
import { aPdf } from '../support/uploading.ts'

/** The program is killed while people save and upload: what was acknowledged is there, and nothing is there by half. */

const PORT = 4145
const ROUNDS = 8
const PIECE = 256 * 1024
const PIECES = 4

let env: Record<string, string>
let at: SeededAgency
let remove: () => Promise<void>
let program: Program | null = null

beforeAll(async () => {
  const installation = await freshInstallation()
  remove = installation.remove
  env = { ...installation.env, PORT: String(PORT), AGENCY_CODE: 'one', ORIGIN: 'https://example.go.th' }
  const agencies = await seedTwoAgencies(env)
  ;[at] = agencies
  // Their public files, of which the rows are seeded: the last check reads every file.
  for (const { id, host, ids } of agencies) {
    const folder = path.join(env.DATA_DIR ?? '', 'files', id, ids.sha256.slice(0, 2))
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, ids.sha256), host.split('.')[0] ?? '')
  }
})
afterAll(async () => {
  program?.child.kill('SIGKILL')
  await program?.ended
  await remove?.()
})

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

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders }>
type Sent = Readonly<{ method?: string; headers?: Record<string, string>; body?: Uint8Array | string }>

/** The answer, or null where the connection broke before there was one: then nobody knows what became of it. */
function send(address: string, { method = 'POST', headers = {}, body = '' }: Sent): Promise<Answer | null> {
  const bytes = Buffer.from(body as string)
  return new Promise((resolve) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: PORT,
        path: address,
        method,
        headers: {
          Host: at.host,
          Cookie: at.cookie,
          'Sec-Fetch-Site': 'same-origin',
          ...(method !== 'HEAD' && { 'Content-Length': String(bytes.length) }),
          ...headers,
        },
      },
      (answer) => {
        answer.on('error', () => resolve(null))
        answer.resume()
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
        answer.on('close', () => resolve(null))
      },
    )
    asked.on('error', () => resolve(null))
    asked.end(method === 'HEAD' ? undefined : bytes)
  })
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const form = (fields: Record<string, string>) => ({
  headers: FORM,
  body: new URLSearchParams(fields).toString(),
})

/** What somebody did over and over until the program was gone; what it acknowledged is kept. */
type Acknowledged = {
  progress: string[]
  /** The newest summary that was acknowledged, and those that were sent after it. */
  summary: { saved: string | null; since: string[] }
  files: string[]
  /** Uploads on their way, with the whole content. */
  begun: { address: string; bytes: Buffer }[]
}

async function untilGone(work: () => Promise<boolean>) {
  while (await work());
}

const isSaved = (answer: Answer | null) =>
  answer?.status === 303 && /\?done=/.test(answer.headers.location ?? '')

async function writeProgress(kept: Acknowledged) {
  const text = `ความคืบหน้า ${randomUUID()}`
  const answer = await send(
    `/office/measures/${at.ids.measureId}`,
    form({ act: 'add-progress', progress: text, happenedOn: '' }),
  )
  if (answer !== null) expect(isSaved(answer), JSON.stringify(answer)).toBe(true)
  if (answer !== null) kept.progress.push(text)
  return answer !== null
}

async function writeSummary(kept: Acknowledged, seen: { version: number }) {
  const text = `สรุปผล ${randomUUID()}`
  kept.summary.since.push(text)
  const answer = await send(
    `/office/measures/${at.ids.measureId}`,
    form({ act: 'save-summary', summary: text, seenVersion: String(seen.version) }),
  )
  if (answer === null) return false
  expect(isSaved(answer), JSON.stringify(answer)).toBe(true)
  seen.version += 1
  kept.summary = { saved: text, since: [] }
  return true
}

async function sendFile(kept: Acknowledged) {
  const pdf = aPdf(randomUUID())
  const boundary = `x${randomUUID()}`
  const body = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
    pdf,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const answer = await send('/office/evidence/files', {
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body,
  })
  if (answer !== null) expect(answer.status).toBe(303)
  if (answer !== null) kept.files.push(sha256Hex(pdf))
  return answer !== null
}

const TUS = { 'Tus-Resumable': '1.0.0' }

/** A file in pieces: every piece that is acknowledged lies safe, and the last one makes it evidence. */
async function uploadInPieces(kept: Acknowledged) {
  const bytes = Buffer.concat([aPdf(randomUUID()), Buffer.alloc(PIECE * PIECES, 0x20)])
  const begun = await send('/office/uploads', {
    headers: {
      ...TUS,
      'Upload-Length': String(bytes.length),
      'Upload-Metadata': `filename ${Buffer.from('ชิ้นส่วน.pdf').toString('base64')}`,
    },
  })
  if (begun === null) return false
  expect(begun.status).toBe(201)
  const upload = { address: new URL(begun.headers.location ?? '', 'http://x').pathname, bytes }
  kept.begun.push(upload)
  return goOn(kept, upload, 0)
}

async function goOn(kept: Acknowledged, upload: Acknowledged['begun'][number], from: number) {
  const { address, bytes } = upload
  for (let offset = from; offset < bytes.length; ) {
    const piece = bytes.subarray(offset, offset + PIECE)
    const answer = await send(address, {
      method: 'PATCH',
      headers: {
        ...TUS,
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': String(offset),
      },
      body: piece,
    })
    if (answer === null) return false
    expect(answer.status, JSON.stringify(answer)).toBe(204)
    offset += piece.length
  }
  kept.begun = kept.begun.filter((one) => one !== upload)
  kept.files.push(sha256Hex(bytes))
  return true
}

/** What the database holds, read past the program. */
const stored = () =>
  inDatabase(env, (db) =>
    withAgency(db, at.id, async (tx) => ({
      measure: await tx
        .selectFrom('working_measure')
        .select(['version', 'summary'])
        .where('id', '=', at.ids.measureId)
        .executeTakeFirstOrThrow(),
      changes: await tx
        .selectFrom('field_change')
        .select('version')
        .where('object_id', '=', at.ids.measureId)
        .orderBy('version')
        .execute(),
      progress: (await tx.selectFrom('progress_entry').select('text').execute()).map(({ text }) =>
        plainText(text as unknown as RichText),
      ),
      files: await tx
        .selectFrom('evidence_version')
        .innerJoin('stored_file', 'stored_file.sha256', 'evidence_version.sha256')
        .select(['stored_file.sha256', 'stored_file.size'])
        .execute(),
    })),
  )

const textOf = (summary: unknown) => {
  const field = summary as { state: string; value?: RichText }
  return field.state === 'value' && field.value ? plainText(field.value) : null
}

test(`killed ${ROUNDS} times at work, it keeps every save and every file that it acknowledged, whole`, async () => {
  const kept: Acknowledged = { progress: [], summary: { saved: null, since: [] }, files: [], begun: [] }
  const seen = { version: 1 }
  for (let round = 0; round < ROUNDS; round += 1) {
    await start()
    // What was on its way goes on where it stopped.
    for (const upload of [...kept.begun]) {
      const head = await send(upload.address, { method: 'HEAD', headers: TUS })
      if (head?.headers['x-evidence-id'] !== undefined) {
        // It had come whole, and became evidence by now: the answer to the last piece was lost on the way.
        kept.begun = kept.begun.filter((one) => one !== upload)
        kept.files.push(sha256Hex(upload.bytes))
        continue
      }
      expect(head?.status).toBe(200)
      expect(await goOn(kept, upload, Number(head?.headers['upload-offset']))).toBe(true)
    }
    const before = { progress: kept.progress.length, files: kept.files.length }
    const isAtWork = () => kept.progress.length > before.progress && kept.files.length > before.files
    await Promise.all([
      untilGone(() => writeProgress(kept)),
      untilGone(() => writeSummary(kept, seen)),
      untilGone(() => sendFile(kept)),
      untilGone(() => uploadInPieces(kept)),
      killAfter(isAtWork, 50 + ((round * 137) % 700)),
    ])

    await start()
    const { measure, changes, progress, files } = await stored()
    for (const text of kept.progress) expect(progress.filter((one) => one === text)).toHaveLength(1)
    const summary = textOf(measure.summary)
    expect([kept.summary.saved, ...kept.summary.since]).toContain(summary)
    kept.summary = { saved: summary, since: [] }
    seen.version = measure.version
    expect(changes.map(({ version }) => version)).toEqual(
      Array.from({ length: measure.version - 1 }, (_, index) => index + 2),
    )
    const hashes = new Set(files.map(({ sha256 }) => sha256))
    for (const hash of kept.files) expect(hashes.has(hash)).toBe(true)
    for (const { sha256, size } of files) {
      const place = path.join(env.DATA_DIR ?? '', 'files', at.id, sha256.slice(0, 2), sha256)
      expect(existsSync(place), place).toBe(true)
      const bytes = readFileSync(place)
      expect([sha256Hex(bytes), bytes.length]).toEqual([sha256, Number(size)])
    }
    await killIn(0)
  }
  expect(kept.progress.length).toBeGreaterThanOrEqual(ROUNDS)
  expect(kept.files.length).toBeGreaterThanOrEqual(ROUNDS)

  const verified = spawnSync(process.execPath, ['cli/main.ts', 'verify', '--json'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  expect(JSON.parse(verified.stdout), verified.stderr).toMatchObject({ ok: true })
}, 300_000)
