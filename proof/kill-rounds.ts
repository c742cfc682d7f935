import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { median } from './ground/percentile.ts'
import { leftAfter } from './ground/processes.ts'
import { type Random, randomOf } from './ground/random.ts'
import { until } from './ground/readiness.ts'
import { foundSite, type Site } from './ground/site.ts'
import { peopleAtWork } from './people/at-work.ts'
import { checkKept, countUnaudited } from './people/check-kept.ts'
import { acknowledgedIn, faultsOf, type Ledger, newLedger } from './people/ledger.ts'
import { type Resumed, resumeUploads } from './people/sending-files.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const ROUNDS = 21
/** Who is killed: in turn. */
const VICTIMS = ['program', 'program and database', 'database'] as const
type Victim = (typeof VICTIMS)[number]
const LONGEST_OPEN_MS = 60_000

export const killRounds: Proof = {
  name: 'kill-rounds',
  about:
    'The program, its database or both are killed (kill -9) while people save, upload, publish and report; everything acknowledged is there, nothing by half, and it opens by itself.',
  needs: 'Linux; for --database server the Debian package postgresql',
  run: async (options) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pk-'))
    const site = await foundSite({ kind: options.database, folder })
    try {
      return await killInRounds(site, options)
    } finally {
      await site.end()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Tally = {
  notOpened: number
  lost: string[]
  damaged: string[]
  reopenMs: number[]
  orphans: string[]
  resumed: Record<keyof Resumed, number>
}

async function killInRounds(site: Site, options: ProofOptions): Promise<Found> {
  const rounds = options.rounds ?? ROUNDS
  const random = randomOf(options.seed)
  const ledger = newLedger()
  const tally: Tally = {
    notOpened: 0,
    lost: [],
    damaged: [],
    reopenMs: [],
    orphans: [],
    resumed: { wasWhole: 0, wentOn: 0, bytesAgain: 0, unknown: 0 },
  }
  const unaudited = await countUnauditedOf(site)
  for (let round = 0; round < rounds; round += 1) {
    const victim = VICTIMS[round % VICTIMS.length] as Victim
    await oneRound(site, { ledger, tally, victim, random })
    const { lost, damaged } = await checkKept(site, ledger, unaudited)
    tally.lost.push(...lost)
    tally.damaged.push(...damaged)
    options.log(
      `round ${round + 1} of ${rounds}: ${victim} killed, open after ${Math.round(tally.reopenMs.at(-1) ?? 0)} ms, ${acknowledgedIn(ledger)} acknowledged, ${lost.length} lost, ${damaged.length} damaged`,
    )
  }
  await site.stop()
  await site.server?.stop('fast')
  const left = await leftAfter(site.folder, 10_000)
  tally.orphans.push(...left.map(({ command }) => `left after the end: ${command}`))
  return foundIn(ledger, tally, rounds)
}

/** What stands in the database before anybody works; it runs when this ends. */
async function countUnauditedOf(site: Site) {
  await site.start()
  const counts = await countUnaudited(site)
  await site.stop()
  return counts
}

type Round = Readonly<{ ledger: Ledger; tally: Tally; victim: Victim; random: Random }>

async function oneRound(site: Site, { ledger, tally, victim, random }: Round): Promise<void> {
  if (!site.isRunning()) await site.start()
  const working = peopleAtWork(site, ledger)
  await working.underWay()
  await sleep(random.between(100, 2_500))
  const began = performance.now()
  if (victim !== 'database') await site.killProgram()
  if (victim !== 'program') await site.killDatabase()
  if (victim === 'database') {
    await site.server?.start()
    await ready(site)
    tally.reopenMs.push(performance.now() - began)
    await sleep(500)
    await working.stop()
  } else {
    await working.stop()
    const helpers = await leftAfter(site.folder, 5_000, ({ command }) => /postgres/.test(command))
    tally.orphans.push(...helpers.map(({ command }) => `left after the kill: ${command}`))
    await site.server?.start()
    await reopen(site, tally)
  }
  const resumed = await resumeUploads(site, ledger)
  for (const [what, count] of Object.entries(resumed)) tally.resumed[what as keyof Resumed] += count
}

async function reopen(site: Site, tally: Tally): Promise<void> {
  try {
    tally.reopenMs.push(await site.start())
  } catch (error) {
    tally.notOpened += 1
    throw error
  }
  await ready(site)
}

async function ready(site: Site): Promise<void> {
  if ((await until(site, 200, LONGEST_OPEN_MS, 20)) !== null) return
  throw new Error(`not ready again within ${LONGEST_OPEN_MS / 1000} s: ${site.said().slice(-2000)}`)
}

function foundIn(ledger: Ledger, tally: Tally, rounds: number): Found {
  const lost = [...new Set(tally.lost)]
  const damaged = [...new Set(tally.damaged)]
  return {
    figures: {
      rounds,
      acknowledged: acknowledgedIn(ledger),
      lost: lost.length,
      'not opened': tally.notOpened,
      damaged: damaged.length,
      'reopen median ms': Math.round(median(tally.reopenMs)),
      'reopen longest ms': Math.round(Math.max(...tally.reopenMs)),
      'uploads that went on': tally.resumed.wentOn,
      'uploads that had come whole': tally.resumed.wasWhole,
      'uploads sent anew': tally.resumed.unknown,
      'longest answer ms': Math.round(ledger.slowestMs),
      answers: JSON.stringify(Object.fromEntries([...ledger.answers].sort())),
    },
    faults: [...lost, ...damaged, ...new Set(tally.orphans), ...faultsOf(ledger)],
  }
}
