import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { createPageCache } from './page-cache.server.ts'

const PUBLIC = { 'Cache-Control': 'public, max-age=0' }
let server: Server | undefined
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

type Answer = { status: number; headers: Record<string, string | undefined>; body: Buffer }

/** A site that counts how often it was asked to render. */
async function site(
  options: { headers?: Record<string, string>; delayMs?: number; now?: () => number } = {},
) {
  const counted = { renders: 0 }
  const cache = createPageCache({ lifetimeMs: 1_000, ...(options.now && { now: options.now }) })
  const web = new Hono()
  web.use(cache.middleware)
  web.get('*', async (c) => {
    counted.renders += 1
    if (options.delayMs) await new Promise((resolve) => setTimeout(resolve, options.delayMs))
    return c.html(`<p>หน้า ${counted.renders}</p>`, 200, options.headers ?? PUBLIC)
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
            body: Buffer.concat(chunks),
          }),
        )
      })
      call.on('error', reject)
      call.end()
    })
  return { cache, counted, get }
}

test('a public page is rendered once, and answered from memory in the encoding that was asked for', async () => {
  const { counted, get } = await site()
  await get('/a')
  const brotli = await get('/a', { 'accept-encoding': 'gzip, br' })
  const gzip = await get('/a', { 'accept-encoding': 'gzip' })
  const plain = await get('/a', { 'accept-encoding': 'br;q=0' })
  expect(counted.renders).toBe(1)
  expect(brotliDecompressSync(brotli.body).toString()).toBe('<p>หน้า 1</p>')
  expect(gunzipSync(gzip.body).toString()).toBe('<p>หน้า 1</p>')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.body.toString()).toBe('<p>หน้า 1</p>')
  expect(new Set([brotli, gzip, plain].map((answer) => answer.headers.etag)).size).toBe(3)
  expect(brotli.headers.vary).toBe('Accept-Encoding')
})

test('a visitor who has the page is told so, and a head request has no body', async () => {
  const { get } = await site()
  await get('/a')
  const first = await get('/a')
  const again = await get('/a', { 'if-none-match': `"other", W/${first.headers.etag}` })
  expect([again.status, again.body.length]).toEqual([304, 0])
  const head = await get('/a', {}, 'HEAD')
  expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
    200,
    0,
    first.headers['content-length'],
  ])
})

test('visitors who come together wait for one rendering', async () => {
  const { counted, get } = await site({ delayMs: 50 })
  const answers = await Promise.all(Array.from({ length: 20 }, () => get('/a')))
  expect(counted.renders).toBe(1)
  expect(new Set(answers.map((answer) => answer.body.toString()))).toEqual(new Set(['<p>หน้า 1</p>']))
})

test('a page from memory says everything that the first one said', async () => {
  const { get } = await site({ headers: { ...PUBLIC, 'X-Content-SHA256': 'ab', 'X-Frame-Options': 'DENY' } })
  const [first, again] = [await get('/a'), await get('/a')]
  for (const name of ['content-type', 'cache-control', 'x-content-sha256', 'x-frame-options'])
    expect(again.headers[name], name).toBe(first.headers[name])
  expect(again.headers['x-content-sha256']).toBe('ab')
})

test('a page that is not public, sets a cookie, is a download or was asked for with a query is never kept', async () => {
  const never: readonly Record<string, string>[] = [
    { 'Cache-Control': 'no-store' },
    { ...PUBLIC, 'Set-Cookie': 'a=1' },
    { ...PUBLIC, 'Content-Disposition': 'attachment; filename="a.html"' },
  ]
  for (const headers of never) {
    const { counted, get, cache } = await site({ headers })
    await get('/a')
    await get('/a')
    expect([counted.renders, cache.size()]).toEqual([2, 0])
  }
  const { counted, get, cache } = await site()
  await get('/a?x=1')
  await get('/a?x=1')
  expect([counted.renders, cache.size()]).toEqual([2, 0])
})

test('a publication empties the memory, and a page that was being rendered then is not kept', async () => {
  const { counted, get, cache } = await site({ delayMs: 50 })
  await get('/a')
  cache.clear()
  await get('/a')
  expect(counted.renders).toBe(2)
  const slow = get('/b')
  await new Promise((resolve) => setTimeout(resolve, 20))
  cache.clear()
  expect((await slow).status).toBe(200)
  expect(cache.size()).toBe(0)
})

test('a page is rendered anew when its lifetime is over', async () => {
  let clock = 0
  const { counted, get } = await site({ now: () => clock })
  await get('/a')
  clock = 999
  await get('/a')
  expect(counted.renders).toBe(1)
  clock = 1_001
  await get('/a')
  expect(counted.renders).toBe(2)
})
