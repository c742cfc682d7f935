import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findProgram } from '../scripts/system-programs.ts'
import type { Answer } from '../tests/support/asking.ts'
import { startClamDaemon } from '../tests/support/clam-daemon.ts'
import { loggedFaults, notReady } from './ground/afterwards.ts'
import { askAsBrowser } from './ground/browser.ts'
import { type DemoSite, onDemoSite } from './ground/demo-site.ts'
import { familyOf, residentMb } from './ground/processes.ts'
import { type HostileFile, hostileFiles } from './hostile/corpus.ts'
import { DOORS, type Door } from './hostile/doors.ts'
import { elementsOf } from './people/forms.ts'
import { type Hand, handOf } from './people/hand.ts'
import { MARK } from './people/mark.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const LONGEST_MS = 60_000
/** What the program and all its children may take on, above what they had: files are looked at within bounds of their own. */
const MOST_MB = 768
const LOOK_MS = 200
/** What `prongsai check` and `import` read. */
const FOR_COMMANDS = /\.(xlsx|docx|csv|json|txt|html|pdf)$/
const COMMANDS = ['check', 'import'] as const

/** `npm run proof -- hostile-files`: `rounds` takes so many files only, spread over all kinds. */
export const hostileFilesProof: Proof = {
  name: 'hostile-files',
  about: 'Bombs, scripts, cut and lying files through every door: refused with words or kept harmless.',
  needs: null,
  run: async (options) => {
    const scanner = findProgram('malwareScanner') === null ? null : await startClamDaemon()
    const settings = { LOG_LEVEL: 'error', ...(scanner && { CLAMAV: scanner.socket }) }
    try {
      return await onDemoSite(options, settings, (site) => run(site, options, scanner !== null))
    } finally {
      await scanner?.stop()
    }
  },
}

type Tally = {
  faults: string[]
  statuses: Record<string, Record<string, number>>
  evidence: Map<string, HostileFile>
}

async function run(site: DemoSite, { rounds, log }: ProofOptions, scans: boolean): Promise<Found> {
  const all = hostileFiles()
  const files =
    rounds === undefined ? all : all.filter((_file, index) => index % Math.ceil(all.length / rounds) === 0)
  const tally: Tally = { faults: [], statuses: {}, evidence: new Map() }
  const memory = watchMemory(site.program.pid)
  let worst = 0
  for (const door of DOORS) {
    for (const file of files) worst = Math.max(worst, await throughDoor(site, door, file, tally))
    log(`${door.name}: ${JSON.stringify(tally.statuses[door.name])}`)
  }
  const grown = memory.stop()
  const commands = await throughCommands(site, files, tally)
  await sleep(scans ? 8_000 : 1_000)
  const downloads = await downloadsOf(site, tally)
  return {
    figures: {
      files: files.length,
      doors: DOORS.length + COMMANDS.length,
      'sent over HTTP': files.length * DOORS.length,
      'sent to commands': commands,
      'downloads looked at': downloads,
      'ms worst': Math.round(worst),
      'memory above the start, MB at most': Math.round(grown),
      'scanned by ClamAV': scans ? 'yes' : 'no: it is not installed',
      ...Object.fromEntries(
        Object.entries(tally.statuses).map(([door, counts]) => [door, JSON.stringify(counts)]),
      ),
    },
    faults: [
      ...tally.faults,
      ...(grown > MOST_MB ? [`memory grew by ${Math.round(grown)} MB`] : []),
      ...(await leftOvers(site)),
      ...(await afterwards(site)),
    ],
  }
}

/** The most that a process and its children had above the beginning. */
function watchMemory(pid: number) {
  const now = () =>
    familyOf(pid).reduce((sum, one) => sum + (one.name === 'postgres' ? 0 : residentMb(one.pid)), 0)
  const start = now()
  let most = start
  const timer = setInterval(() => {
    most = Math.max(most, now())
  }, LOOK_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return most - start
    },
  }
}

let networks = 0

async function throughDoor(site: DemoSite, door: Door, file: HostileFile, tally: Tally): Promise<number> {
  const [{ host, people }] = site.agencies
  const person = door.role === null ? undefined : people.get(door.role)
  networks += 1
  const who = {
    port: site.port,
    host,
    cookie: person?.cookie ?? null,
    personId: null,
    as: door.role ?? 'visitor',
  }
  const hand = handOf(who, `198.51.${(networks >> 8) & 255}.${networks & 255}`)
  const name = `${door.name}, ${JSON.stringify(file.name.slice(0, 60))}`
  const began = performance.now()
  const answer = await door
    .send(hand, file)
    .then((first) => ledTo(hand, first, tally, name))
    .catch((error: Error) => error.message)
  const took = performance.now() - began
  const counts = tally.statuses[door.name] ?? {}
  tally.statuses[door.name] = counts
  const status = typeof answer === 'string' ? answer : String(answer.status)
  counts[status] = (counts[status] ?? 0) + 1
  if (typeof answer === 'string') tally.faults.push(`${name}: ${answer}`)
  else {
    tally.faults.push(...faultsOf(answer).map((fault) => `${name}: ${fault}`))
    for (const id of evidenceOf(answer)) tally.evidence.set(id, file)
  }
  if (took > LONGEST_MS) tally.faults.push(`${name}: took ${Math.round(took / 1000)} s`)
  return took
}

/** Some doors keep a file and look into it on the page to which they lead: that page is asked for, too. */
async function ledTo(hand: Hand, answer: Answer, { faults }: Tally, name: string): Promise<Answer> {
  const place = answer.headers.location
  if (answer.status !== 303 || place === undefined) return answer
  faults.push(
    ...faultsOf(await hand.get(place)).map((fault) => `${name}, then ${place.split('?')[0]}: ${fault}`),
  )
  return answer
}

function faultsOf({ status, headers, body: html }: Answer): readonly string[] {
  const isPage = (headers['content-type'] ?? '').startsWith('text/html')
  const words = html.replace(/<[^>]+>/g, ' ').trim()
  return [
    ...(status >= 500 && status !== 503 && status !== 507 ? [`answers ${status}`] : []),
    // Who is refused is told why, in words or with a code for the script that sent it.
    ...(status >= 400 && words.length < 10 ? [`answers ${status} without a word`] : []),
    ...(status >= 400 && isPage && !/role="alert"|<h1/.test(html)
      ? [`answers ${status} without a sentence`]
      : []),
    ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['has no nosniff']),
    ...(isPage && html.includes(MARK) && elementsOf(html).some((element) => element.name === MARK)
      ? ['a name became an element']
      : []),
    ...(/\n\s+at [^\n]+\((?:file|node):/.test(html) ? ['tells of the inside'] : []),
  ]
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const evidenceOf = ({ headers }: Answer): readonly string[] => {
  const [location, id] = [headers.location, headers['x-evidence-id']]
  if (typeof id === 'string') return [id]
  return location?.includes('evidence')
    ? [...(location.split('?')[1]?.matchAll(UUID) ?? [])].map(([uuid]) => uuid)
    : []
}

/** The command line tells what is wrong, within a minute, and never that it broke itself. */
async function throughCommands(site: DemoSite, files: readonly HostileFile[], tally: Tally): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-hostile-'))
  let count = 0
  try {
    for (const { name, bytes } of files.filter(
      (file) => FOR_COMMANDS.test(file.name) && !file.name.includes('/'),
    )) {
      const place = path.join(folder, `${count}${path.extname(name)}`)
      writeFileSync(place, bytes)
      const command = COMMANDS[count % COMMANDS.length] as string
      const began = performance.now()
      const { status, err } = await site.command([command, place, '--json'])
      count += 1
      const counts = tally.statuses[`prongsai ${command}`] ?? {}
      tally.statuses[`prongsai ${command}`] = counts
      counts[String(status)] = (counts[String(status)] ?? 0) + 1
      if (status === null || status > 2)
        tally.faults.push(`prongsai ${command} ${name}: ends with ${status}: ${err.slice(0, 300)}`)
      if (performance.now() - began > LONGEST_MS)
        tally.faults.push(`prongsai ${command} ${name}: took more than a minute`)
      rmSync(place)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return count
}

/** Every file that became evidence, fetched as a browser would: it may be kept or shown in a frame of nothing, and never run. */
async function downloadsOf(site: DemoSite, { evidence, faults }: Tally): Promise<number> {
  const [{ host, people }] = site.agencies
  const cookie = people.get('ita-coordinator')?.cookie ?? ''
  for (const [id, { name, isInfected }] of evidence) {
    const { status, headers } = await askAsBrowser({
      port: site.port,
      host,
      address: `/office/evidence/${id}/files/1`,
      headers: { Cookie: cookie },
    })
    const disposition = headers['content-disposition'] ?? ''
    const csp = String(headers['content-security-policy'] ?? '')
    const called = JSON.stringify(name.slice(0, 40))
    if (isInfected && status === 200) faults.push(`${called} is infected and handed out`)
    if (status !== 200) continue
    if (!/^(attachment|inline); ?filename/.test(disposition))
      faults.push(`${called}: Content-Disposition is ${disposition}`)
    if (
      /html|svg|javascript|xml(?!formats)/.test(headers['content-type'] ?? '') &&
      !disposition.startsWith('attachment')
    )
      faults.push(`${called}: ${headers['content-type']} opens in the browser`)
    if (!csp.includes("default-src 'none'")) faults.push(`${called}: its policy is ${csp}`)
    if (headers['x-content-type-options'] !== 'nosniff') faults.push(`${called}: no nosniff`)
  }
  return evidence.size
}

/** Folders in which files stand only while they are looked at. */
async function leftOvers(site: DemoSite): Promise<readonly string[]> {
  const temporary = site.env.TMPDIR ?? os.tmpdir()
  const uploads = path.join(site.dataDir, 'uploads')
  return [temporary, uploads].flatMap((folder) => {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `left in ${path.relative(site.dataDir, path.join(entry.parentPath, entry.name))}`)
        .slice(0, 5)
    } catch {
      return []
    }
  })
}

async function afterwards(site: DemoSite): Promise<readonly string[]> {
  if (!site.program.isAlive()) return [`the program ended: ${site.program.said().slice(-1_000)}`]
  return [...(await notReady(site)), ...loggedFaults(site)]
}
