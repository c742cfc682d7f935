import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { createPageCache } from './page-cache.server.ts'

const PUBLIC = { 'Cache-Control': 'public, max-age=0' }
/** Long enough to be worth compressing. */
const COPIES = 20
let server: Server | undefined
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

type Answer = { status: number; headers: Record<string, string | undefined>; body: Buffer }

/** A site that counts how often it was asked to render. */
async function site(
  options: {
    headers?: Record<string, string>
    delayMs?: number
    now?: () => number
    maxBytes?: number
    /** Heads are made without a body, as the framework makes them of texts for machines. */
    leavesBodyOut?: true
  } = {},
) {
  const counted = { renders: 0 }
  const cache = createPageCache({
    lifetimeMs: 1_000,
    ...(options.now && { now: options.now }),
    ...(options.maxBytes && { maxBytes: options.maxBytes }),
  })
  const web = new Hono()
  web.use(cache.middleware)
  web.get('*', async (c) => {
    counted.renders += 1
    if (options.delayMs) await new Promise((resolve) => setTimeout(resolve, options.delayMs))
    if (options.leavesBodyOut && c.req.method === 'HEAD') return c.body(null, 200, options.headers ?? PUBLIC)
    return c.html(`<p>หน้า ${counted.renders}</p>`.repeat(COPIES), 200, options.headers ?? PUBLIC)
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
  expect(brotliDecompressSync(brotli.body).toString()).toBe('<p>หน้า 1</p>'.repeat(COPIES))
  expect(gunzipSync(gzip.body).toString()).toBe('<p>หน้า 1</p>'.repeat(COPIES))
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.body.toString()).toBe('<p>หน้า 1</p>'.repeat(COPIES))
  expect(new Set([brotli, gzip, plain].map((answer) => answer.headers.etag)).size).toBe(3)
  expect(brotli.headers.vary).toBe('Accept-Encoding')
})

test('a visitor who has the page is told so, and a head request has no body', async () => {
  const { get } = await site()
  const first = await get('/a')
  const again = await get('/a', { 'if-none-match': `"other", W/${first.headers.etag}` })
  expect([again.status, again.body.length]).toEqual([304, 0])
  for (const name of ['etag', 'vary', 'cache-control']) expect(again.headers[name]).toBe(first.headers[name])
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
  expect(new Set(answers.map((answer) => answer.body.toString()))).toEqual(
    new Set(['<p>หน้า 1</p>'.repeat(COPIES)]),
  )
})

test('a page from memory says everything that the first one said', async () => {
  const { get } = await site({ headers: { ...PUBLIC, 'X-Content-SHA256': 'ab', 'X-Frame-Options': 'DENY' } })
  const [first, again] = [await get('/a'), await get('/a')]
  for (const name of ['content-type', 'cache-control', 'x-content-sha256', 'x-frame-options'])
    expect(again.headers[name], name).toBe(first.headers[name])
  expect(again.headers['x-content-sha256']).toBe('ab')
})

test('the first visitor gets what the next one gets: compressed, with its tag', async () => {
  const { get } = await site({ headers: { ...PUBLIC, 'X-Content-SHA256': 'ab' } })
  const [first, again] = [
    await get('/a', { 'accept-encoding': 'br' }),
    await get('/a', { 'accept-encoding': 'br' }),
  ]
  expect(first.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(first.body).toString()).toBe('<p>หน้า 1</p>'.repeat(COPIES))
  const { date: _, ...headers } = first.headers
  expect(again.headers).toMatchObject(headers)
})

test('a head request makes the page that the next visitor gets', async () => {
  const { counted, get } = await site()
  const head = await get('/a', {}, 'HEAD')
  const page = await get('/a')
  expect([head.body.length, head.headers.etag, head.headers['content-length']]).toEqual([
    0,
    page.headers.etag,
    page.headers['content-length'],
  ])
  expect(counted.renders).toBe(1)
})

test('a head that was made without a body is never given to who asks for all of it', async () => {
  const { cache, get } = await site({
    headers: { ...PUBLIC, 'Content-Type': 'text/css' },
    delayMs: 20,
    leavesBodyOut: true,
  })
  const [head, together] = await Promise.all([get('/a', {}, 'HEAD'), get('/a')])
  expect([head.status, cache.size().pages]).toEqual([200, 0])
  const after = await get('/a')
  for (const { body } of [together, after]) expect(body.length).toBeGreaterThan(0)
  expect((await get('/a', {}, 'HEAD')).headers.etag).toBe(after.headers.etag)
})

test('what stands after a question mark asks for the same page', async () => {
  const { counted, get, cache } = await site()
  for (const query of ['', '?fbclid=1', '?fbclid=2', '?']) expect((await get(`/a${query}`)).status).toBe(200)
  expect([counted.renders, cache.size().pages]).toEqual([1, 1])
})

test('a page that is not public, sets a cookie or is a download is never kept', async () => {
  const never: readonly Record<string, string>[] = [
    { 'Cache-Control': 'no-store' },
    { ...PUBLIC, 'Set-Cookie': 'a=1' },
    { ...PUBLIC, 'Content-Disposition': 'attachment; filename="a.html"' },
  ]
  for (const headers of never) {
    const { counted, get, cache } = await site({ headers })
    await get('/a')
    await get('/a')
    expect([counted.renders, cache.size()]).toEqual([2, { pages: 0, bytes: 0 }])
  }
})

test('the memory is bound by bytes: the page that was rendered longest ago makes room', async () => {
  const { counted, get, cache } = await site({ maxBytes: 5_000 })
  for (let page = 0; page < 40; page += 1) await get(`/${page}`)
  const { pages, bytes } = cache.size()
  expect(bytes).toBeLessThanOrEqual(5_000)
  expect(pages).toBeGreaterThan(1)
  await get('/39')
  expect(counted.renders).toBe(40)
  await get('/0')
  expect(counted.renders).toBe(41)
  cache.clear()
  expect(cache.size()).toEqual({ pages: 0, bytes: 0 })
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
  expect(cache.size().pages).toBe(0)
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

test.each(['application/json; charset=utf-8', 'text/csv; charset=utf-8', 'application/atom+xml', 'text/css'])(
  'a public %s is made and compressed once, as a download too',
  async (type) => {
    const { counted, get } = await site({
      headers: { ...PUBLIC, 'Content-Type': type, 'Content-Disposition': 'attachment; filename="a"' },
    })
    const answers = [
      await get('/a', { 'accept-encoding': 'br' }),
      await get('/a', { 'accept-encoding': 'br' }),
    ]
    expect(counted.renders).toBe(1)
    for (const { headers, body } of answers) {
      expect(headers).toMatchObject({
        'content-encoding': 'br',
        'content-disposition': 'attachment; filename="a"',
      })
      expect(brotliDecompressSync(body).toString()).toBe('<p>หน้า 1</p>'.repeat(COPIES))
    }
  },
)

test('a text for machines may read what stands after a question mark: then it is made for each', async () => {
  const { counted, get, cache } = await site({
    headers: { ...PUBLIC, 'Content-Type': 'application/json' },
    delayMs: 20,
  })
  await Promise.all([get('/a?id=1'), get('/a?id=2'), get('/a')])
  await get('/a?id=1')
  await get('/a')
  expect([counted.renders, cache.size().pages]).toEqual([4, 1])
})

test('a picture, a file with its own hash, what varies by who asks and what is compressed are left alone', async () => {
  for (const headers of [
    { 'Content-Type': 'image/png' },
    { 'Content-Type': 'text/csv', 'X-Content-SHA256': 'ab' },
    { 'Content-Type': 'application/json', Vary: 'Accept' },
    { 'Content-Type': 'text/css', Vary: 'Accept-Encoding' },
    { 'Content-Type': 'text/css', 'Content-Encoding': 'br' },
    // A file of the built pages, as it is given to a browser.
    { 'Content-Type': 'text/css', 'Content-Encoding': 'br', Vary: 'Accept-Encoding' },
  ] as readonly Record<string, string>[]) {
    const { cache, get } = await site({ headers: { ...PUBLIC, ...headers } })
    await get('/a')
    expect(cache.size().pages).toBe(0)
  }
})
