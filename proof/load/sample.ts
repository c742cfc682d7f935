import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverOf } from '../../tests/support/database-processes.ts'
import type { DemoSite } from '../ground/demo-site.ts'
import { openInspector } from '../ground/inspector.ts'
import { descriptorsOf, familyOf, proportionalMb, residentMb } from '../ground/processes.ts'
import { slopePerMinute } from './tally.ts'

/** How the program stood at one moment. */
export type Sample = Readonly<{
  minutes: number
  programMb: number
  /** Live objects after a collection; null at moments between. */
  heapMb: number | null
  childrenMb: number
  children: number
  databaseMb: number
  databaseProcesses: number
  descriptors: number
  lagP99: number
  lagWorst: number
}>

const EVERY_MS = 15_000
/** A collection of everything is asked for at every so many samples: between, the program is left to itself. */
const COLLECT_EVERY = 4

type Sampling = Readonly<{ minutes: number; log: (line: string) => void; snapshots: string | null }>

/** Looks every 15 seconds; with `snapshots`, a folder, writes a heap snapshot after a third and at the end. */
export async function sampleDuring(
  site: DemoSite,
  { minutes, log, snapshots }: Sampling,
): Promise<readonly Sample[]> {
  const inspector = await openInspector(site.program.inspector)
  const began = performance.now()
  const total = Math.max(4, Math.round((minutes * 60_000) / EVERY_MS))
  const samples: Sample[] = []
  await inspector.lag()
  for (let number = 1; number <= total; number += 1) {
    await sleep(Math.max(0, began + number * EVERY_MS - performance.now()))
    if (!site.program.isAlive()) break
    const lag = await inspector.lag()
    const heapMb = number % COLLECT_EVERY === 0 ? await inspector.heapMb() : null
    const sample = { ...measured(site), minutes: (performance.now() - began) / 60_000, heapMb }
    samples.push({ ...sample, lagP99: lag.p99, lagWorst: lag.worst })
    log(lineOf(samples.at(-1) as Sample))
    if (snapshots !== null && (number === Math.round(total / 3) || number === total))
      await inspector.snapshot(`${snapshots}/at-${number}.heapsnapshot`)
  }
  inspector.close()
  if (snapshots !== null) writeFileSync(`${snapshots}/samples.json`, JSON.stringify(samples, null, 1))
  return samples
}

function measured({ program, dataDir }: DemoSite) {
  // A database of the program's own is its child until the program ends.
  const children = familyOf(program.pid).filter(({ pid, name }) => pid !== program.pid && name !== 'postgres')
  const postmaster = serverOf(dataDir)
  const database =
    postmaster === null
      ? familyOf(process.pid).filter(({ name }) => name === 'postgres')
      : familyOf(postmaster)
  const memoryOf = (all: readonly { pid: number }[]) =>
    all.reduce((sum, { pid }) => sum + proportionalMb(pid), 0)
  return {
    programMb: residentMb(program.pid),
    childrenMb: memoryOf(children),
    children: children.length,
    databaseMb: memoryOf(database),
    databaseProcesses: database.length,
    descriptors: descriptorsOf(program.pid),
  }
}

const lineOf = (sample: Sample) =>
  Object.entries(sample)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${Number(value).toFixed(1)}`)
    .join('  ')

/** Of the last two thirds, when what is kept for later is filled: how much a value grows in a minute. */
export function growth(samples: readonly Sample[], reading: (sample: Sample) => number | null): number {
  const end = samples.at(-1)?.minutes ?? 0
  return slopePerMinute(
    samples
      .filter(({ minutes }) => minutes >= end / 3)
      .flatMap((sample) => {
        const value = reading(sample)
        return value === null ? [] : [[sample.minutes, value] as const]
      }),
  )
}
