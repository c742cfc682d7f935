import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, get, type IncomingHttpHeaders } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { projectRoot } from '../app/platform/project-root.server.ts'
import packageJson from '../package.json' with { type: 'json' }
import { ensureBuilt } from '../scripts/ensure-built.ts'
import { programPath } from '../scripts/system-programs.ts'
import { type Figure, median, round, seconds } from './measure.ts'
import { keepPublicFile } from './public-file.ts'

const PORT = 4130
const ROUNDS = 3
/** As `npm start` has it. */
const START = packageJson.scripts.start.split(' ').slice(1)
const ADDRESS = `http://127.0.0.1:${PORT}`
const PAGE = '/reports/2567'
const FILE_BYTES = 10 * 1000 * 1000
/** Enough for a ratio; who measures for a release gives more. */
const LOAD_SECONDS = 4
/** Half the rate of a bare server that sends the same bytes. */
const HALF = 0.5
const CONNECTIONS = [1, 50]
/** What a first visit fetches, without pictures. */
const FIRST_VIEW_KB = 60

/** First start, later start, memory at rest, first views, and pages and a file against a bare server of the same bytes. */
export async function measureServer(): Promise<readonly Figure[]> {
  await ensureBuilt()
  const starts = await measureStarts()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'prongsai-bench-'))
  try {
    execFileSync(process.execPath, ['cli/main.ts', 'import', 'examples/dga-2567/report-2567.txt', '--json'], {
      cwd: projectRoot,
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: 'ignore',
    })
    const file = await keepPublicFile(dataDir, FILE_BYTES)
    const server = await startServer(dataDir)
    try {
      await fetch(`${ADDRESS}${PAGE}`)
      const memory = await measureMemory(server, dataDir)
      return [...starts, memory, ...(await measureViews()), ...(await measureRates(file))]
    } finally {
      await stopServer(server)
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measureStarts(): Promise<readonly Figure[]> {
  const first: number[] = []
  const later: number[] = []
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'prongsai-bench-'))
    try {
      for (const times of [first, later, later]) {
        let server: ChildProcess | undefined
        times.push(
          await seconds(async () => {
            server = await startServer(dataDir)
          }),
        )
        if (server) await stopServer(server)
      }
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
  return [
    {
      name: 'first-start',
      value: round(median(first)),
      unit: 's',
      target: 3,
      parts: { worst_s: round(Math.max(...first)) },
    },
    {
      name: 'later-start',
      value: round(median(later)),
      unit: 's',
      target: 0.5,
      parts: { worst_s: round(Math.max(...later)) },
    },
  ]
}

/** From the call to the first "ready". */
async function startServer(dataDir: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, START, {
    cwd: projectRoot,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(PORT), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let waited = 0; waited < 60_000; waited += 10) {
    const isReady = await fetch(`${ADDRESS}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return server
    await sleep(10)
  }
  throw new Error('the server did not become ready')
}

function stopServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}

/** Proportional memory of the server, its database and their children, when nothing has happened for a while. */
async function measureMemory(server: ChildProcess, dataDir: string): Promise<Figure> {
  await sleep(45_000)
  const parts: Record<string, number> = {}
  for (const pid of [...family(server.pid ?? 0), ...family(postmasterOf(dataDir))]) {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    parts[name] = round((parts[name] ?? 0) + proportionalMb(pid), 1)
  }
  const total = Object.values(parts).reduce((sum, mb) => sum + mb, 0)
  return { name: 'memory-idle', value: round(total, 1), unit: 'MB', target: 250, parts }
}

const proportionalMb = (pid: number) =>
  Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024

const processes = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [, comm = '', parent = '0'] = /^\d+ \((.*)\) \S (\d+)/.exec(stat) ?? []
        return [{ pid: Number(name), parent: Number(parent), comm }]
      } catch {
        return []
      }
    })

function family(root: number): readonly number[] {
  const all = processes()
  const under = (pid: number): number[] => [
    pid,
    ...all.filter((one) => one.parent === pid).flatMap((one) => under(one.pid)),
  ]
  return under(root)
}

/** The database is detached from the server that started it: its own file names it. */
const postmasterOf = (dataDir: string): number =>
  Number.parseInt(readFileSync(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10)

/** An answer as it is on the wire: `fetch` would decode it. */
function answerOf(address: string): Promise<{ headers: IncomingHttpHeaders; wire: Buffer }> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'Accept-Encoding': 'br' } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const { date, connection, 'keep-alive': keepAlive, ...headers } = answer.headers
        resolve({ headers, wire: Buffer.concat(chunks) })
      })
    }).on('error', reject)
  })
}

/** Pages and a file of 10 MB, each against a bare server that sends the same bytes. */
async function measureRates(file: string): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [name, address] of [
    ['public-page/node-http', '/'],
    ['report-page/node-http', PAGE],
    ['oit-page/node-http', '/oit/2568'],
    ['oit-item/node-http', '/oit/2568/O28'],
    ['public-file/node-http', file],
  ] as const)
    figures.push(await measureRate(name, address))
  return figures
}

/** The lowest ratio of all numbers of connections; each is in the parts. */
async function measureRate(name: string, address: string): Promise<Figure> {
  const { headers, wire } = await answerOf(ADDRESS + address)
  const bare = createServer((_request, response) => {
    response.writeHead(200, headers)
    response.end(wire)
  })
  await new Promise<void>((resolve) => bare.listen(PORT + 1, '127.0.0.1', resolve))
  const parts: Record<string, number> = { bytes: wire.length }
  const ratios: number[] = []
  for (const connections of CONNECTIONS) {
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      ours.push(await rate(ADDRESS + address, connections))
      theirs.push(await rate(`http://127.0.0.1:${PORT + 1}/`, connections))
    }
    parts[`ours_per_s_${connections}`] = round(median(ours), 1)
    parts[`theirs_per_s_${connections}`] = round(median(theirs), 1)
    ratios.push(median(ours) / median(theirs))
    parts[`ratio_${connections}`] = round(ratios.at(-1) ?? 0)
  }
  bare.close()
  bare.closeAllConnections()
  return { name, value: round(Math.min(...ratios)), unit: 'ratio', target: HALF, atLeast: true, parts }
}

/** Requests in a second. */
const rate = (address: string, connections: number) =>
  new Promise<number>((resolve, reject) => {
    const load = spawn(programPath('httpLoad'), [
      '-t1',
      `-c${connections}`,
      `-d${LOAD_SECONDS}s`,
      '-H',
      'Accept-Encoding: br',
      address,
    ])
    let said = ''
    load.stdout.on('data', (chunk) => {
      said += chunk
    })
    load.on('error', reject)
    load.on('exit', () => resolve(Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1] ?? Number.NaN)))
  })

/** What a first visit of a page takes on the wire: the page, its styles, its scripts, and the fonts that its letters need. */
async function measureViews(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [name, address] of [
    ['first-view/home', '/'],
    ['first-view/oit-year', '/oit/2568'],
  ] as const) {
    const parts = await weightOf(address)
    const total = Object.values(parts).reduce((sum, kb) => sum + kb, 0)
    figures.push({ name, value: round(total / 1000, 4), unit: 'MB', target: FIRST_VIEW_KB / 1000, parts })
  }
  return figures
}

async function weightOf(address: string): Promise<Record<string, number>> {
  const page = await answerOf(ADDRESS + address)
  const html = brotliDecompressSync(page.wire).toString()
  const parts = { html_kb: page.wire.length / 1000, css_kb: 0, js_kb: 0, fonts_kb: 0 }
  const linked = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, to]) => to ?? '')
  for (const to of linked(/<link rel="stylesheet" href="([^"]+)"/g))
    parts.css_kb += (await answerOf(ADDRESS + to)).wire.length / 1000
  for (const to of linked(/<script[^>]* src="([^"]+)"/g))
    parts.js_kb += (await answerOf(ADDRESS + to)).wire.length / 1000
  for (const to of await fontsOf(address)) parts.fonts_kb += (await answerOf(ADDRESS + to)).wire.length / 1000
  return Object.fromEntries(Object.entries(parts).map(([part, kb]) => [part, round(kb, 1)]))
}

/** The font files that a real browser fetches for a page: those whose weight and letters are on it. */
async function fontsOf(address: string): Promise<readonly string[]> {
  const browser = await chromium.launch({ executablePath: programPath('browser'), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const fonts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname)
    })
    await page.goto(ADDRESS + address, { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready.then(() => {}))
    return fonts
  } finally {
    await browser.close()
  }
}
