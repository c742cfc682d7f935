import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { RoleName } from '../../app/kernel/actor.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { removeDirectory } from '../../tests/support/database-processes.ts'
import { loginsOf, startDatabaseServer, urlOf } from '../../tests/support/database-server.ts'
import { type SignedInPerson, signInAll } from '../../tests/support/signed-in-people.ts'
import type { ProofOptions } from '../proof.ts'
import { hangUp } from './browser.ts'
import { type Env, type RunningProgram, runProgram, settingsOf } from './program.ts'
import { type Done, runCommand, runFile } from './run-file.ts'

/** An agency of the site, the host name under which it answers, and somebody signed in for each role. */
export type SiteAgency = Readonly<{
  code: string
  host: string
  agencyId: string
  people: ReadonlyMap<RoleName, SignedInPerson>
}>

/** A program that runs, the demo's data in it: two agencies, one with a published report, one with results. */
export type DemoSite = Readonly<{
  env: Env
  port: number
  dataDir: string
  agencies: readonly [SiteAgency, SiteAgency]
  program: RunningProgram
  /** Runs the `prongsai` command on the same data. */
  command: (args: readonly string[]) => Promise<Done>
  /** Ends the program and its database, and removes everything. */
  close: () => Promise<void>
}>

const EXAMPLE = path.join('examples', 'dga-2567', 'report-2567.txt')
const IMAGINED = path.join('examples', 'imagined-agency', 'roster.csv')
const DEMO = ['year', 'meetings', 'site', 'disclosure', 'desk', 'protected']
/** As `npm start` has it, with an inspector at a port that is free. */
const NODE_OPTIONS = ['--max-semi-space-size=4', '--inspect=127.0.0.1:0']

/**
 * Fills a new directory with the data of the demo and starts the program on it. `more` are further settings. PROOF_DATA names a
 * folder that is filled so once and copied for every later run, which is faster.
 */
async function openDemoSite(
  { database, log }: Pick<ProofOptions, 'database' | 'log'>,
  more: Env = {},
): Promise<DemoSite> {
  await ensureBuilt()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-proof-'))
  const [dataDir, temporary] = [path.join(folder, 'data'), path.join(folder, 'tmp')]
  mkdirSync(temporary)
  // The database runs as somebody else, who must come through.
  chmodSync(folder, 0o711)
  const server = database === 'server' ? await startDatabaseServer() : null
  const env: Env = {
    ...settingsOf(dataDir, server ? await ownDatabaseOn(server.url) : ''),
    TMPDIR: temporary,
    HOST: '127.0.0.1',
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
    const program = await runProgram(env, NODE_OPTIONS)
    return {
      env,
      port: program.port,
      dataDir,
      agencies,
      program,
      command: (args) => runCommand(args, env),
      close: async () => {
        const isGentle = await program.stop()
        await remove()
        if (!isGentle) throw new Error('the program did not end within half a minute of SIGTERM')
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
    const { status, err } = await runFile(args, settings)
    if (status !== 0) throw new Error(`${args.join(' ')}: ${err}`)
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

/** Does a proof on a site of its own, and takes the site away again whatever becomes of it. */
export async function onDemoSite<T>(
  options: Pick<ProofOptions, 'database' | 'log'>,
  more: Env,
  work: (site: DemoSite) => Promise<T>,
): Promise<T> {
  const site = await openDemoSite(options, more)
  try {
    return await work(site)
  } finally {
    hangUp()
    await site.close()
  }
}
