import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { joinOwnPostgres } from '../app/platform/db/embedded/own-postgres.server.ts'
import { appliedIn, migrateTo } from '../app/platform/db/migrate.server.ts'
import { restoreMark } from '../app/platform/db/restore-mark.server.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { type LoopDisk, makeLoopDisk } from './ground/loop-disk.ts'
import { killAllOn } from './ground/processes.ts'
import { type Random, randomOf } from './ground/random.ts'
import { schemaPrint } from './ground/schema-print.ts'
import { foundSite, type Site } from './ground/site.ts'
import { peopleAtWork } from './people/at-work.ts'
import { checkKept, countUnaudited } from './people/check-kept.ts'
import { acknowledgedIn, faultsOf, type Ledger, newLedger } from './people/ledger.ts'
import { resumeUploads } from './people/sending-files.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const ROUNDS = 15
const DISK_MB = 6_000
const LONGEST_WAIT_MS = 120_000
/** Most of the time between two steps of the schema. */
const STEP_MS = 60

const HOLDS =
  'a schema is never between two steps, a backup never by half, what is half restored is not opened, and the same command again ends the work.'

export const killCommands: Proof = {
  name: 'kill-commands',
  about: `Migrations, backups and restores are killed (kill -9) in their midst, and their database with them every second time: ${HOLDS}`,
  needs: 'Linux; for --database server the Debian package postgresql',
  run: async (options) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pc-'))
    try {
      return await onSite(folder, options, null)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

export const cutCommands: Proof = {
  name: 'cut-commands',
  about: `The power of the disk is cut in the midst of migrations, backups and restores: what had ended is whole, ${HOLDS}`,
  needs: 'Linux, root, loop devices, ext4; for --database server the Debian package postgresql',
  run: async (options) => {
    const disk = makeLoopDisk(DISK_MB)
    try {
      return await onSite(disk.folder, options, disk)
    } finally {
      await disk.remove()
    }
  },
}

async function onSite(folder: string, options: ProofOptions, disk: LoopDisk | null): Promise<Found> {
  const site = await foundSite({ kind: options.database, folder })
  // What the proof itself laid there; what the program makes is the program's to make durable.
  if (disk) execFileSync('sync', ['-f', folder])
  try {
    return await breakInTurn(site, options, disk)
  } finally {
    await site.end()
  }
}

/** `disk`: of which the power is cut; null where processes are killed. */
type Turn = Readonly<{ number: number; disk: LoopDisk | null; takesDatabase: boolean; random: Random }>
type Tally = { midst: Record<'migrations' | 'backups' | 'restores', number>; faults: string[] }

async function breakInTurn(site: Site, options: ProofOptions, disk: LoopDisk | null): Promise<Found> {
  const rounds = options.rounds ?? ROUNDS
  const random = randomOf(options.seed)
  const tally: Tally = { midst: { migrations: 0, backups: 0, restores: 0 }, faults: [] }
  const turns = Array.from({ length: rounds }, (_, number) => ({
    number,
    disk,
    takesDatabase: disk !== null || number % 2 === 1,
    random,
  }))
  const ledger = newLedger()
  await site.start()
  const unaudited = await countUnaudited(site)
  const steps = await stepsOf(site)
  for (const turn of turns) {
    await breakBackup(site, { turn, tally, ledger })
    const { lost, damaged } = await checkKept(site, ledger, unaudited)
    tally.faults.push(...lost, ...damaged)
    options.log(
      `backup ${turn.number + 1} of ${rounds}: ${acknowledgedIn(ledger)} acknowledged, ${tally.faults.length} faults`,
    )
  }
  if (!(await site.stop())) tally.faults.push('the program did not end by itself')
  const { status, out: wanted } = await site.command(['verify', '--json'])
  if (status !== 0) tally.faults.push(`verify ends with ${status} before anything is restored`)
  for (const turn of turns) {
    await breakRestore(site, { turn, tally, wanted })
    options.log(`restore ${turn.number + 1} of ${rounds}: ${tally.faults.length} faults`)
  }
  for (const turn of turns) {
    await breakMigration(site, { turn, tally, steps })
    options.log(`migration ${turn.number + 1} of ${rounds}: ${tally.faults.length} faults`)
  }
  return {
    figures: {
      rounds,
      acknowledged: acknowledgedIn(ledger),
      'migrations broken off in their midst': tally.midst.migrations,
      'backups broken off in their midst': tally.midst.backups,
      'restores broken off in their midst': tally.midst.restores,
      'steps of the schema': steps.prints.length - 1,
      answers: JSON.stringify(Object.fromEntries([...ledger.answers].sort())),
    },
    faults: [...new Set(tally.faults), ...faultsOf(ledger), ...bluntOf(tally, rounds)],
  }
}

/** A proof that broke off nothing in its midst has proved nothing. */
const bluntOf = ({ midst }: Tally, rounds: number): readonly string[] =>
  Object.entries(midst)
    .filter(([, times]) => times * 3 < rounds)
    .map(([what, times]) => `only ${times} of ${rounds} ${what} were broken off in their midst`)

type Blow = Readonly<{
  env: Readonly<Record<string, string>>
  moment: Promise<unknown>
  /** What else is struck in the same moment. */
  strike: () => Promise<void> | void
}>

/** Breaks a command off at a moment. 'ended' when it had done so with 0 before the blow, which falls all the same. */
async function brokenOff(
  args: readonly string[],
  { env, moment, strike }: Blow,
): Promise<'broken-off' | 'ended'> {
  const child = spawn(process.execPath, [path.join(projectRoot, 'cli', 'main.ts'), ...args], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  const ended = new Promise<'ended'>((resolve) => child.once('exit', () => resolve('ended')))
  await Promise.race([moment, ended])
  const isOver = child.exitCode !== null
  if (isOver && child.exitCode !== 0) throw new Error(`${args[0]} ended by itself with ${child.exitCode}`)
  const struck = strike()
  child.kill('SIGKILL')
  await Promise.all([ended, struck])
  return isOver ? 'ended' : 'broken-off'
}

/** Runs the command again to its end; a fault unless it ends with 0. */
async function mustEnd(
  site: Site,
  { args, env, tally }: Readonly<{ args: readonly string[]; env?: Record<string, string>; tally: Tally }>,
): Promise<void> {
  const { status, err } = await site.command(args, env)
  if (status !== 0) tally.faults.push(`${args[0]} again ends with ${status}: ${err.slice(0, 500)}`)
}

async function breakBackup(
  site: Site,
  { turn, tally, ledger }: Readonly<{ turn: Turn; tally: Tally; ledger: Ledger }>,
): Promise<void> {
  if (!site.isRunning()) await site.start()
  const file = path.join(site.folder, `backup-${turn.number}.prongsai`)
  const working = peopleAtWork(site, ledger)
  await working.underWay()
  const moment = until(() => existsSync(`${file}.partial`) || existsSync(file)).then(() =>
    sleep(turn.random.between(0, 1_500)),
  )
  const strike = () => {
    if (!turn.takesDatabase) return
    const killed = site.killProgram()
    turn.disk?.cutPower()
    return killed
  }
  const outcome = await brokenOff(['backup', '--out', file], { env: site.env, moment, strike })
  if (turn.takesDatabase) await site.killDatabase()
  await working.stop()
  await turn.disk?.mountAgain()
  if (turn.takesDatabase) {
    await site.server?.start()
    await site.start()
  }
  if (outcome === 'broken-off' && !existsSync(file)) tally.midst.backups += 1
  await resumeUploads(site, ledger)
  if (outcome === 'broken-off') {
    // It may have been broken off just after the last step.
    if (!existsSync(file)) await mustEnd(site, { args: ['backup', '--out', file], tally })
  } else if (!existsSync(file)) tally.faults.push('a backup that had ended is not there')
  const verified = await site.command(['verify', file, '--json'])
  if (verified.status !== 0) tally.faults.push(`a backup does not verify: ${verified.err.slice(0, 500)}`)
}

async function breakRestore(
  site: Site,
  { turn, tally, wanted }: Readonly<{ turn: Turn; tally: Tally; wanted: string }>,
): Promise<void> {
  // The last of all: nobody worked after it.
  const file = path.join(site.folder, 'whole.prongsai')
  if (!existsSync(file)) await mustEnd(site, { args: ['backup', '--out', file], tally })
  const env = await emptyPlace(site, `r${turn.number}`)
  const args = ['restore', file]
  const moment = until(() => existsSync(restoreMark(env.DATA_DIR))).then(() =>
    sleep(turn.random.between(0, 2_500)),
  )
  const outcome = await brokenOff(args, { env, moment, strike: () => turn.disk?.cutPower() })
  await afterBlow(site, turn, env.DATA_DIR)
  const isHalf = existsSync(restoreMark(env.DATA_DIR))
  if (isHalf) {
    tally.midst.restores += 1
    if (outcome === 'ended') tally.faults.push('a restore that had ended is half done')
    const opened = await site.command(['verify', '--json'], env)
    // It says that the restore is to be run again or, before there is a database, that there is none.
    if (opened.status === 0 || !/restore|DATABASE_URL/.test(opened.err))
      tally.faults.push(`what is half restored is not refused: ${opened.status} ${opened.err.slice(0, 500)}`)
  }
  const isBegun = existsSync(env.DATA_DIR) && readdirSync(env.DATA_DIR).length > 0
  if (isHalf || !isBegun) await mustEnd(site, { args, env, tally })
  const there = (await site.command(['verify', '--json'], env)).out
  if (there !== wanted) tally.faults.push(`what was restored is not what was there: ${there.slice(0, 500)}`)
  await removePlace(env)
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

async function breakMigration(
  site: Site,
  { turn, tally, steps }: Readonly<{ turn: Turn; tally: Tally; steps: Steps }>,
): Promise<void> {
  const env = await emptyPlace(site, `m${turn.number}`)
  // One step at least is left to be made.
  const first = turn.random.between(1, steps.applied.length - 1)
  await inDatabaseOf(env, (pool) => migrateTo(pool, steps.applied.slice(0, first)))
  const further = inDatabaseOf(env, async (pool) => {
    await until(async () => (await appliedIn(pool)).length > first, 5)
    await sleep(turn.random.between(0, STEP_MS))
  })
  const outcome = await brokenOff(['migrate'], { env, moment: further, strike: () => turn.disk?.cutPower() })
  await further
  await afterBlow(site, turn, env.DATA_DIR)
  const [step, print] = await inDatabaseOf(env, async (pool) => [
    (await appliedIn(pool)).length,
    await schemaPrint(pool),
  ])
  if (step < steps.applied.length) tally.midst.migrations += 1
  if (outcome === 'ended' && step < steps.applied.length)
    tally.faults.push(`a migration that had ended is at step ${step}`)
  if (print !== steps.prints[step]) tally.faults.push(`broken off, the schema is not the one of step ${step}`)
  await mustEnd(site, { args: ['migrate'], env, tally })
  const last = await inDatabaseOf(env, schemaPrint)
  if (last !== steps.prints.at(-1))
    tally.faults.push('a migration that was broken off ends with another schema')
  await removePlace(env)
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

/** Takes the database with the command, or the disk under both, and brings back what is not the program's to bring back. */
async function afterBlow(site: Site, { takesDatabase, disk }: Turn, dataDir: string): Promise<void> {
  if (!takesDatabase) return
  // Its workers end when they notice; until then it would not start again.
  if (site.server) await site.killDatabase()
  else await killAllOn(dataDir)
  await disk?.mountAgain()
  await site.server?.start()
}

async function removePlace({ DATA_DIR }: Place): Promise<void> {
  await killAllOn(DATA_DIR)
  rmSync(DATA_DIR, { recursive: true, force: true })
}

async function until(holds: () => boolean | Promise<boolean>, everyMs = 2): Promise<void> {
  for (const began = performance.now(); performance.now() - began < LONGEST_WAIT_MS; await sleep(everyMs))
    if (await holds()) return
}
