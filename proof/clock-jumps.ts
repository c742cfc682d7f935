import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { JOB_EVERY_MS } from '../app/platform/jobs/jobs.table.ts'
import { cookieAt } from '../tests/support/signed-in-people.ts'
import { type MovedClock, movedClock } from './ground/moved-clock.ts'
import { processesOn, workedSeconds } from './ground/processes.ts'
import { until } from './ground/readiness.ts'
import { foundSite, type Site } from './ground/site.ts'
import { peopleAtWork } from './people/at-work.ts'
import { checkKept, countUnaudited } from './people/check-kept.ts'
import { acknowledgedIn, faultsOf, type Ledger, newLedger } from './people/ledger.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const A_DAY_S = 86_400
const A_DAY_MS = A_DAY_S * 1000
const AT_WORK_MS = 5_000
const AT_REST_MS = 20_000
/** Of one processor, while nobody asks for anything. */
const BUSY = 0.5
const LONGEST_JOB_MS = 60_000
/** What is done every minute may be done so often in one step, restart included; it must not catch up on a year. */
const MOST_MINUTES = 15

export const clockJumps: Proof = {
  name: 'clock-jumps',
  about:
    'The clock of the running program is put a day and a year ahead, back again, and over midnight to 1 October: sessions end, each daily job is done once, the audit chain stays whole, and nothing runs hot.',
  needs: 'the Debian package libfaketime',
  run: async (options) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pc-'))
    const clock = movedClock(folder)
    const site = await foundSite({ kind: options.database, folder })
    try {
      return await jump({ site, clock, ledger: newLedger(), faults: [] }, options)
    } finally {
      await site.end()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Given = Readonly<{ site: Site; clock: MovedClock; ledger: Ledger; faults: string[] }>
type Step = Readonly<{ name: string; aheadSeconds: number }>

/** After each the daily jobs are due. The last one ends in the new fiscal year. */
const steps = (): readonly Step[] => [
  { name: 'a day ahead', aheadSeconds: A_DAY_S },
  { name: 'back by a day', aheadSeconds: 0 },
  { name: 'a year ahead', aheadSeconds: 365 * A_DAY_S },
  { name: 'back by a year', aheadSeconds: 0 },
  { name: 'before midnight to 1 October', aheadSeconds: secondsToFiscalYear(new Date()) - 8 },
]

/** To the next 1 October, 00:00 in Thailand. */
function secondsToFiscalYear(now: Date): number {
  const inYear = (year: number) => Date.UTC(year, 8, 30, 17) - now.getTime()
  const year = now.getUTCFullYear()
  return Math.round((inYear(year) > A_DAY_MS * 2 ? inYear(year) : inYear(year + 1)) / 1000)
}

async function jump(given: Given, options: ProofOptions): Promise<Found> {
  const { site, clock, ledger, faults } = given
  await restart(given)
  const unaudited = await countUnaudited(site)
  let busiest = 0
  let held = await newCookie(given)
  for (const step of steps()) {
    const before = await runsOf(site)
    await checkIn(given, held, step)
    const wasAhead = clock.now().getTime() - Date.now()
    clock.put(step.aheadSeconds)
    await checkOver(given, held, step)
    await work(given)
    const share = await shareAtRest(site)
    busiest = Math.max(busiest, share)
    if (share > BUSY) faults.push(`${step.name}: at rest it takes ${share.toFixed(2)} of a processor`)
    await restart(given)
    await checkRuns(given, step, before)
    await checkMoved(given, step)
    held = await newCookie(given)
    options.log(
      `${step.name} (was ${Math.round(wasAhead / A_DAY_MS)} days ahead): ${acknowledgedIn(ledger)} acknowledged, ${share.toFixed(2)} of a processor at rest, ${faults.length} faults`,
    )
  }
  const kept = await checkKept(site, ledger, unaudited)
  return {
    figures: {
      jumps: steps().length,
      acknowledged: acknowledgedIn(ledger),
      lost: kept.lost.length,
      damaged: kept.damaged.length,
      'most of a processor at rest': busiest.toFixed(2),
      answers: JSON.stringify(Object.fromEntries([...ledger.answers].sort())),
    },
    faults: [...faults, ...kept.lost, ...kept.damaged, ...faultsOf(ledger)],
  }
}

async function restart({ site, clock, faults }: Given): Promise<void> {
  if (site.isRunning() && !(await site.stop())) faults.push('it did not end by itself')
  await site.start(clock.env)
  if ((await until(site, 200)) === null) throw new Error(`not ready: ${site.said().slice(-2000)}`)
}

/** Of a session that is opened now, by the clock that was put. */
const newCookie = ({ site, clock }: Given): Promise<string> =>
  cookieAt({ ...site.env }, { agencyId: site.agency.id, personId: site.agency.ids.person, now: clock.now() })

/** Else it would say nothing that nobody is in afterwards. */
async function checkIn({ site, faults }: Given, cookie: string, { name }: Step): Promise<void> {
  const answer = await site.ask({ address: '/office', headers: { Cookie: cookie } })
  if (typeof answer === 'string' || answer.status !== 200) faults.push(`${name}: nobody could sign in before`)
}

/** Nobody who came in before a jump is in after it: they would be for as long as the clock was wrong. */
async function checkOver({ site, faults }: Given, cookie: string, { name }: Step): Promise<void> {
  const answer = await site.ask({ address: '/office', headers: { Cookie: cookie } })
  if (typeof answer === 'string' || answer.status >= 500)
    faults.push(`${name}: no answer to who was signed in`)
  else if (answer.status === 200) faults.push(`${name}: who was signed in before still is`)
}

async function work(given: Given): Promise<void> {
  const agency = { ...given.site.agency, cookie: await newCookie(given) }
  const working = peopleAtWork({ ...given.site, agency }, given.ledger)
  await working.underWay()
  await sleep(AT_WORK_MS)
  await working.stop()
}

/** What the program just did is dated by the clock that was put: else no jump was tried. */
async function checkMoved({ site, clock, faults }: Given, { name }: Step): Promise<void> {
  const rows = await site.query<{ at: Date }>('select started_at as at from job_run')
  const nearest = Math.min(...rows.map(({ at }) => Math.abs(clock.now().getTime() - at.getTime())))
  if (nearest > LONGEST_JOB_MS) faults.push(`${name}: the program did not take the clock`)
}

async function shareAtRest(site: Site): Promise<number> {
  const [before, began] = [workedIn(site), performance.now()]
  await sleep(AT_REST_MS)
  const seconds = (performance.now() - began) / 1000
  return (workedIn(site) - before) / seconds
}

/** Seconds of a processor that the program took so far, without its database. */
function workedIn(site: Site): number {
  const programs = processesOn(site.folder).filter(({ command }) => command.includes('start.mjs'))
  if (programs.length === 0) throw new Error('the program is not among the processes')
  return programs.reduce((sum, { pid }) => sum + workedSeconds(pid), 0)
}

type Runs = ReadonlyMap<string, number>

async function runsOf(site: Site): Promise<Runs> {
  const rows = await site.query<{ job: string; runs: string }>('select job, runs from job_run')
  return new Map(rows.map(({ job, runs }) => [job, Number(runs)]))
}

async function checkRuns({ site, faults }: Given, { name }: Step, before: Runs): Promise<void> {
  const daily = Object.entries(JOB_EVERY_MS).flatMap(([job, every]) =>
    every === A_DAY_MS && before.has(job) ? [job] : [],
  )
  const added = (now: Runs, job: string) => (now.get(job) ?? 0) - (before.get(job) ?? 0)
  const began = performance.now()
  let now = await runsOf(site)
  while (daily.some((job) => added(now, job) < 1) && performance.now() - began < LONGEST_JOB_MS) {
    await sleep(500)
    now = await runsOf(site)
  }
  for (const [job] of now) {
    const times = added(now, job)
    if (daily.includes(job) ? times !== 1 : times > MOST_MINUTES)
      faults.push(`${name}: ${job} was done ${times} times`)
  }
}
