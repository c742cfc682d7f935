import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { createFileCache } from './file-cache.server.ts'
import { streamedResponse } from './file-response.server.ts'

const CONTENT = Buffer.from('0123456789'.repeat(1_000))
const IMMUTABLE = 'public, max-age=31536000, immutable'
let server: Server | undefined
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

type Answer = { status: number; headers: Record<string, string | undefined>; body: string }
type Given = Parameters<typeof createFileCache>[0]

/** A site of one file under any address, that counts how often it was asked past the memory, and its store. */
async function site(given: Partial<Given> & { cacheControl?: string; isGone?: () => boolean } = {}) {
  const counted = { answered: 0, opened: 0 }
  const cache = createFileCache({
    lifetimeMs: 1_000,
    siteOf: (host) => host ?? '',
    open: async (_host, _sha256, { first, last }) => {
      counted.opened += 1
      return given.isGone?.() ? null : Readable.from([CONTENT.subarray(first, last + 1)])
    },
    ...given,
  })
  const web = new Hono()
  web.use(cache.middleware)
  web.get('*', async (c) => {
    counted.answered += 1
    const facts = {
      size: CONTENT.length,
      etag: '"ab"',
      headers: {
        'Cache-Control': given.cacheControl ?? IMMUTABLE,
        'Content-Type': 'application/pdf',
        'X-Content-SHA256': 'ab',
        'X-Frame-Options': 'DENY',
      },
    }
    const sent = await streamedResponse(c.req.raw, facts, async ({ first, last }) =>
      new Blob([CONTENT.subarray(first, last + 1)]).stream(),
    )
    return sent ?? c.body(null, 503)
  })
  const listener = getRequestListener(web.fetch, { overrideGlobalObjects: false })
  server = createServer((req, res) => {
    if (!cache.serve(req, res)) void listener(req, res)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const call = request({ port, path, headers, method, host: '127.0.0.1' }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, string | undefined>,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      })
      call.on('error', reject)
      call.end()
    })
  return { cache, counted, get }
}

test('a file is asked for once past the memory, and its bytes are read once from the second time on', async () => {
  const { counted, get } = await site()
  const first = await get('/files/ab/a.pdf')
  for (let turn = 0; turn < 3; turn += 1) {
    const { headers, status, body } = await get('/files/ab/a.pdf')
    expect([status, body === CONTENT.toString()]).toEqual([200, true])
    const { date: _, ...said } = first.headers
    expect(headers).toMatchObject(said)
  }
  expect(counted).toEqual({ answered: 1, opened: 1 })
})

test('out of the memory too: ranges, a head, and that the visitor has it', async () => {
  const { counted, get } = await site()
  await get('/a')
  const part = await get('/a', { range: 'bytes=5-9' })
  expect([part.status, part.body, part.headers['content-range']]).toEqual([206, '56789', 'bytes 5-9/10000'])
  expect((await get('/a', { range: 'bytes=10000-' })).status).toBe(416)
  const head = await get('/a', {}, 'HEAD')
  expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '10000'])
  expect((await get('/a', { 'if-none-match': '"ab"' })).status).toBe(304)
  expect(counted.answered).toBe(1)
})

test('a head and an answer "you have it" are no reason to keep a wrong length', async () => {
  const { get } = await site()
  await get('/a', { 'if-none-match': '"ab"' })
  await get('/a', { range: 'bytes=0-1' })
  await get('/a', {}, 'HEAD')
  expect((await get('/a')).body).toBe(CONTENT.toString())
})

test('a large file is read from where it lies, the part that was asked for', async () => {
  const { cache, counted, get } = await site({ largestKept: 100 })
  await get('/a')
  expect((await get('/a', { range: 'bytes=0-2' })).body).toBe('012')
  expect((await get('/a')).body).toBe(CONTENT.toString())
  expect([counted, cache.size().bytes]).toEqual([{ answered: 1, opened: 2 }, 0])
})

test('the bytes that are kept are bound: what was asked for longest ago makes room', async () => {
  const { cache, counted, get } = await site({ mostKept: 25_000 })
  for (const path of ['/1', '/2', '/3']) {
    await get(path)
    await get(path)
  }
  expect(cache.size()).toEqual({ files: 3, bytes: 20_000 })
  await get('/3')
  expect(counted.opened).toBe(3)
  await get('/1')
  expect(counted.opened).toBe(4)
  cache.clear()
  expect(cache.size()).toEqual({ files: 0, bytes: 0 })
})

test('what was withdrawn is asked for again, and so is everything after a while', async () => {
  let clock = 0
  const { cache, counted, get } = await site({ now: () => clock })
  await get('/a')
  cache.clear()
  await get('/a')
  expect(counted.answered).toBe(2)
  clock = 1_001
  await get('/a')
  expect(counted.answered).toBe(3)
})

test('what one host name was given is not given under another', async () => {
  const { counted, get } = await site()
  await get('/a', { host: 'a.example' })
  await get('/a', { host: 'b.example' })
  expect(counted.answered).toBe(2)
})

test.each(['public, max-age=0, must-revalidate', 'private, max-age=31536000, immutable'])(
  'a file that may change, or is not for everybody, is never kept: %s',
  async (cacheControl) => {
    const { cache, get } = await site({ cacheControl })
    await get('/a')
    expect(cache.size().files).toBe(0)
  },
)

test('bytes that are gone are said to be so, and asked for anew', async () => {
  const { counted, get } = await site({ isGone: () => true })
  await get('/a')
  expect((await get('/a')).status).toBe(503)
  expect((await get('/a')).status).toBe(200)
  expect(counted.answered).toBe(2)
})
