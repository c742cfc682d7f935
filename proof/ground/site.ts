import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ownPaths } from '../../app/platform/db/embedded/own-paths.server.ts'
import { runningServer } from '../../app/platform/db/embedded/postmaster.server.ts'
import { projectRoot } from '../../app/platform/project-root.server.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { type Program, startProgram } from '../../tests/journeys/support/program.ts'
import { inChannelOf, openTheChannel } from '../../tests/support/sealed-program.ts'
import { type SeededAgency, seedTwoAgencies } from '../../tests/support/two-agencies.ts'
import { type Answer, type Asking, ask } from './asking.ts'
import { type DebianServer, debianServer } from './debian-server.ts'
import { killAllOn, leftAfter, processesOn } from './processes.ts'

type Reader = Awaited<ReturnType<typeof openTheChannel>>[number]
type Said = Readonly<{ status: number | null; out: string; err: string }>

/** An installation in one folder, with its database, that can be started, asked and broken. */
export type Site = Readonly<{
  kind: 'own' | 'server'
  folder: string
  dataDir: string
  env: Readonly<Record<string, string>>
  agency: SeededAgency
  /** Who may read the reports of the protected channel. */
  reader: Reader
  /** `npm start`; gives the milliseconds until it is ready. Throws with what it said when it ended instead. */
  start: (more?: Readonly<Record<string, string>>) => Promise<number>
  /** As somebody stops it; gives false when it had to be killed after half a minute. */
  stop: () => Promise<boolean>
  killProgram: () => Promise<void>
  /** Number of the postmaster; null while none runs. */
  postmaster: () => number | null
  killDatabase: () => Promise<void>
  /** Null for the program's own, which is the program's to start. */
  server: DebianServer | null
  isRunning: () => boolean
  /** What it wrote on standard error since it was started last. */
  said: () => string
  ask: (asking: Omit<Asking, 'port' | 'host'>) => Promise<Answer | 'broken' | 'silent'>
  /** What the database holds, read past the program and above its walls. */
  query: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>
  /** The `prongsai` command in the same environment. */
  command: (args: readonly string[], more?: Readonly<Record<string, string>>) => Promise<Said>
  /** Ends everything that works on the folder. */
  end: () => Promise<void>
}>

type Founding = Readonly<{
  kind: 'own' | 'server'
  /** Empty, and short: the socket of the database lies in it. */
  folder: string
  env?: Readonly<Record<string, string>>
  serverEnv?: Readonly<Record<string, string>>
}>

const LONGEST_STOP_MS = 30_000

/** Founds two agencies there, one with an administrator who is signed in and a protected channel that is open. */
export async function foundSite({ kind, folder, env: given = {}, serverEnv }: Founding): Promise<Site> {
  await ensureBuilt()
  const dataDir = path.join(folder, 'data')
  mkdirSync(dataDir, { recursive: true })
  // The user that the database runs as passes through here.
  chmodSync(folder, 0o755)
  const server = kind === 'server' ? debianServer(path.join(folder, 'pg'), serverEnv) : null
  await server?.start()
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: server?.url ?? '',
    PORT: '0',
    AGENCY_CODE: 'one',
    ORIGIN: 'https://example.go.th',
    TRUST_PROXY: '1',
    ...given,
  }
  const agencies = await seedTwoAgencies(env)
  const [agency] = agencies
  for (const { id, host, ids } of agencies) keepSeededFile(dataDir, id, ids.sha256, host.split('.')[0] ?? '')
  const readers = await inChannelOf(env, { id: agency.id, code: 'one' }, (ctx) =>
    openTheChannel(ctx, ['recipient', 'recipient']),
  )
  return {
    kind,
    folder,
    dataDir,
    env,
    agency,
    reader: readers[0] as Reader,
    server,
    ...running(folder, env, agency, server),
  }
}

/** The public file of which the row is seeded. */
function keepSeededFile(dataDir: string, agencyId: string, sha256: string, content: string): void {
  const place = path.join(dataDir, 'files', agencyId, sha256.slice(0, 2))
  mkdirSync(place, { recursive: true })
  writeFileSync(path.join(place, sha256), content)
}

function running(
  folder: string,
  env: Readonly<Record<string, string>>,
  agency: SeededAgency,
  server: DebianServer | null,
) {
  let program: Program | null = null
  let port = 0
  let said = ''
  const paths = ownPaths(env.DATA_DIR ?? '')
  const postmaster = () => (server ? server.pid() : runningServer(paths))
  const start = async (more: Readonly<Record<string, string>> = {}) => {
    const began = performance.now()
    program = startProgram({ ...env, ...more })
    said = ''
    program.child.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-100_000)
    })
    const started = await Promise.race([program.ready, program.ended])
    if (!('address' in started)) throw new Error(`the program did not start: ${started.said}`)
    port = Number(new URL(started.address).port)
    return performance.now() - began
  }
  const killProgram = async () => {
    program?.child.kill('SIGKILL')
    await program?.ended
  }
  const killDatabase = async () => {
    if (server) await server.kill()
    else {
      const pid = runningServer(paths)
      if (pid !== null) process.kill(pid, 'SIGKILL')
    }
    // Its workers end when they notice, which takes a moment.
    await leftAfter(folder, 5_000, ({ command }) => !command.includes('postgres') || command.includes('node'))
  }
  return {
    start,
    killProgram,
    killDatabase,
    postmaster,
    isRunning: () => program !== null && program.child.exitCode === null && program.child.signalCode === null,
    said: () => said,
    ask: (asking: Omit<Asking, 'port' | 'host'>) => ask({ port, host: agency.host, ...asking }),
    stop: async () => {
      if (!program) return true
      program.child.kill('SIGTERM')
      const isGentle = await Promise.race([
        program.ended.then(() => true),
        sleep(LONGEST_STOP_MS, false, { ref: false }),
      ])
      if (!isGentle) await killProgram()
      return isGentle
    },
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
      const place = server ? { ...server.superuser, database: 'prongsai' } : ownSuperuser(paths.cluster)
      const client = new pg.Client({ ...place, connectionTimeoutMillis: 20_000 })
      client.on('error', () => {})
      await client.connect()
      try {
        return (await client.query<Row>(sql, [...values])).rows
      } finally {
        await client.end()
      }
    },
    command: (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
      runCommand(args, { ...env, ...more }),
    end: async () => {
      await killProgram()
      await server?.stop('fast')
      if (processesOn(folder).length > 0) await killAllOn(folder)
    },
  }
}

const ownSuperuser = (cluster: string) => ({
  host: cluster,
  port: 5432,
  user: 'postgres',
  database: 'prongsai',
})

function runCommand(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Said> {
  const child = spawn(process.execPath, [path.join(projectRoot, 'cli', 'main.ts'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, out, err })))
}
