import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { RoleName } from '../../app/kernel/actor.ts'
import { projectRoot } from '../../app/platform/project-root.server.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { removeDirectory } from '../../tests/support/database-processes.ts'
import { loginsOf, startDatabaseServer, urlOf } from '../../tests/support/database-server.ts'
import { type SignedInPerson, signInAll } from '../../tests/support/signed-in-people.ts'
import type { ProofOptions } from '../proof.ts'
import { hangUp } from './ask.ts'

export type Env = Readonly<Record<string, string>>

/** An agency of the site, the host name under which it answers, and somebody signed in for each role. */
export type SiteAgency = Readonly<{
  code: string
  host: string
  agencyId: string
  people: ReadonlyMap<RoleName, SignedInPerson>
}>

/** A program that runs, the demo's data in it: two agencies, one with a published report, one with results. */
export type ProofSite = Readonly<{
  env: Env
  port: number
  dataDir: string
  agencies: readonly [SiteAgency, SiteAgency]
  program: RunningProgram
  /** Runs the `prongsai` command on the same data. */
  command: (...args: readonly string[]) => Promise<Done>
  /** Ends the program and its database, and removes everything. */
  close: () => Promise<void>
}>

export type RunningProgram = Readonly<{
  pid: number
  /** Where the inspector of the process listens. */
  inspector: string
  isAlive: () => boolean
  /** What it has said so far: lines of the log, and what Node says. */
  said: () => string
  stop: () => Promise<void>
}>

export type Done = Readonly<{ status: number | null; stdout: string; stderr: string }>

const EXAMPLE = path.join('examples', 'dga-2567', 'report-2567.txt')
const IMAGINED = path.join('examples', 'imagined-agency', 'roster.csv')
const DEMO = ['year', 'meetings', 'site', 'disclosure', 'desk', 'protected']

/**
 * Fills a new directory with the data of the demo and starts the program on it. `more` are further settings. PROOF_DATA names a
 * folder that is filled so once and copied for every later run, which is faster.
 */
async function openProofSite(
  { database, log }: Pick<ProofOptions, 'database' | 'log'>,
  more: Env = {},
): Promise<ProofSite> {
  await ensureBuilt()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-proof-'))
  const [dataDir, temporary] = [path.join(folder, 'data'), path.join(folder, 'tmp')]
  mkdirSync(temporary)
  // The database runs as somebody else, who must come through.
  chmodSync(folder, 0o711)
  const server = database === 'server' ? await startDatabaseServer() : null
  const port = await freePort()
  const env: Env = {
    DATA_DIR: dataDir,
    DATABASE_URL: server ? await ownDatabaseOn(server.url) : '',
    TMPDIR: temporary,
    PORT: String(port),
    HOST: '127.0.0.1',
    AGENCY_CODE: 'one',
    ORIGIN: 'https://example.go.th',
    // Requests come as from many networks: whoever counts tries of one counts those of one.
    TRUST_PROXY: '1',
    ...more,
  }
  const remove = async () => {
    await removeDirectory(dataDir)
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const kept = database === 'own' ? process.env.PROOF_DATA : undefined
    log(kept === undefined ? 'filling a database with the demo' : `copying ${kept}`)
    if (kept === undefined) await fill(env)
    // With its owners: the database belongs to somebody without rights.
    else {
      if (!existsSync(kept)) await fill({ ...env, DATA_DIR: kept })
      execFileSync('cp', ['-a', kept, dataDir])
    }
    const agencies = [
      await agencyOf(env, 'one', 'one.example.go.th'),
      await agencyOf(env, 'two', 'two.example.go.th'),
    ] as const
    const program = await startProgram(env)
    return {
      env,
      port,
      dataDir,
      agencies,
      program,
      command: (...args) => runFile(env, ['cli/main.ts', ...args]),
      close: async () => {
        await program.stop()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** A database on a server as an administrator makes it: of the login that the program has. */
async function ownDatabaseOn(url: string): Promise<string> {
  const { login, superuser } = loginsOf(url)
  const client = new pg.Client(superuser)
  await client.connect()
  await client.query(`create database prongsai owner ${login.user}`)
  await client.end()
  return urlOf({ ...login, database: 'prongsai' })
}

/** What `npm run demo` fills, for the agencies `one` and `two`. */
async function fill(env: Env): Promise<void> {
  const run = async (settings: Env, ...args: readonly string[]) => {
    const { status, stderr } = await runFile(settings, args)
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  }
  await run(env, 'cli/main.ts', 'import', EXAMPLE, '--json')
  await run(env, 'scripts/demo-people.ts')
  for (const part of DEMO) await run(env, `scripts/demo-${part}.ts`)
  const imagined = { ...env, AGENCY_CODE: 'two' }
  await run(imagined, 'scripts/demo-imagined.ts')
  await run(imagined, 'scripts/demo-people.ts', IMAGINED)
}

async function agencyOf(env: Env, code: string, host: string): Promise<SiteAgency> {
  const { agencyId, people } = await signInAll(env, { agencyCode: code, host })
  return { code, host, agencyId, people: new Map(people.map((person) => [person.role, person])) }
}

/** Runs a file of the project until it ends. */
function runFile(env: Env, args: readonly string[], input?: Buffer): Promise<Done> {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, stdout, stderr }))
  })
}

/** As `npm start` does it, with an inspector at a port that is free. */
async function startProgram(env: Env): Promise<RunningProgram> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--max-semi-space-size=4', '--inspect=127.0.0.1:0', path.join('scripts', 'start.mjs')],
    { cwd: projectRoot, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  let hasEnded = false
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      hasEnded = true
      resolve()
    }),
  )
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      if (/ready\s+http/.test(said)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    void ended.then(() => reject(new Error(`the program did not start: ${said}`)))
  })
  return {
    pid: child.pid ?? 0,
    inspector: /ws:\/\/\S+/.exec(said)?.[0] ?? '',
    isAlive: () => !hasEnded,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Does a proof on a site of its own, and takes the site away again whatever becomes of it. */
export async function onProofSite<T>(
  options: Pick<ProofOptions, 'database' | 'log'>,
  more: Env,
  work: (site: ProofSite) => Promise<T>,
): Promise<T> {
  const site = await openProofSite(options, more)
  try {
    return await work(site)
  } finally {
    hangUp()
    await site.close()
  }
}
