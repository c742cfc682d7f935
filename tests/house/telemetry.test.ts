import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, startProgram } from '../journeys/support/program.ts'
import { freshInstallation } from '../support/database.ts'
import { type Needle, needlesOf, newMarkers, searchBytes } from '../support/marker-search.ts'
import { type OtlpReceiver, openOtlpReceiver } from '../support/otlp-receiver.ts'
import { readPrometheusText } from '../support/prometheus-text.ts'
import { sendTo } from '../support/report-sending.ts'
import { inDatabase, type SeededAgency, seedTwoAgencies } from '../support/two-agencies.ts'

/** What is seen of a program that runs, and what is not: everything that requests bring, and that the channel is used. */

const PORT = 4171
const METRICS_PORT = 4172
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

const markers = newMarkers()
const word = markers.in('request')
const latin = word.split(' ')[1]?.split('.')[0] ?? ''
const needles: readonly Needle[] = [...markers.needles, ...needlesOf('198.51.100.213')]
let at: SeededAgency
let env: Record<string, string>
let program: Program
let receiver: OtlpReceiver
let remove: () => Promise<void>
let said = ''

beforeAll(async () => {
  const installation = await freshInstallation()
  remove = installation.remove
  receiver = await openOtlpReceiver()
  env = {
    ...installation.env,
    PORT: String(PORT),
    METRICS_PORT: String(METRICS_PORT),
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
    AGENCY_CODE: 'one',
    ORIGIN: 'https://example.go.th',
    TRUST_PROXY: '1',
    LOG_LEVEL: 'debug',
  }
  ;[at] = await seedTwoAgencies(env)
  program = startProgram(env)
  program.child.stderr?.on('data', (piece) => {
    said += piece
  })
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(started.said)
}, 300_000)
afterAll(async () => {
  program?.child.kill('SIGKILL')
  await program?.ended
  await receiver?.close()
  await remove?.()
})

const ask = (address: string, sent: Readonly<{ body?: string; cookie?: string; trace?: string }> = {}) =>
  sendTo({
    port: PORT,
    host: at.host,
    address,
    method: sent.body === undefined ? 'GET' : 'POST',
    headers: {
      'X-Forwarded-For': '198.51.100.213',
      'X-Request-Id': `request-${latin}!`,
      'User-Agent': word.slice(13),
      Referer: `https://${at.host}/${latin}`,
      'Sec-Fetch-Site': 'same-origin',
      Cookie: sent.cookie ?? `__Host-session=${latin}`,
      ...(sent.trace && { traceparent: sent.trace }),
      ...(sent.body !== undefined && {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(Buffer.byteLength(sent.body)),
      }),
    },
    ...(sent.body !== undefined && { body: Buffer.from(sent.body) }),
  })

const form = `email=${latin}%40agency.example&password=${latin}&name=${encodeURIComponent(word)}`
const lines = () =>
  said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
const readMetrics = async () =>
  readPrometheusText(await (await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).text())

test('no word of a path, a query, a form, a cookie or a header is written down, measured or traced', async () => {
  for (const path of [
    '',
    'en/',
    'news/',
    'oit/2568/',
    'office/desk/tickets/',
    'sign-in/link/',
    'calendar/',
    'api/v1/items/2568/',
    'files/',
    'office/uploads/',
    'open311/v2/',
  ])
    for (const sent of [{}, { cookie: at.cookie }, { body: form }, { body: form, cookie: at.cookie }])
      await ask(`/${path}${latin}?q=${latin}&x=${encodeURIComponent(word)}`, sent)
  for (const sent of [{ body: form }, { body: form, cookie: at.cookie }]) await ask('/sign-in', sent)
  await ask('/office', { cookie: at.cookie, trace: `00-${TRACE}-00f067aa0ba902b7-01` })
  await expect
    .poll(() => receiver.spans().some(({ traceId }) => traceId === TRACE), { timeout: 20_000 })
    .toBe(true)
  const samples = await readMetrics()
  const places = { log: said, traces: receiver.said(), metrics: JSON.stringify(samples) }
  for (const [where, text] of Object.entries(places))
    expect(searchBytes(where, Buffer.from(text), needles)).toEqual([])
  const told = lines().filter(({ event }) => event === 'request')
  expect(told.find(({ route }) => route === '/en?/office')).toMatchObject({
    level: 'info',
    method: 'GET',
    status: 200,
    agency: 'one',
    request: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(samples.some(({ labels }) => labels.route === '/en?/office')).toBe(true)
})

test('a request from a proxy of our own goes on the trace that it brings, with its transactions below it', async () => {
  const ofTrace = () => receiver.spans().filter(({ traceId }) => traceId === TRACE)
  const ofRequest = () => ofTrace().find(({ name }) => name === 'GET /en?/office')
  // Spans are sent by the batch, some seconds after the answer.
  await expect.poll(ofRequest, { timeout: 20_000 }).toBeDefined()
  const [spans, request] = [ofTrace(), ofRequest()]
  expect(request).toMatchObject({ kind: 2, parentSpanId: '00f067aa0ba902b7' })
  const facts = Object.fromEntries((request?.attributes ?? []).map(({ key, value }) => [key, value]))
  expect(facts).toMatchObject({
    'http.request.method': { stringValue: 'GET' },
    'http.route': { stringValue: '/en?/office' },
    'http.response.status_code': { intValue: 200 },
  })
  expect(spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId).length).toBeGreaterThan(0)
})

test('of the protected channel nothing is written down, counted or traced', async () => {
  const before = { said: said.length, samples: await readMetrics() }
  await sleep(3_000)
  const spans = receiver.spans().length
  for (const path of [
    '/whistleblow',
    '/en/whistleblow/report',
    '//whistleblow',
    '/whistleblow/thread',
    '/office/protected',
  ])
    for (const sent of [{}, { cookie: at.cookie }, { body: form }]) await ask(path, sent)
  await sleep(3_000)
  const isOfRequests = ({ name }: { name: string }) => /^prongsai_(http|page_cache_requests)/.test(name)
  expect((await readMetrics()).filter(isOfRequests)).toEqual(before.samples.filter(isOfRequests))
  const since = said.slice(before.said)
  expect(since).not.toMatch(/"event":"request"|whistleblow|protected/)
  expect(
    receiver
      .spans()
      .slice(spans)
      .filter(({ kind }) => kind === 2),
  ).toEqual([])
})

test('a request under way is answered when the program is told to end, a new one is not taken, and its jobs are given back', async () => {
  const body = `${form}&more=${'x'.repeat(100)}`
  const socket = connect(PORT, '127.0.0.1')
  let answer = ''
  socket.on('data', (piece) => {
    answer += piece
  })
  const ended = new Promise((resolve) => socket.once('close', resolve))
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: ${at.host}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  )
  await sleep(500)
  program.child.kill('SIGTERM')
  await sleep(500)
  const refused = await fetch(`http://127.0.0.1:${PORT}/healthz`).then(
    () => 'answered',
    (error) => error.cause?.code,
  )
  expect(refused).toBe('ECONNREFUSED')
  socket.write(`${body.slice(10)}GET /readyz HTTP/1.1\r\nHost: ${at.host}\r\nConnection: close\r\n\r\n`)
  await ended
  expect(answer).toMatch(/^HTTP\/1\.1 [24]\d\d /)
  expect((await program.ended).status).toBe(0)
  const held = await inDatabase(env, (db) =>
    db.selectFrom('job_run').select('job').where('holder', 'is not', null).execute(),
  )
  expect(held).toEqual([])
})
