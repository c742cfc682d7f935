import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { signInTo } from '../support/program-person.ts'
import { type UploadClient, uploadClient } from '../support/upload-client.ts'
import { type Installation, newInstallation } from './support/installation.ts'
import { ownPort } from './support/own-port.ts'
import { type Program, startProgram } from './support/program.ts'

const PORT = ownPort(4179)
const ORIGIN = `http://localhost:${PORT}`
const ROUNDS = 5
const PER_ROUND = 4

let installation: Installation
let env: Record<string, string>
let program: Program
let cookie: string
let client: UploadClient

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  installation = await newInstallation('uploads')
  env = { ...installation.env, PORT: String(PORT) }
  await start()
  cookie = await signInTo(env, { role: 'ita-coordinator' })
  client = uploadClient(ORIGIN, cookie)
})
test.afterAll(async () => {
  program?.child.kill('SIGTERM')
  await program?.ended
  await installation?.remove()
})

async function start(): Promise<void> {
  program = startProgram(env)
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(started.said)
}

async function killAndRestart(): Promise<void> {
  program.child.kill('SIGKILL')
  await program.ended
  await start()
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Text that nobody has sent before. */
const aText = (kilobytes: number): Buffer => Buffer.from(randomBytes(kilobytes * 512).toString('hex'))

async function storedHash(evidenceId: string): Promise<string> {
  const answer = await fetch(`${ORIGIN}/office/evidence/${evidenceId}/files/1`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  return sha256(Buffer.from(await answer.arrayBuffer()))
}

test('an upload that is cut in the middle goes on after the program was killed', async () => {
  const text = aText(3000)
  const half = text.length / 2
  const { location } = await client.begin('ตัดกลาง.txt', text.length)
  await client.send(location, 0, text.subarray(0, half))
  await killAndRestart()
  const { offset } = await client.offsetOf(location)
  expect(offset).toBe(half)
  const { evidenceId } = await client.send(location, offset, text.subarray(offset))
  expect(await storedHash(evidenceId ?? '')).toBe(sha256(text))
})

test('killed again and again while many files come in, every file that was acknowledged is whole, and the others go on', async () => {
  test.setTimeout(240_000)
  const kept = new Map<string, string>()
  for (let round = 0; round < ROUNDS; round += 1) {
    const files = Array.from({ length: PER_ROUND }, () => aText(1500))
    const begun = await Promise.all(files.map((text, at) => client.begin(`${round}-${at}.txt`, text.length)))
    // At another moment of the work in every round: with none, one or some of the files acknowledged.
    const enough = kept.size + (round % PER_ROUND)
    let tell = () => {}
    const isEnough = new Promise<void>((resolve) => {
      tell = () => (kept.size >= enough ? resolve() : undefined)
    })
    tell()
    const sent = files.map(async (text, at) => {
      const answer = await client.send(begun[at]?.location ?? '', 0, text).catch(() => null)
      if (answer?.evidenceId) kept.set(answer.evidenceId, sha256(text))
      tell()
    })
    await isEnough
    await killAndRestart()
    await Promise.all(sent)
    for (const [at, text] of files.entries()) {
      const location = begun[at]?.location ?? ''
      const { offset, evidenceId } = await client.offsetOf(location)
      const id = evidenceId ?? (await client.send(location, offset, text.subarray(offset))).evidenceId
      kept.set(id ?? '', sha256(text))
    }
  }
  expect(kept.size).toBe(ROUNDS * PER_ROUND)
  for (const [evidenceId, hash] of kept) expect(await storedHash(evidenceId)).toBe(hash)
})

test('what may not be sent is refused at the door, with words', async () => {
  expect(await client.begin('ใหญ่.pdf', 5_000_000_000)).toMatchObject({
    status: 413,
    code: 'upload.too-large',
  })
  const otherSite = uploadClient(ORIGIN, cookie, { 'sec-fetch-site': 'cross-site' })
  expect(await otherSite.begin('a.pdf', 10)).toMatchObject({ status: 403, code: 'upload.forged' })
  expect(await uploadClient(ORIGIN, '').begin('a.pdf', 10)).toMatchObject({
    status: 401,
    code: 'upload.signed-out',
  })
  const { location } = await client.begin('ของฉัน.pdf', 10)
  const colleague = uploadClient(ORIGIN, await signInTo(env, { role: 'ita-coordinator' }))
  expect((await colleague.offsetOf(location)).status).toBe(404)
  const otherAgency = uploadClient(
    ORIGIN,
    await signInTo(env, { role: 'ita-coordinator', agencyCode: 'other' }),
  )
  expect((await otherAgency.offsetOf(location)).status).toBe(401)
})

test('a file is handed out whole and in parts, never runs, and only pictures and PDF open in the window', async () => {
  const pdf = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\n', 'latin1')
  const add = async (name: string, bytes: Buffer) => {
    const { location } = await client.begin(name, bytes.length)
    return (await client.send(location, 0, bytes)).evidenceId
  }
  const ask = (id: string | null, query = '', headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${ORIGIN}/office/evidence/${id}/files/1${query}`, { method, headers: { cookie, ...headers } })
  const [document, text] = [
    await add('รายงาน (1).pdf', pdf),
    await add('หน้า.txt', Buffer.from('<script>alert(1)</script>')),
  ]
  const whole = await ask(document)
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="______ (1).pdf"; filename*=UTF-8''${encodeURIComponent('รายงาน')}%20%281%29.pdf`,
    'content-security-policy': expect.stringContaining('sandbox'),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
  })
  const etag = whole.headers.get('etag') ?? ''
  const part = await ask(document, '', { range: 'bytes=0-7' })
  expect([part.status, await part.text()]).toEqual([206, '%PDF-1.7'])
  expect((await ask(document, '', { range: 'bytes=9999-' })).status).toBe(416)
  expect((await ask(document, '', { 'if-none-match': etag })).status).toBe(304)
  const head = await ask(document, '', {}, 'HEAD')
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
    200,
    String(pdf.length),
    '',
  ])
  expect((await ask(document, '?inline=1')).headers.get('content-disposition')).toMatch(/^inline/)
  const shown = await ask(text, '?inline=1')
  expect(shown.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(shown.headers.get('content-security-policy')).toContain('sandbox')
  for (const missing of [`${document}/files/2`, `${document}/files/0`, 'x/files/1'])
    expect((await fetch(`${ORIGIN}/office/evidence/${missing}`, { headers: { cookie } })).status).toBe(404)
})

test('without script many files are sent with one form, and a bad one does not undo the good ones', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const send = async (files: readonly { name: string; buffer: Buffer }[]) => {
    const sent = new FormData()
    for (const file of files) sent.append('files', new File([new Uint8Array(file.buffer)], file.name))
    const answer = await fetch(`${ORIGIN}/office/evidence/files?to=/office/scores`, {
      method: 'POST',
      body: sent,
      redirect: 'manual',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    })
    await page.setContent(await answer.text())
    return answer
  }
  const good = { name: 'ดี.txt', buffer: aText(2) }
  const better = { name: 'ดีกว่า.txt', buffer: aText(2) }
  const all = await send([good, better])
  expect(all.status).toBe(303)
  expect(all.headers.get('location')).toMatch(/^\/office\/scores\?attach=[0-9a-f-]{36}(%2C|,)[0-9a-f-]{36}$/)
  const some = await send([good, { name: 'โปรแกรม.pdf', buffer: Buffer.from('MZ\0\0\0') }])
  expect(some.status).toBe(422)
  await expect(page.getByRole('alert')).toContainText('เพิ่มแล้ว 1 จาก 2 ไฟล์')
  await expect(page.getByRole('alert')).toContainText('โปรแกรม.pdf')
  await expect(page.getByRole('link', { name: 'ใช้ไฟล์ที่เพิ่มแล้ว' })).toHaveAttribute(
    'href',
    /^\/office\/scores\?attach=/,
  )
  const none = await send([])
  expect(none.status).toBe(422)
  await expect(page.getByRole('alert')).toContainText('ยังไม่ได้เลือกไฟล์')
  await context.close()
})
