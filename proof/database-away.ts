import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { familyOf } from './ground/processes.ts'
import { until } from './ground/readiness.ts'
import { foundSite, type Site } from './ground/site.ts'
import { peopleAtWork } from './people/at-work.ts'
import { checkKept, countUnaudited } from './people/check-kept.ts'
import {
  acknowledgedIn,
  addFault,
  answeredWith,
  faultsOf,
  judge,
  type Ledger,
  newLedger,
} from './people/ledger.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const AWAY_MS = 20_000
/** A page that was read before: it is kept in memory for a minute. */
const PAGE = '/news'

export const databaseAway: Proof = {
  name: 'database-away',
  about:
    'The database is stopped, killed and paused for 20 seconds while people work: pages in memory go on, the rest is answered 503, /readyz tells, and it goes on without a restart.',
  needs: 'Linux; for --database server the Debian package postgresql',
  run: async (options) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pa-'))
    const site = await foundSite({ kind: options.database, folder })
    try {
      return await goAway(site, options)
    } finally {
      await site.end()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Way = Readonly<{ name: string; take: () => Promise<void>; give: () => Promise<void> }>

/** How a database goes, and comes back: the own one is started again by the program itself. */
function waysOf(site: Site): readonly Way[] {
  const signal = async (name: NodeJS.Signals) => {
    const pid = site.postmaster()
    if (pid !== null) for (const one of familyOf(pid)) process.kill(one.pid, name)
  }
  const { server } = site
  const paused = { name: 'paused', take: () => signal('SIGSTOP'), give: () => signal('SIGCONT') }
  const killed = { name: 'killed', take: site.killDatabase, give: async () => server?.start() }
  return server
    ? [
        { name: 'stopped at once', take: () => server.stop('immediate'), give: () => server.start() },
        killed,
        paused,
      ]
    : [killed, paused]
}

type Times = { toldMs: number[]; backMs: number[]; pagesServed: number; pagesAsked: number }

async function goAway(site: Site, options: ProofOptions): Promise<Found> {
  const ledger = newLedger()
  const times: Times = { toldMs: [], backMs: [], pagesServed: 0, pagesAsked: 0 }
  await site.start()
  const unaudited = await countUnaudited(site)
  const faults: string[] = []
  for (let round = 0; round < (options.rounds ?? 1); round += 1)
    for (const way of waysOf(site)) {
      await oneAbsence(site, { way, ledger, times, awayMs: (options.minutes ?? AWAY_MS / 60_000) * 60_000 })
      const { lost, damaged } = await checkKept(site, ledger, unaudited)
      faults.push(...lost, ...damaged)
      options.log(
        `${way.name}: back after ${Math.round(times.backMs.at(-1) ?? 0)} ms, ${acknowledgedIn(ledger)} acknowledged, ${lost.length} lost, ${damaged.length} damaged`,
      )
    }
  if (!site.isRunning()) faults.push(`the program ended: ${site.said().slice(-1000)}`)
  return {
    figures: {
      absences: times.backMs.length,
      acknowledged: acknowledgedIn(ledger),
      lost: faults.length,
      'answers 503': answeredWith(ledger, 503),
      'answers 500': answeredWith(ledger, 500),
      'connections broken': answeredWith(ledger, 'broken'),
      'longest answer ms': Math.round(ledger.slowestMs),
      'pages from memory while it was away': `${times.pagesServed} of ${times.pagesAsked}`,
      'readyz told it after ms': times.toldMs.map(Math.round).join(', '),
      'ready again after ms': times.backMs.map(Math.round).join(', '),
      answers: JSON.stringify(Object.fromEntries([...ledger.answers].sort())),
    },
    faults: [...new Set([...faults, ...faultsOf(ledger)])],
  }
}

type Absence = Readonly<{ way: Way; ledger: Ledger; times: Times; awayMs: number }>

async function oneAbsence(site: Site, { way, ledger, times, awayMs }: Absence): Promise<void> {
  const working = peopleAtWork(site, ledger)
  await working.underWay()
  await site.ask({ address: PAGE })
  const isOwnKilled = site.server === null && way.name === 'killed'
  const began = performance.now()
  await way.take()
  if (!isOwnKilled) {
    const told = await until(site, 503, awayMs)
    if (told === null) addFault(ledger, `${way.name}: /readyz did not say so`)
    else times.toldMs.push(told)
    await readPages(site, ledger, times)
    await sleep(Math.max(0, awayMs - (performance.now() - began)))
    await way.give()
  }
  const back = await until(site, 200)
  if (back === null)
    addFault(ledger, `${way.name}: not ready again within a minute: ${site.said().slice(-1000)}`)
  else times.backMs.push(back)
  const before = acknowledgedIn(ledger)
  await working.underWay()
  await sleep(2_000)
  if (acknowledgedIn(ledger) === before) addFault(ledger, `${way.name}: nobody's work went on`)
  await working.stop()
}

async function readPages(site: Site, ledger: Ledger, times: Times): Promise<void> {
  for (let asked = 0; asked < 10; asked += 1) {
    const answer = await site.ask({ address: PAGE })
    times.pagesAsked += 1
    if (judge(ledger, 'page in memory', answer, ({ status }) => status === 200) === 'done')
      times.pagesServed += 1
  }
}
