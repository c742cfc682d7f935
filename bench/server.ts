import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, get, type IncomingHttpHeaders } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../app/platform/project-root.server.ts'
import packageJson from '../package.json' with { type: 'json' }
import { ensureBuilt } from '../scripts/ensure-built.ts'
import { programPath } from '../scripts/system-programs.ts'
import { type Figure, median, round, seconds } from './measure.ts'

const PORT = 4130
const ROUNDS = 3
/** As `npm start` has it. */
const START = packageJson.scripts.start.split(' ').slice(1)
const ADDRESS = `http://127.0.0.1:${PORT}`
const PAGE = '/reports/2567'

/** First start, later start, memory at rest, and the report's page against a bare server that sends the same bytes. */
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
    const server = await startServer(dataDir)
    try {
      await fetch(`${ADDRESS}${PAGE}`)
      const memory = await measureMemory(server, dataDir)
      const page = await measurePage()
      return [...starts, memory, page]
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

async function measurePage(): Promise<Figure> {
  const wrk = programPath('httpLoad')
  const { headers, wire } = await answerOf(`${ADDRESS}${PAGE}`)
  const bare = createServer((_request, response) => {
    response.writeHead(200, headers)
    response.end(wire)
  })
  await new Promise<void>((resolve) => bare.listen(PORT + 1, '127.0.0.1', resolve))
  const rate = (address: string) =>
    new Promise<number>((resolve, reject) => {
      const load = spawn(wrk, ['-t1', '-c20', '-d4s', '-H', 'Accept-Encoding: br', address])
      let said = ''
      load.stdout.on('data', (chunk) => {
        said += chunk
      })
      load.on('error', reject)
      load.on('exit', () => resolve(Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1] ?? Number.NaN)))
    })
  const ours: number[] = []
  const theirs: number[] = []
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    ours.push(await rate(`${ADDRESS}${PAGE}`))
    theirs.push(await rate(`http://127.0.0.1:${PORT + 1}/`))
  }
  bare.close()
  return {
    name: 'public-page/node-http',
    value: round(median(ours) / median(theirs)),
    unit: 'ratio',
    target: 0.4,
    atLeast: true,
    parts: {
      ours_per_s: Math.round(median(ours)),
      theirs_per_s: Math.round(median(theirs)),
      bytes: wire.length,
    },
  }
}
