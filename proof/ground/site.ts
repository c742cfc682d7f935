import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { ownPaths } from '../../app/platform/db/embedded/own-paths.server.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { type Answer, type Asking, askOrNot } from '../../tests/support/asking.ts'
import { serverOf } from '../../tests/support/database-processes.ts'
import { inChannelOf, openTheChannel } from '../../tests/support/sealed-program.ts'
import { type SeededAgency, seedTwoAgencies } from '../../tests/support/two-agencies.ts'
import { type DebianServer, debianServer } from './debian-server.ts'
import { killAllOn, leftAfter, processesOn } from './processes.ts'
import { type Env, type RunningProgram, runProgram, settingsOf } from './program.ts'
import { type Done, runCommand } from './run-file.ts'

type Reader = Awaited<ReturnType<typeof openTheChannel>>[number]
type Question = Omit<Asking, 'port' | 'host' | 'longestMs' | 'agent'>

/** An installation in one folder, with its database, that can be started, asked and broken. */
export type Site = Readonly<{
  kind: 'own' | 'server'
  folder: string
  dataDir: string
  env: Env
  agency: SeededAgency
  /** Who may read the reports of the protected channel. */
  reader: Reader
  /** `npm start`; gives the milliseconds until it is ready. Throws with what it said when it ended instead. */
  start: (more?: Env) => Promise<number>
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
  /** As a browser would. `silent`: there was no answer within a minute. */
  ask: (question: Question) => Promise<Answer | 'broken' | 'silent'>
  /** What the database holds, read past the program and above its walls. */
  query: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>
  /** The `prongsai` command in the same environment. */
  command: (args: readonly string[], more?: Env) => Promise<Done>
  /** Ends everything that works on the folder. */
  end: () => Promise<void>
}>

type Founding = Readonly<{
  kind: 'own' | 'server'
  /** Empty, and short: the socket of the database lies in it. */
  folder: string
  env?: Env
  serverEnv?: Env
}>

/** Nobody waits longer in front of a browser; what takes this long counts as no answer. */
const LONGEST_ANSWER_MS = 60_000

/** Founds two agencies there, one with an administrator who is signed in and a protected channel that is open. */
export async function foundSite({ kind, folder, env: given = {}, serverEnv }: Founding): Promise<Site> {
  await ensureBuilt()
  const dataDir = path.join(folder, 'data')
  mkdirSync(dataDir, { recursive: true })
  // The user that the database runs as passes through here.
  chmodSync(folder, 0o755)
  const server = kind === 'server' ? debianServer(path.join(folder, 'pg'), serverEnv) : null
  await server?.start()
  const env = { ...settingsOf(dataDir, server?.url ?? ''), ...given }
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
    ...running({ folder, dataDir, env, agency, server }),
  }
}

/** The public file of which the row is seeded. */
function keepSeededFile(dataDir: string, agencyId: string, sha256: string, content: string): void {
  const place = path.join(dataDir, 'files', agencyId, sha256.slice(0, 2))
  mkdirSync(place, { recursive: true })
  writeFileSync(path.join(place, sha256), content)
}

type Founded = Readonly<{
  folder: string
  dataDir: string
  env: Env
  agency: SeededAgency
  server: DebianServer | null
}>

function running({ folder, dataDir, env, agency, server }: Founded) {
  let program: RunningProgram | null = null
  const postmaster = () => (server ? server.pid() : serverOf(dataDir))
  const start = async (more: Env = {}) => {
    const began = performance.now()
    program = await runProgram({ ...env, ...more })
    return performance.now() - began
  }
  const killProgram = async () => program?.kill()
  const killDatabase = async () => {
    if (server) await server.kill()
    else {
      const pid = serverOf(dataDir)
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
    isRunning: () => program?.isAlive() ?? false,
    said: () => program?.said() ?? '',
    ask: (question: Question) =>
      askOrNot({
        port: program?.port ?? 0,
        host: agency.host,
        longestMs: LONGEST_ANSWER_MS,
        ...question,
      }),
    stop: async () => program?.stop() ?? true,
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
      const place = server
        ? { ...server.superuser, database: 'prongsai' }
        : ownSuperuser(ownPaths(dataDir).cluster)
      const client = new pg.Client({ ...place, connectionTimeoutMillis: 20_000 })
      client.on('error', () => {})
      await client.connect()
      try {
        return (await client.query<Row>(sql, [...values])).rows
      } finally {
        await client.end()
      }
    },
    command: (args: readonly string[], more: Env = {}) => runCommand(args, { ...env, ...more }),
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
