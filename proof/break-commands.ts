import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { joinOwnPostgres } from '../app/platform/db/embedded/own-postgres.server.ts'
import { appliedIn, migrateTo, migrateToLatest } from '../app/platform/db/migrate.server.ts'
import { restoreMark } from '../app/platform/db/restore-mark.server.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { type Chance, chanceOf } from './ground/chance.ts'
import { killAllOn } from './ground/processes.ts'
import { schemaPrint } from './ground/schema-print.ts'
import { foundSite, type Site } from './ground/site.ts'
import { peopleAtWork } from './people/at-work.ts'
import { checkKept, countUnaudited } from './people/check-kept.ts'
import { acknowledgedIn, faultsOf, type Ledger, newLedger } from './people/ledger.ts'
import { resumeUploads } from './people/sending-files.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const ROUNDS = 15
const LONGEST_WAIT_MS = 120_000
/** Most of the time between two steps of the schema. */
const STEP_MS = 60

export const killCommands: Proof = {
  name: 'kill-commands',
  about:
    'Migrations, backups and restores are killed (kill -9) in their midst, and their database with them every second time: a schema is never between two steps, a backup never by half, what is half restored is not opened, and the same command again ends the work.',
  needs: 'Linux; for --database server the Debian package postgresql',
  run: async (options) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pc-'))
    const site = await foundSite({ kind: options.database, folder })
    try {
      return await killInTurn(site, options)
    } finally {
      await site.end()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Turn = Readonly<{ number: number; takesDatabase: boolean; chance: Chance }>
type Tally = { midst: Record<'migrations' | 'backups' | 'restores', number>; faults: string[] }

async function killInTurn(site: Site, options: ProofOptions): Promise<Found> {
  const rounds = options.rounds ?? ROUNDS
  const chance = chanceOf(options.seed)
  const tally: Tally = { midst: { migrations: 0, backups: 0, restores: 0 }, faults: [] }
  const turns = Array.from({ length: rounds }, (_, number) => ({
    number,
    takesDatabase: number % 2 === 1,
    chance,
  }))
  const ledger = newLedger()
  await site.start()
  const unaudited = await countUnaudited(site)
  const steps = await stepsOf(site)
  for (const turn of turns) {
    await killBackup(site, { turn, tally, ledger })
    const { lost, damaged } = await checkKept(site, ledger, unaudited)
    tally.faults.push(...lost, ...damaged)
    options.log(
      `backup ${turn.number + 1} of ${rounds}: ${acknowledgedIn(ledger)} acknowledged, ${tally.faults.length} faults`,
    )
  }
  await site.stop()
  const wanted = (await site.command(['verify', '--json'])).out
  for (const turn of turns) {
    await killRestore(site, { turn, tally, wanted })
    options.log(`restore ${turn.number + 1} of ${rounds}: ${tally.faults.length} faults`)
  }
  for (const turn of turns) {
    await killMigration(site, { turn, tally, steps })
    options.log(`migration ${turn.number + 1} of ${rounds}: ${tally.faults.length} faults`)
  }
  return {
    figures: {
      rounds,
      acknowledged: acknowledgedIn(ledger),
      'migrations killed in their midst': tally.midst.migrations,
      'backups killed in their midst': tally.midst.backups,
      'restores killed in their midst': tally.midst.restores,
      'steps of the schema': steps.prints.length - 1,
      answers: JSON.stringify(Object.fromEntries([...ledger.answers].sort())),
    },
    faults: [...new Set(tally.faults), ...faultsOf(ledger), ...bluntOf(tally, rounds)],
  }
}

/** A proof that killed nothing in its midst has proved nothing. */
const bluntOf = ({ midst }: Tally, rounds: number): readonly string[] =>
  Object.entries(midst)
    .filter(([, times]) => times * 3 < rounds)
    .map(([what, times]) => `only ${times} of ${rounds} ${what} were killed in their midst`)

/** Kills a command after so many milliseconds; null when it ended before. */
async function killedAfter(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  moment: Promise<unknown>,
): Promise<'killed' | 'ended'> {
  const child = spawn(process.execPath, [path.join(projectRoot, 'cli', 'main.ts'), ...args], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  const ended = new Promise<'ended'>((resolve) => child.once('exit', () => resolve('ended')))
  const first = await Promise.race([moment.then(() => 'killed' as const), ended])
  if (first === 'ended') return 'ended'
  child.kill('SIGKILL')
  await ended
  return 'killed'
}

/** Runs the command again to its end; a fault unless it ends with 0. */
async function mustEnd(
  site: Site,
  { args, env, tally }: Readonly<{ args: readonly string[]; env?: Record<string, string>; tally: Tally }>,
): Promise<string> {
  const { status, out, err } = await site.command(args, env)
  if (status !== 0) tally.faults.push(`${args[0]} after a kill ends with ${status}: ${err.slice(0, 500)}`)
  return out
}

async function killBackup(
  site: Site,
  { turn, tally, ledger }: Readonly<{ turn: Turn; tally: Tally; ledger: Ledger }>,
): Promise<void> {
  if (!site.isRunning()) await site.start()
  const file = backupOf(site, turn.number)
  const working = peopleAtWork(site, ledger)
  await working.underWay()
  const begun = until(() => existsSync(`${file}.partial`)).then(() => sleep(turn.chance.between(0, 1_500)))
  await killedAfter(['backup', '--out', file], site.env, begun)
  if (turn.takesDatabase) {
    await site.killProgram()
    await site.killDatabase()
  }
  await working.stop()
  if (existsSync(`${file}.partial`)) tally.midst.backups += 1
  if (existsSync(file) && existsSync(`${file}.partial`)) tally.faults.push('a backup is there twice')
  if (turn.takesDatabase) {
    await site.server?.start()
    await site.start()
  }
  await resumeUploads(site, ledger)
  if (existsSync(file)) rmSync(file)
  await mustEnd(site, { args: ['backup', '--out', file, '--json'], tally })
  const verified = await site.command(['verify', file, '--json'])
  if (verified.status !== 0) tally.faults.push(`a backup does not verify: ${verified.err.slice(0, 500)}`)
}

const backupOf = ({ folder }: Site, number: number) => path.join(folder, `backup-${number}.prongsai`)

async function killRestore(
  site: Site,
  { turn, tally, wanted }: Readonly<{ turn: Turn; tally: Tally; wanted: string }>,
): Promise<void> {
  // The last of all: nobody worked after it.
  const file = path.join(site.folder, 'whole.prongsai')
  if (!existsSync(file)) await mustEnd(site, { args: ['backup', '--out', file], tally })
  const env = await emptyPlace(site, `r${turn.number}`)
  const args = ['restore', file]
  const begun = until(() => existsSync(restoreMark(env.DATA_DIR))).then(() =>
    sleep(turn.chance.between(0, 2_500)),
  )
  await killedAfter(args, env, begun)
  if (turn.takesDatabase) await killDatabaseOf(site, env.DATA_DIR)
  if (existsSync(restoreMark(env.DATA_DIR))) {
    tally.midst.restores += 1
    const opened = await site.command(['verify', '--json'], env)
    if (opened.status === 0) tally.faults.push('what is half restored was opened')
    await mustEnd(site, { args, env, tally })
  }
  const there = (await site.command(['verify', '--json'], env)).out
  if (there !== wanted) tally.faults.push(`what was restored is not what was there: ${there.slice(0, 500)}`)
  rmSync(env.DATA_DIR, { recursive: true, force: true })
}

type Steps = Readonly<{
  /** What the newest schema was made by. */
  applied: Awaited<ReturnType<typeof appliedIn>>
  /** Of the schema after so many steps. */
  prints: readonly string[]
}>

/** Applies one step after the other to an empty database. */
async function stepsOf(site: Site): Promise<Steps> {
  const applied = await site.query<Steps['applied'][number]>('select * from schema_migration order by number')
  return inDatabaseOf(await emptyPlace(site, 'steps'), async (pool) => {
    const prints = ['']
    for (const [index] of applied.entries()) {
      await migrateTo(pool, applied.slice(0, index + 1))
      prints.push(await schemaPrint(pool))
    }
    return { applied, prints }
  })
}

async function killMigration(
  site: Site,
  { turn, tally, steps }: Readonly<{ turn: Turn; tally: Tally; steps: Steps }>,
): Promise<void> {
  const env = await emptyPlace(site, `m${turn.number}`)
  const first = Math.floor(turn.chance.between(1, steps.applied.length))
  await inDatabaseOf(env, (pool) => migrateTo(pool, steps.applied.slice(0, first)))
  const further = inDatabaseOf(env, async (pool) => {
    await until(async () => (await appliedIn(pool)).length > first, 5)
    await sleep(turn.chance.between(0, STEP_MS))
  })
  await killedAfter(['migrate'], env, further)
  await further
  if (turn.takesDatabase) await killDatabaseOf(site, env.DATA_DIR)
  const [step, print] = await inDatabaseOf(env, async (pool) => [
    (await appliedIn(pool)).length,
    await schemaPrint(pool),
  ])
  if (step < steps.applied.length) tally.midst.migrations += 1
  if (print !== steps.prints[step])
    tally.faults.push(`after a kill the schema is not the one of step ${step}`)
  await mustEnd(site, { args: ['migrate'], env, tally })
  const last = await inDatabaseOf(env, async (pool) => {
    await migrateToLatest(pool)
    return schemaPrint(pool)
  })
  if (last !== steps.prints.at(-1)) tally.faults.push('a migration that was killed ends with another schema')
  await killAllOn(env.DATA_DIR)
  rmSync(env.DATA_DIR, { recursive: true, force: true })
}

type Place = Readonly<{ DATA_DIR: string; DATABASE_URL: string }>

/** An empty directory, with an empty database beside that of the site where it is on a server. */
async function emptyPlace(site: Site, name: string): Promise<Place> {
  const dataDir = path.join(site.folder, name)
  mkdirSync(dataDir)
  if (!site.server) return { DATA_DIR: dataDir, DATABASE_URL: '' }
  const url = new URL(site.server.url)
  await site.query(`create database ${name} owner ${url.username}`)
  url.pathname = `/${name}`
  return { DATA_DIR: dataDir, DATABASE_URL: url.href }
}

/** Asks the database of a place as whoever brings its schema up to date. */
async function inDatabaseOf<Result>(place: Place, work: (pool: pg.Pool) => Promise<Result>): Promise<Result> {
  const own = place.DATABASE_URL === '' ? await joinOwnPostgres(place.DATA_DIR) : null
  const pool = new pg.Pool(own ? own.address : { connectionString: place.DATABASE_URL })
  pool.on('error', () => {})
  try {
    return await work(pool)
  } finally {
    await pool.end()
    await own?.leave()
  }
}

/** Kills the PostgreSQL that a place works on, and starts it again where that is not the program's to do. */
async function killDatabaseOf(site: Site, dataDir: string): Promise<void> {
  if (!site.server) return killAllOn(dataDir)
  await site.server.kill()
  await site.server.start()
}

async function until(holds: () => boolean | Promise<boolean>, everyMs = 2): Promise<void> {
  for (const began = performance.now(); performance.now() - began < LONGEST_WAIT_MS; await sleep(everyMs))
    if (await holds()) return
}
