import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { serveGuide } from './guide-files.server.ts'
import { createPageCache } from './page-cache.server.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-guide-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(path.join(folder, 'th'))
writeFileSync(path.join(folder, 'th', 'index.html'), '<!doctype html><title>คู่มือ</title>')
writeFileSync(path.join(folder, 'sources.sha256'), 'what it was built of')
writeFileSync(`${folder}.html`, 'beside the guide')

const site = (from: string) => {
  const web = new Hono()
  web.use(serveGuide(from))
  return web
}

test('the guide leads to its first page, which is a page', async () => {
  expect((await site(folder).request('/guide/th')).headers.get('location')).toBe('/guide/th/index.html')
  const door = await site(folder).request('/guide')
  expect(door.status).toBe(302)
  expect(door.headers.get('location')).toBe('/guide/th/index.html')
  const page = await site(folder).request('/guide/th/index.html')
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toMatch(/^text\/html/)
  expect(await page.text()).toContain('คู่มือ')
})

test('nothing but files of the guide is handed out', async () => {
  for (const address of ['/guide/sources.sha256', '/guide/../guide-files.html', '/guide/th/none.html'])
    expect((await site(folder).request(address)).status, address).toBe(404)
  expect((await site(folder).request('/guide/th/index.html', { method: 'POST' })).status).toBe(404)
  rmSync(`${folder}.html`)
})

test('where the guide was not built nothing answers', async () => {
  expect((await site(path.join(folder, 'nowhere')).request('/guide')).status).toBe(404)
})

test('a page that was taken away while the program runs is not there, and comes back with it', async () => {
  const page = path.join(folder, 'th', 'gone.html')
  writeFileSync(page, 'first')
  const web = site(folder)
  rmSync(page)
  expect((await web.request('/guide/th/gone.html')).status).toBe(404)
  writeFileSync(page, 'again')
  expect(await (await web.request('/guide/th/gone.html')).text()).toBe('again')
})

test('a page of the guide is packed once, behind the memory of pages too', async () => {
  const text = `<!doctype html><title>คู่มือ</title>${'<p>ขั้นตอน</p>'.repeat(50)}`
  writeFileSync(path.join(folder, 'th', 'long.html'), text)
  const web = new Hono()
  web.use(createPageCache({ lifetimeMs: 1_000 }).middleware)
  web.use(serveGuide(folder))
  const answer = await web.request('/guide/th/long.html', { headers: { 'Accept-Encoding': 'br' } })
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString('utf8')).toBe(text)
})
