import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { loggedFaults, notReady, notVerified } from './ground/afterwards.ts'
import { type DemoSite, onDemoSite, type SiteAgency } from './ground/demo-site.ts'
import { median } from './ground/percentile.ts'
import { ACTS, type Targets } from './load/acts.ts'
import { growth, type Sample, sampleDuring } from './load/sample.ts'
import type { Order, Told } from './load/sender.ts'
import { type KindFigures, tallied } from './load/tally.ts'
import { crawl } from './people/crawl.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const MINUTES = 30
const SENDERS = 3
const SENDER = path.join(import.meta.dirname, 'load', 'sender.ts')
/**
 * What may be seen as growing in a minute, in megabytes: of live objects after a collection, and of the whole process. Caches
 * have bounds and are filled in the first third; what is below this cannot be told from the noise of half an hour, in which
 * one request of a thousand that kept a kilobyte of its page would show.
 */
const MOST_GROWTH = { heap: 0.25, process: 1.5, database: 2 } as const
/** Open files and sockets that come and go with what is asked at the moment. */
const MOST_DESCRIPTORS = 20

/**
 * `npm run proof -- mixed-load --minutes 30`. PROOF_LOAD_RATE makes everything happen more or less often (0.5: half as often).
 * PROOF_SNAPSHOTS names a folder for heap snapshots, to look for a cause.
 */
export const mixedLoad: Proof = {
  name: 'mixed-load',
  about: 'Half an hour of readers, staff and reporters at once: nothing fails, and memory is steady.',
  needs: null,
  run: (options) => onDemoSite(options, { LOG_LEVEL: 'warn' }, (site) => load(site, options)),
}

async function load(site: DemoSite, { minutes = MINUTES, seed, log }: ProofOptions): Promise<Found> {
  const [agency] = site.agencies
  const targets = await targetsOf(site, agency)
  log(`load: ${targets.pages.length} public pages, ${targets.files.length} files, ${minutes} minutes`)
  const snapshots = process.env.PROOF_SNAPSHOTS ?? null
  if (snapshots !== null) mkdirSync(snapshots, { recursive: true })
  const people = Object.fromEntries(agency.people)
  const rate = Number(process.env.PROOF_LOAD_RATE ?? 1)
  const told: Told[] = []
  const senders = Array.from({ length: SENDERS }, (_, number) => {
    const acts = ACTS.filter((_act, index) => index % SENDERS === number).map(({ name }) => name)
    return startSender(
      { port: site.port, host: agency.host, people, targets, seed: seed + number, acts, rate },
      told,
    )
  })
  const samples = await sampleDuring(site, { minutes, log, snapshots })
  await Promise.all(senders.map(stopSender))
  const kinds = tallied(told)
  if (!site.program.isAlive())
    return {
      figures: figuresOf(samples, minutes),
      faults: [`the program ended: ${site.program.said().slice(-3_000)}`],
    }
  const [unready, unverified] = [await notReady(site), await notVerified(site)]
  return {
    figures: { ...figuresOf(samples, minutes), ...figuresOfKinds(kinds) },
    faults: [
      ...faultsOf(samples),
      ...faultsOfKinds(kinds),
      ...unready,
      ...unverified,
      ...loggedFaults(site).slice(0, 5),
    ],
  }
}

async function targetsOf({ port }: DemoSite, { host, people }: SiteAgency): Promise<Targets> {
  const visitor = { port, host, cookie: null, personId: null, as: 'visitor' }
  const seen = await crawl(visitor, ['/', '/en', '/site-map'], 60)
  const coordinator = people.get('ita-coordinator')
  const owner = people.get('unit-owner')
  if (!coordinator || !owner) throw new Error('nobody coordinates, or owns a unit')
  const office = await crawl({ ...visitor, ...coordinator, as: 'ita-coordinator' }, ['/office'], 25)
  const owned = await crawl(
    { ...visitor, ...owner, as: 'unit-owner' },
    ['/office', '/office/cycles/2568'],
    25,
  )
  const isOffice = (address: string) => /^\/(en\/)?office/.test(address)
  return {
    pages: seen.pages.map(({ address }) => address).filter((address) => !isOffice(address)),
    files: seen.files.filter((file) => !file.startsWith('/api')),
    api: [...seen.files.filter((file) => file.startsWith('/api')), '/api/3/action/package_list'],
    officePages: office.pages.map(({ address }) => address).filter(isOffice),
    measures: owned.pages
      .filter(({ forms }) =>
        forms.some(({ fields }) => fields.some(({ choices }) => choices[0] === 'add-progress')),
      )
      .map(({ address }) => address.replace(/^\/en/, ''))
      .filter((address) => /^\/office\/measures\/[0-9a-f-]+$/.test(address)),
  }
}

function startSender(order: Order, told: Told[]): ChildProcess {
  const child = fork(SENDER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.on('message', (message) => told.push(message as Told))
  child.send(order)
  return child
}

async function stopSender(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.send('stop')
  await ended
}

const rounded = (value: number) => Number(value.toFixed(2))

function figuresOf(samples: readonly Sample[], minutes: number): Record<string, number> {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last) return {}
  const heaps = samples.flatMap(({ heapMb }) => (heapMb === null ? [] : [heapMb]))
  return {
    minutes,
    'program, MB at the start': rounded(first.programMb),
    'program, MB at the end': rounded(last.programMb),
    'program, MB at most': rounded(Math.max(...samples.map(({ programMb }) => programMb))),
    'program, MB a minute': rounded(growth(samples, ({ programMb }) => programMb)),
    'heap after collection, MB first': rounded(heaps[0] ?? 0),
    'heap after collection, MB last': rounded(heaps.at(-1) ?? 0),
    'heap after collection, MB a minute': rounded(growth(samples, ({ heapMb }) => heapMb)),
    'children, MB at most': rounded(Math.max(...samples.map(({ childrenMb }) => childrenMb))),
    'database, MB at the end': rounded(last.databaseMb),
    'database, MB a minute': rounded(growth(samples, ({ databaseMb }) => databaseMb)),
    'database processes at most': Math.max(...samples.map(({ databaseProcesses }) => databaseProcesses)),
    'descriptors at the start': first.descriptors,
    'descriptors at the end': last.descriptors,
    'event loop late, ms p99 (median)': rounded(median(samples.map(({ lagP99 }) => lagP99))),
    'event loop late, ms worst': rounded(Math.max(...samples.map(({ lagWorst }) => lagWorst))),
  }
}

function figuresOfKinds(kinds: ReadonlyMap<string, KindFigures>): Record<string, number | string> {
  const all = [...kinds.values()].reduce((sum, { count }) => sum + count, 0)
  const lines = [...kinds].map(([name, { count, p50, p95, worst, statuses }]) => [
    name,
    `${count} times, ms p50 ${p50} p95 ${p95} worst ${worst}, ${JSON.stringify(statuses)}`,
  ])
  return { 'acts together': all, ...Object.fromEntries(lines) }
}

function faultsOf(samples: readonly Sample[]): readonly string[] {
  const grown = [
    ['live objects', MOST_GROWTH.heap, growth(samples, ({ heapMb }) => heapMb)],
    ['the program', MOST_GROWTH.process, growth(samples, ({ programMb }) => programMb)],
    ['the database', MOST_GROWTH.database, growth(samples, ({ databaseMb }) => databaseMb)],
  ] as const
  const third = samples[Math.floor(samples.length / 3)]?.descriptors ?? 0
  const more = (samples.at(-1)?.descriptors ?? 0) - third
  return [
    ...grown
      .filter(([, most, slope]) => slope > most)
      .map(([what, most, slope]) => `${what} grew by ${rounded(slope)} MB a minute, more than ${most}`),
    ...(more > MOST_DESCRIPTORS ? [`${more} descriptors more at the end than after a third`] : []),
  ]
}

/** An answer below 400, or one that says what it should: not there, wrong, not so fast, written over meanwhile. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'page that is not there': ['404'],
  'public page, known already': ['304'],
  'wrong password': ['422', '429'],
  'wrong receipt': ['422', '429'],
  // Two at once: the later one is shown what the other saved.
  'data of the report saved': ['422'],
}

const faultsOfKinds = (kinds: ReadonlyMap<string, KindFigures>): readonly string[] =>
  [...kinds].flatMap(([name, { statuses, odd }]) =>
    Object.entries(statuses)
      .filter(([status]) => !(/^[23]/.test(status) || EXPECTED[name]?.includes(status)))
      .map(([status, count]) => `${name}: ${count} times ${status} ${odd.join(' · ')}`),
  )
