import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { joinOwnPostgres } from '../../app/platform/db/embedded/own-postgres.server.ts'
import { openDatabaseRoad } from '../support/database-road.ts'
import { type Installation, newInstallation } from './support/installation.ts'
import { openFiles, sendRaw, startProgram } from './support/program.ts'

const PORT = 4117
const OTHER_PORT = 4119
const PDF = '/reports/2567/files/report-2567.pdf'

const raw = (target: string, method = 'GET') =>
  sendRaw(PORT, `${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1:${PORT}\r\nConnection: close\r\n\r\n`)
const locationOf = (answer: string) => /^location: (.*)\r$/im.exec(answer)?.[1]
const statusOf = (answer: string) => Number(answer.split(' ')[1])

/** Waits for the documents, as a reader who asks for one does. */
const waitForFiles = async (request: APIRequestContext) => expect((await request.get(PDF)).status()).toBe(200)

test('no redirect and no link leads to another site', async ({ request }) => {
  for (const [target, location] of [
    ['//evil.com/', '/evil.com'],
    ['/en//evil.com', '/en/evil.com'],
    ['/%72eports/2567', '/reports/2567'],
    ['/reports//2567/?a=1', '/reports/2567?a=1'],
  ] as const) {
    const answer = await raw(target)
    expect([statusOf(answer), locationOf(answer)], target).toEqual([301, location])
  }
  const page = await (await request.get('/en/evil.com')).text()
  expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to]) => to ?? '')).not.toContainEqual(
    expect.stringMatching(/^\/\//),
  )
})

test('an address that cannot be read is refused in both languages', async () => {
  for (const target of ['/%E0%A4', '/reports/%', '/a%00b']) {
    const answer = await raw(target)
    expect(statusOf(answer), target).toBe(400)
    expect(answer).toContain('อ่านที่อยู่นี้ไม่ได้')
    expect(answer).toContain('This address cannot be read')
  }
})

test('an address is written in one way, capitals included', async ({ request }) => {
  for (const target of ['/EN/reports/2567', '/REPORTS/2567', '/En'])
    expect((await request.get(target)).status(), target).toBe(404)
})

test('a page comes compressed, tagged and guarded from the first visit on, whatever stands behind a question mark', async ({
  request,
}) => {
  const headers = { 'Accept-Encoding': 'br' }
  const first = await request.get('/en/reports/2567/issues/3?fbclid=1', { headers })
  const again = await request.get('/en/reports/2567/issues/3', { headers })
  for (const answer of [first, again])
    expect(answer.headers()).toMatchObject({
      'content-encoding': 'br',
      etag: expect.stringMatching(/^".+-br"$/),
      vary: 'Accept-Encoding',
      'cache-control': expect.stringContaining('public'),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
    })
  expect(again.headers().etag).toBe(first.headers().etag)
  const known = await request.get('/en/reports/2567/issues/3?x', {
    headers: { ...headers, 'If-None-Match': `W/${first.headers().etag}` },
  })
  expect(known.status()).toBe(304)
})

test('what a page is made of is kept by browsers, and comes compressed', async ({ request }) => {
  const page = await (await request.get('/')).text()
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? ''
  for (const [address, kept] of [
    [style, 'public, max-age=31536000, immutable'],
    ['/display.js', 'public, max-age=86400'],
    ['/mark.svg', 'public, max-age=86400'],
  ] as const) {
    const answer = await request.get(address, { headers: { 'Accept-Encoding': 'br' } })
    expect(answer.headers(), address).toMatchObject({
      'cache-control': kept,
      'content-encoding': 'br',
      etag: expect.stringMatching(/^"/),
      'x-content-type-options': 'nosniff',
    })
  }
})

test('pages are for reading: any other method is refused with words', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
    const answer = await raw('/reports/2567', method)
    expect(statusOf(answer), method).toBe(405)
    expect(answer, method).toMatch(/^allow: GET, HEAD\r$/im)
    expect(answer, method).toContain('หน้านี้มีไว้อ่านเท่านั้น')
  }
  expect(statusOf(await raw('/nowhere', 'POST'))).toBe(404)
})

test('a year of a file is read as that of a page, and what is not there is the page that says so', async ({
  request,
}) => {
  await waitForFiles(request)
  for (const year of ['67', '2024', '๒๕๖๗']) {
    const answer = await request.get(`/reports/${encodeURIComponent(year)}/files/report-2567.pdf`, {
      maxRedirects: 0,
    })
    expect([answer.status(), answer.headers().location], year).toEqual([301, PDF])
  }
  for (const target of ['abc', '99999', '2560', '2567']) {
    const answer = await request.get(`/reports/${target}/files/x`)
    expect(answer.status(), target).toBe(404)
    expect(await answer.text(), target).toContain('ไม่พบหน้าที่ต้องการ')
  }
})

test('a file answers parts of itself, and a browser may show it', async ({ request }) => {
  await waitForFiles(request)
  const part = await request.get(PDF, { headers: { Range: 'bytes=0-4' } })
  expect([part.status(), await part.text()]).toEqual([206, '%PDF-'])
  const head = await request.head(PDF)
  expect([head.status(), Number(head.headers()['content-length']) > 10_000]).toEqual([200, true])
  expect(head.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="report-2567-v1.pdf"',
    'accept-ranges': 'bytes',
  })
  expect(head.headers()['content-security-policy']).not.toContain('sandbox')
})

test('search engines find every page by its public address, and none of the office', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text()
  for (const personal of ['/office', '/en/office', '/sign-in', '/en/sign-in'])
    expect(robots).toContain(`Disallow: ${personal}\n`)
  const at = /^Sitemap: (.*)$/m.exec(robots)?.[1] ?? ''
  const sitemap = await (await request.get(new URL(at).pathname)).text()
  const pages = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, page]) => page ?? '')
  // Home, report, why, seven issues and /verify are there in both languages; every page is asked for by the crawl.
  expect(pages.length).toBeGreaterThan(2 * (1 + 2 + 7 + 1))
  expect(new Set(pages).size).toBe(pages.length)
  for (const page of pages.filter((_, index) => index % 20 === 0)) {
    const answer = await request.get(new URL(page).pathname, { maxRedirects: 0 })
    expect(answer.status(), page).toBe(200)
    expect(await answer.text()).toContain(`<link rel="canonical" href="${page}"/>`)
  }
  const thai = await (await request.get('/reports/2567')).text()
  expect(thai).toMatch(/<link rel="alternate" hrefLang="en" href="https:\/\/[^"]+\/en\/reports\/2567"\/>/)
  for (const other of ['/office/ui', '/nowhere'])
    expect(await (await request.get(other)).text(), other).not.toContain('rel="canonical"')
})

test.describe('a program of its own', () => {
  let installation: Installation
  test.beforeAll(async () => {
    installation = await newInstallation('serving')
  })
  test.afterAll(() => installation?.remove())

  test('a port that is taken is told in one sentence', async () => {
    const { status, said } = await startProgram({ ...installation.env, PORT: String(PORT) }).ended
    expect(status).toBe(3)
    expect(said).not.toMatch(/^ +at /m)
    // Before them it may say that it builds the pages.
    expect(said.trim().split('\n').slice(-2)).toEqual([
      expect.stringMatching(/พอร์ต 4117 .*PORT/),
      expect.stringMatching(/Port 4117 .*PORT/),
    ])
  })

  test('half a request does not keep it from ending', async () => {
    const { child, ended } = startProgram({ ...installation.env, PORT: String(OTHER_PORT) })
    await untilAnswers(OTHER_PORT)
    const socket = connect(OTHER_PORT, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Ha')
    await sleep(200)
    const asked = Date.now()
    child.kill('SIGTERM')
    expect((await ended).status).toBe(0)
    expect(Date.now() - asked).toBeLessThan(10_000)
    socket.destroy()
  })
})

test('while the database is away, pages say so and when to come back, and nobody waits for long', async () => {
  const installation = await newInstallation('away')
  const { DATA_DIR } = installation.env
  const server = installation.database
    ? { address: installation.database, leave: async () => {} }
    : await joinOwnPostgres(DATA_DIR, { durable: false })
  const road = await openDatabaseRoad(server.address)
  const { child, ended } = startProgram({
    PORT: String(OTHER_PORT),
    DATA_DIR,
    DATABASE_URL: road.url,
  })
  try {
    await untilAnswers(OTHER_PORT)
    road.block()
    const asked = Date.now()
    const ready = await fetch(`http://127.0.0.1:${OTHER_PORT}/readyz`)
    expect([ready.status, Date.now() - asked < 3_000]).toEqual([503, true])
    const page = await fetch(`http://127.0.0.1:${OTHER_PORT}/en/reports/2567`)
    expect([page.status, page.headers.get('retry-after'), page.headers.get('cache-control')]).toEqual([
      503,
      '30',
      'no-store',
    ])
    expect(await page.text()).toContain('Something went wrong')
    expect(Date.now() - asked).toBeLessThan(10_000)
    road.open()
    await expect.poll(async () => (await fetch(`http://127.0.0.1:${OTHER_PORT}/en`)).status).toBe(200)
  } finally {
    child.kill('SIGTERM')
    await ended
    await road.close()
    await server.leave()
    await installation.remove()
  }
})

test('who sends too much reads why, once everything is sent', async () => {
  const size = 24 * 1024 * 1024
  const socket = connect({ host: '127.0.0.1', port: PORT, allowHalfOpen: true })
  // As a browser: nothing is read before all is sent.
  socket.pause()
  const head = ['POST /sign-in HTTP/1.1', `Host: 127.0.0.1:${PORT}`, `Origin: http://127.0.0.1:${PORT}`]
  const form = ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${size}`, '', '']
  socket.write([...head, ...form].join('\r\n'))
  for (let sent = 0; sent < size; sent += size / 24) {
    await new Promise<void>((resolve, reject) =>
      socket.write('a'.repeat(size / 24), (error) => (error ? reject(error) : resolve())),
    )
    await sleep(20)
  }
  const answer = (await socket.setEncoding('utf8').toArray()).join('')
  expect(statusOf(answer)).toBe(413)
  expect(answer).toContain('</html>')
})

test('no file stays open for who only asks for its head or goes away', async ({ request }) => {
  test.skip(!existsSync('/proc/self/fd'), 'only Linux tells which files are open')
  await waitForFiles(request)
  const server = serverProcess()
  for (let turn = 0; turn < 5; turn += 1) {
    await request.head(PDF)
    await new Promise<void>((resolve) => {
      const call = get({ port: PORT, host: '127.0.0.1', path: PDF }, (answer) => {
        answer.once('data', () => {
          call.destroy()
          resolve()
        })
      })
      call.on('error', () => {})
    })
  }
  await expect.poll(() => openFiles(server, '/files/')).toEqual([])
})

const untilAnswers = (port: number) =>
  expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/healthz`).then(
          (answer) => answer.status,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(200)

/** The program that serves these journeys: the Node that has them as its script. */
function serverProcess(): number {
  const found = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name) || !existsSync(`/proc/${name}/cmdline`)) return false
    const [program = '', script] = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0')
    return program.endsWith('node') && script === 'tests/journeys/serve.ts'
  })
  if (found === undefined) throw new Error('no program serves the journeys')
  return Number(found)
}
