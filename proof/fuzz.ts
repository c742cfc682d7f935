import { projectRoot } from '../app/platform/project-root.server.ts'
import type { FuzzRequest } from './fuzzing/draft.ts'
import { type JudgeOptions, judge } from './fuzzing/judge.ts'
import { sendBytes } from './fuzzing/raw.ts'
import { fuzzRequest } from './fuzzing/request.ts'
import { loggedFaults, notReady, notVerified } from './ground/afterwards.ts'
import { type DemoSite, onDemoSite } from './ground/demo-site.ts'
import { openInspector } from './ground/inspector.ts'
import { percentile } from './ground/percentile.ts'
import { type Ground, groundOf } from './people/seen-site.ts'
import { peopleOf } from './people/who.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const REQUESTS = 10_000
const AT_ONCE = 4
const LONGEST_MS = 10_000
const PAGES_OF_EACH = 60
/** What live objects may have grown by, when all that is kept for later was filled by the first tenth; megabytes. */
const MOST_HEAP_MB = 48
const MOST_FAULTS = 200

/** `npm run proof -- fuzz --rounds 10000 --seed 1`: `rounds` is the number of requests. */
export const fuzz: Proof = {
  name: 'fuzz',
  about: 'Ten thousand hostile requests over every address and every form: no fault, and nothing told.',
  needs: null,
  run: (options) => onDemoSite(options, { LOG_LEVEL: 'error' }, (site) => run(site, options)),
}

async function run(site: DemoSite, { rounds = REQUESTS, seed, log }: ProofOptions): Promise<Found> {
  const people = site.agencies.flatMap((agency) => peopleOf(site, agency))
  const ground = await groundOf(people, PAGES_OF_EACH)
  log(`${ground.patterns.length} addresses, ${ground.pages.length} pages, ${ground.forms.length} forms`)
  const inspector = await openInspector(site.program.inspector)
  const warm = { at: Math.round(rounds / 10), heap: 0 }
  const fuzzed = await sendAll(ground, {
    rounds,
    seed,
    judging: {
      folders: [projectRoot, site.dataDir],
      secrets: new Map(
        site.agencies.map(({ host, agencyId, people: all }) => [
          host,
          [agencyId, ...[...all.values()].map(({ personId }) => personId)],
        ]),
      ),
      longestMs: LONGEST_MS,
    },
    isAlive: site.program.isAlive,
    onFault: log,
    onSent: async (count) => {
      if (count === warm.at) warm.heap = await inspector.heapMb()
      if (count % 500 === 0) log(`${count} sent`)
    },
  })
  const heap = site.program.isAlive() ? await inspector.heapMb() : 0
  inspector.close()
  return {
    figures: {
      addresses: ground.patterns.length,
      'pages seen': ground.pages.length,
      'forms seen': ground.forms.length,
      ...fuzzed.figures,
      'heap after a tenth, MB': Math.round(warm.heap),
      'heap at the end, MB': Math.round(heap),
    },
    faults: [
      ...fuzzed.faults,
      ...(heap - warm.heap > MOST_HEAP_MB ? [`live objects grew by ${Math.round(heap - warm.heap)} MB`] : []),
      ...(await afterwards(site)),
    ],
  }
}

async function afterwards(site: DemoSite): Promise<readonly string[]> {
  if (!site.program.isAlive()) return [`the program ended: ${site.program.said().slice(-2_000)}`]
  return [...(await notReady(site)), ...(await notVerified(site, 2_000)), ...loggedFaults(site)].slice(
    0,
    MOST_FAULTS,
  )
}

export type Sending = Readonly<{
  rounds: number
  seed: number
  judging: JudgeOptions
  isAlive: () => boolean
  onSent: (count: number) => Promise<void> | void
  /** Each fault as soon as it is found. */
  onFault: (fault: string) => void
}>

/** Sends requests number 1 to `rounds` of a seed, a few at once, and judges each answer. */
export async function sendAll(
  ground: Ground,
  { rounds, seed, judging, isAlive, onSent, onFault }: Sending,
): Promise<Found> {
  const statuses: Record<string, number> = {}
  const families: Record<string, number> = {}
  const times: number[] = []
  const faults = new Map<string, string>()
  let [next, done] = [0, 0]
  const turn = async () => {
    while (next < rounds && isAlive()) {
      next += 1
      const sent = fuzzRequest(seed, next, ground)
      const answer = await sendBytes(sent.who.port, bytesOf(sent), LONGEST_MS + 2_000)
      const status = answer === 'silence' ? 'silence' : String(answer.status || 'hung up')
      statuses[status] = (statuses[status] ?? 0) + 1
      families[sent.family] = (families[sent.family] ?? 0) + 1
      if (answer !== 'silence') times.push(answer.ms)
      for (const fault of judge(sent, answer, judging)) {
        const key = `${fault} ${sent.method} ${sent.path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, 'n').slice(0, 60)}`
        if (faults.has(key) || faults.size >= MOST_FAULTS) continue
        faults.set(key, `${fault} – ${told(seed, sent)}`)
        onFault(faults.get(key) ?? '')
      }
      done += 1
      await onSent(done)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, turn))
  return {
    figures: {
      requests: done,
      'answers by status': JSON.stringify(statuses),
      'requests by kind': JSON.stringify(families),
      'ms p50': Math.round(percentile(times, 0.5)),
      'ms p99': Math.round(percentile(times, 0.99)),
      'ms worst': Math.round(percentile(times, 1)),
    },
    faults: [...faults.values()],
  }
}

/** As it goes over the wire, with what a browser would say of itself unless the request says otherwise. */
function bytesOf({ who, method, path, headers, body, number }: FuzzRequest) {
  const said = new Set(headers.map(([name]) => name.toLowerCase()))
  const own: (readonly [string, string])[] = [
    ['Host', who.host],
    ['Sec-Fetch-Site', 'same-origin'],
    // Each from another network: the bounds on tries have tests of their own.
    ['X-Forwarded-For', `198.51.${(number >> 8) & 255}.${number & 255}`],
    ...(who.cookie === null ? [] : [['Cookie', who.cookie] as const]),
    ...(body.length === 0 || said.has('transfer-encoding')
      ? []
      : [['Content-Length', String(body.length)] as const]),
    ['Connection', 'close'],
  ]
  const lines = [...own.filter(([name]) => !said.has(name.toLowerCase())), ...headers]
  return {
    head: `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    body,
  }
}

/** What somebody needs who wants to see it again: the number, who sent it, and what. */
const told = (seed: number, { number, family, who, method, path, headers, body }: FuzzRequest): string =>
  `seed ${seed}, request ${number} (${family}) as ${who.as} of ${who.host}: ${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)} ${JSON.stringify(body.toString('utf8').slice(0, 700))}`
