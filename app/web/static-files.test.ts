import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveBuiltFiles } from './static-files.server.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-static-'))
const STYLE = 'p { color: black }\n'.repeat(50)
let web: Hono
beforeAll(() => {
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(path.join(folder, 'assets', 'root-Ab12.css'), STYLE)
  writeFileSync(path.join(folder, 'mark.svg'), '<svg/>')
  web = new Hono()
  web.use(serveBuiltFiles(folder))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a file with a hashed name is kept for a year, another for a day, and both have a tag and a type', async () => {
  const style = await web.request('/assets/root-Ab12.css')
  expect(Object.fromEntries(style.headers)).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    etag: expect.stringMatching(/^"[\w-]+"$/),
    vary: 'Accept-Encoding',
    'content-length': String(STYLE.length),
  })
  expect(await style.text()).toBe(STYLE)
  const mark = await web.request('/mark.svg')
  expect(mark.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  expect(mark.headers.get('cache-control')).toBe('public, max-age=86400')
})

test('it comes compressed, unless that makes it larger', async () => {
  const read = async (encoding: string, name = '/assets/root-Ab12.css') => {
    const answer = await web.request(name, { headers: { 'Accept-Encoding': encoding } })
    return [answer.headers.get('content-encoding'), Buffer.from(await answer.arrayBuffer())] as const
  }
  const [br, brBytes] = await read('gzip, br')
  expect([br, brotliDecompressSync(brBytes).toString()]).toEqual(['br', STYLE])
  const [gzip, gzipBytes] = await read('gzip')
  expect([gzip, gunzipSync(gzipBytes).toString()]).toEqual(['gzip', STYLE])
  expect((await read('br;q=0, identity'))[0]).toBeNull()
  expect((await read('br', '/mark.svg'))[0]).toBeNull()
})

test('a visitor who has it is told so', async () => {
  const etag = (await web.request('/mark.svg')).headers.get('etag') ?? ''
  const again = await web.request('/mark.svg', { headers: { 'If-None-Match': `"x", W/${etag}` } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test.each(['/assets', '/assets/none.css', '/../static-files.test.ts', '/assets/..%2fmark.svg'])(
  '%s is no file of the site',
  async (name) => expect((await web.request(name)).status).toBe(404),
)
