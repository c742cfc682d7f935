import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fileResponse } from './file-response.server.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-file-'))
const CONTENT = Buffer.from('0123456789'.repeat(20_000))
const file = {
  path: path.join(folder, 'report.pdf'),
  size: CONTENT.length,
  etag: '"abc"',
  headers: { 'Content-Type': 'application/pdf' },
}
writeFileSync(file.path, CONTENT)
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  fileResponse(new Request('http://localhost/report.pdf', { headers, method }), file)

/** How often the file is open in this process; Linux tells. */
function timesOpen(): number {
  return readdirSync('/proc/self/fd').filter((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`) === file.path
    } catch {
      return false
    }
  }).length
}
const onLinux = process.platform === 'linux'

test('a file comes whole, with its type, length and tag', async () => {
  const answer = ask()
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '200000',
    'accept-ranges': 'bytes',
    etag: '"abc"',
  })
  expect(Buffer.from(await answer.arrayBuffer()).equals(CONTENT)).toBe(true)
})

test.runIf(onLinux)(
  'nothing stays open: not after the end, nor a head, nor a reader who goes, nor one who never reads',
  async () => {
    await ask().arrayBuffer()
    ask({}, 'HEAD')
    ask()
    const leaving = ask().body?.getReader()
    await leaving?.read()
    expect(timesOpen()).toBe(1)
    await leaving?.cancel()
    const hasty = ask().body?.getReader()
    const reading = hasty?.read().catch(() => {})
    await hasty?.cancel()
    await reading
    await expect.poll(timesOpen).toBe(0)
  },
)

test.each([
  ['bytes=0-9', 'bytes 0-9/200000', '0123456789'],
  ['bytes=199995-', 'bytes 199995-199999/200000', '56789'],
  ['bytes=-3', 'bytes 199997-199999/200000', '789'],
  ['bytes=199999-900000', 'bytes 199999-199999/200000', '9'],
])('%s is answered by that part', async (range, told, content) => {
  const answer = ask({ Range: range })
  expect([answer.status, answer.headers.get('content-range'), answer.headers.get('content-length')]).toEqual([
    206,
    told,
    String(content.length),
  ])
  expect(await answer.text()).toBe(content)
})

test.each(['bytes=200000-', 'bytes=-0'])('%s is outside the file', async (range) => {
  const answer = ask({ Range: range })
  expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([
    416,
    'bytes */200000',
    '',
  ])
})

test.each(['bytes=0-1,3-4', 'bytes=9-1', 'lines=1-2', 'bytes=-'])('%s gives the whole file', (range) =>
  expect(ask({ Range: range }).status).toBe(200),
)

test('a part of an older file is not asked for', () => {
  expect(ask({ Range: 'bytes=0-1', 'If-Range': '"old"' }).status).toBe(200)
  expect(ask({ Range: 'bytes=0-1', 'If-Range': '"abc"' }).status).toBe(206)
})

test.each(['"abc"', 'W/"abc"', '"x", W/"abc"', '*'])('If-None-Match %s: the visitor has it', async (tags) => {
  const answer = ask({ 'If-None-Match': tags })
  expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, '"abc"', ''])
})
