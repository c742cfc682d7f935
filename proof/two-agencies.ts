import { setTimeout as sleep } from 'node:timers/promises'
import type { RoleName } from '../app/kernel/actor.ts'
import type { Answer } from '../tests/support/asking.ts'
import { markedIn } from '../tests/support/marked-rows.ts'
import { loggedFaults, notReady, notVerified } from './ground/afterwards.ts'
import { askAsBrowser } from './ground/browser.ts'
import { type DemoSite, onDemoSite, type SiteAgency } from './ground/demo-site.ts'
import { type Random, randomOf } from './ground/random.ts'
import { formWith, type Hand, handOf } from './people/hand.ts'
import { markOf } from './people/mark.ts'
import { type Ground, groundOf } from './people/seen-site.ts'
import { headersOf, peopleOf } from './people/who.ts'
import { TYPED } from './people/words.th.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const ROUNDS = 30
const PAGES_OF_EACH = 60
/** Readers and spies of each agency, each asking one thing after the other while people of both work. */
const READERS = 2
const SPIES = 2
/** How long what was published may take to be seen: pages are forgotten when the database announces it. */
const LONGEST_UNTIL_SEEN_MS = 15_000

/** `npm run proof -- two-agencies`: `rounds` is how often each person of each agency does their work. */
export const twoAgencies: Proof = {
  name: 'two-agencies',
  about: 'Two agencies at work at once, and people of each who try to read the other: not a byte passes.',
  needs: null,
  run: (options) => onDemoSite(options, { LOG_LEVEL: 'error' }, (site) => run(site, options)),
}

/** Kinds of things that bear the mark of their agency, as they are counted afterwards. */
type Kind = 'evidence' | 'pages' | 'tickets'
type Work = {
  counts: Record<Kind, number>
  asked: number
  faults: Set<string>
  isOver: boolean
  slowestMs: number
}

async function run(site: DemoSite, { rounds = ROUNDS, seed, log }: ProofOptions): Promise<Found> {
  const ground = await groundOf(
    site.agencies.flatMap((agency) => peopleOf(site, agency)),
    PAGES_OF_EACH,
  )
  log(`${ground.patterns.length} addresses, ${ground.pages.length} pages`)
  const works = site.agencies.map(
    (): Work => ({
      counts: { evidence: 0, pages: 0, tickets: 0 },
      asked: 0,
      faults: new Set(),
      isOver: false,
      slowestMs: 0,
    }),
  )
  await Promise.all(
    site.agencies.map(async (agency, index) => {
      const work = works[index] as Work
      const around = Array.from({ length: READERS + SPIES }, (_, number) => {
        const random = randomOf(seed * 1_000 + index * 100 + number)
        return number < READERS
          ? read(site, agency, { work, random })
          : spy(site, agency, { work, random, ground })
      })
      await workers(site, agency, { work, rounds, seed })
      work.isOver = true
      await Promise.all(around)
      log(`${agency.code}: ${JSON.stringify(work.counts)}, ${work.asked} answers looked at`)
    }),
  )
  return {
    figures: figuresOf(site, works, rounds),
    faults: [
      ...works.flatMap(({ faults }) => [...faults]),
      ...(await miscounted(site, works)),
      ...(await afterwards(site)),
    ],
  }
}

const figuresOf = ({ agencies }: DemoSite, works: readonly Work[], rounds: number) => ({
  rounds,
  ...Object.fromEntries(
    agencies.flatMap(({ code }, index) => {
      const { counts, asked, slowestMs } = works[index] as Work
      return [
        [`${code}: made`, JSON.stringify(counts)],
        [`${code}: answers looked at for the other's mark`, asked],
        [`${code}: ms until what was published was seen, worst`, Math.round(slowestMs)],
      ]
    }),
  ),
})

/** Every answer to somebody of an agency goes through here: nothing of the other stands in it that was not sent along. */
function looked(work: Work, { host }: SiteAgency, what: string, answer: Answer, sent = ''): Answer {
  work.asked += 1
  const other = host.startsWith('one.') ? 'two' : 'one'
  const told = answer.body + JSON.stringify(answer.headers)
  if (told.includes(markOf(other)) && !sent.includes(markOf(other)))
    work.faults.add(`${host}: ${what} tells of ${other}`)
  if (answer.status >= 500 && answer.status !== 503)
    work.faults.add(`${host}: ${what} answers ${answer.status}`)
  return answer
}

type Working = Readonly<{ work: Work; rounds: number; seed: number }>

/** People of one agency, all at once, each doing their own work so often. */
async function workers(site: DemoSite, agency: SiteAgency, { work, rounds, seed }: Working): Promise<void> {
  const hand = (role: RoleName | null): Hand => {
    const who = peopleOf(site, agency).find(({ as }) => as === (role ?? 'visitor'))
    if (!who) throw new Error(`${agency.code} has no ${role}`)
    return handOf(who, `203.0.113.${role === null ? 1 : 2}`)
  }
  const often = async (act: (number: number) => Promise<void>) => {
    for (let number = 1; number <= rounds; number += 1)
      await act(number).catch((error: Error) => work.faults.add(`${agency.host}: ${error.message}`))
  }
  const mark = (number: number) => `${markOf(agency.code)} ${seed} ${number}`
  await Promise.all([
    often((number) => addEvidence(hand('unit-owner'), agency, work, mark(number))),
    often((number) => publishNews(hand('ita-coordinator'), agency, work, `${seed}-${number}`)),
    often((number) => complain(hand(null), agency, work, mark(number))),
    often((number) => keepDraft(hand('ita-coordinator'), agency, work, mark(number))),
    often((number) => reportWrongdoing(hand(null), agency, work, mark(number))),
  ])
}

async function addEvidence(hand: Hand, agency: SiteAgency, work: Work, mark: string): Promise<void> {
  const bytes = Buffer.from(`${mark}\n`)
  const tus = { 'Tus-Resumable': '1.0.0' }
  const name = Buffer.from(`${mark}.txt`).toString('base64')
  const begun = looked(
    work,
    agency,
    'an upload',
    await hand.send('/office/uploads', {
      headers: { ...tus, 'Upload-Length': String(bytes.length), 'Upload-Metadata': `filename ${name}` },
      body: '',
    }),
  )
  const place = begun.headers.location ?? ''
  const headers = { ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' }
  const sent = looked(
    work,
    agency,
    'an upload',
    await hand.send(place, { method: 'PATCH', headers, body: bytes }),
  )
  if (sent.headers['x-evidence-id'] !== undefined) work.counts.evidence += 1
}

async function publishNews(hand: Hand, agency: SiteAgency, work: Work, tail: string): Promise<void> {
  const slug = `${markOf(agency.code)}-${tail}`
  const form = formWith(await hand.forms('/office/site/add/news'), 'titleTh')
  const made = looked(
    work,
    agency,
    'a new page',
    await hand.submit(form, { titleTh: `${TYPED.news} ${slug}`, slug, date: '1/11/2569', bodyTh: slug }),
  )
  const page = made.headers.location?.split('?')[0]
  if (page === undefined) throw new Error(`a page was not made: ${made.status}`)
  const publish = formWith(await hand.forms(page), 'act', 'publish')
  const done = looked(work, agency, 'publishing', await hand.submit(publish, { act: 'publish' }))
  if (done.status !== 303) throw new Error(`a page was not published: ${done.status}`)
  work.counts.pages += 1
  const began = performance.now()
  while (!(await hand.get('/news')).body.includes(slug)) {
    if (performance.now() - began > LONGEST_UNTIL_SEEN_MS)
      throw new Error(`${slug} was published and is not seen`)
    await sleep(50)
  }
  work.slowestMs = Math.max(work.slowestMs, performance.now() - began)
}

async function complain(visitor: Hand, agency: SiteAgency, work: Work, mark: string): Promise<void> {
  const number = mark.split(' ').at(-1)
  // From a network of its own: one network may send thirty an hour.
  const hand = handOf(visitor.who, `203.0.${agency.code === 'one' ? 1 : 2}.${number}`)
  const form = formWith(await hand.forms('/complaint/new'), 'formSecret')
  const sent = looked(work, agency, 'the desk', await hand.submit(form, { kind: 'complaint', body: mark }))
  if (sent.status === 200 || sent.status === 303) work.counts.tickets += 1
}

async function keepDraft(hand: Hand, agency: SiteAgency, work: Work, mark: string): Promise<void> {
  const draft = {
    personId: hand.who.personId,
    form: '/office/site/add/news form',
    title: mark,
    begins: mark,
    fields: [['bodyTh', mark]],
    seenVersion: null,
    typedAt: Date.now(),
  }
  looked(
    work,
    agency,
    'a draft',
    await hand.send('/office/drafts/keep', {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(draft),
    }),
  )
  looked(work, agency, 'the drafts', await hand.get('/office/drafts'))
}

async function reportWrongdoing(hand: Hand, agency: SiteAgency, work: Work, mark: string): Promise<void> {
  const page = looked(work, agency, 'the form of reports', await hand.get('/whistleblow/report'))
  // The second agency of the demo has not opened its channel.
  if (!page.body.includes('formSecret')) return
  const form = formWith(await hand.forms('/whistleblow/report'), 'formSecret')
  looked(
    work,
    agency,
    'a report',
    await hand.submit(form, { category: 'corruption', what: mark, who: mark, step: 'review' }),
  )
}

const PUBLIC = [
  '/',
  '/en',
  '/news',
  '/news/feed.atom',
  '/news/feed.rss',
  '/sitemap.xml',
  '/site-map',
  '/search?q=mrkzagency',
  '/api/3/action/package_list',
  '/data',
  '/oit',
  '/complaint/statistics',
  '/robots.txt',
  '/theme.css',
  '/.well-known/security.txt',
]

type Around = Readonly<{ work: Work; random: Random }>

/** Reads public pages under every way in which the own host may be written, while both agencies publish. */
async function read({ port }: DemoSite, agency: SiteAgency, { work, random }: Around): Promise<void> {
  const { host } = agency
  const other = host.startsWith('one.') ? 'two.example.go.th' : 'one.example.go.th'
  const spellings = [host, host, host, host.toUpperCase(), `${host}:443`, `${host}.`, `${host}:${port}`]
  const odd: readonly Readonly<Record<string, string>>[] = [
    {},
    {},
    { 'X-Forwarded-Host': other },
    { Forwarded: `host=${other}` },
    { 'X-Host': other },
    { 'Accept-Encoding': 'br' },
  ]
  while (!work.isOver) {
    const path = random.pick(PUBLIC)
    const as = random.pick(spellings)
    const headers = random.pick(odd)
    await askAsBrowser({ port, host: as, address: path, headers })
      .then((answer) => looked(work, agency, `${path} under ${as} with ${JSON.stringify(headers)}`, answer))
      .catch((error: Error) => work.faults.add(`${host}: ${path}: ${error.message}`))
  }
}

/** Asks under the own host, with the own session or that of the other, for everything that the other has. */
async function spy(
  site: DemoSite,
  agency: SiteAgency,
  { work, random, ground }: Around & Readonly<{ ground: Ground }>,
): Promise<void> {
  const { host } = agency
  const people = peopleOf(site, agency)
  const other = site.agencies.find((one) => one.host !== host) as SiteAgency
  const cookies = [...other.people.values()].map(({ cookie }) => cookie)
  const theirs = ground.pages.filter(({ who }) => who.host === other.host).map(({ address }) => address)
  while (!work.isOver) {
    const who = random.pick(people)
    const path = random.chance(0.3) ? random.pick(theirs) : theirAddress(random, ground, other.host)
    const headers = random.chance(0.2) ? { Cookie: random.pick(cookies) } : headersOf(who)
    const method = random.chance(0.85) ? 'GET' : random.pick(['HEAD', 'POST', 'PATCH'])
    const body = method === 'POST' ? 'act=save&x=1' : undefined
    if (/sign-out|account\/sessions/.test(path)) continue
    const type = body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }
    await askAsBrowser({
      port: site.port,
      host,
      address: path,
      method,
      headers: { ...headers, ...type },
      body,
    })
      .then((answer) => looked(work, agency, `${method} ${path} as ${who.as}`, answer, path))
      .catch((error: Error) => work.faults.add(`${host}: ${path}: ${error.message}`))
  }
}

/** An address of `routes.ts` whose parameters are those of the other agency. */
const theirAddress = (random: Random, { patterns, values }: Ground, host: string): string =>
  random
    .pick(patterns)
    .replace(/:([a-z0-9]+)/gi, (_all, name: string) => {
      const known = values.get(name)?.get(host) ?? []
      return known.length > 0 ? random.pick(known) : 'x'
    })
    .replace(/\*$/, 'requests.json')

/** What stands in the database, under each agency, against what each did. */
async function miscounted({ env, agencies }: DemoSite, works: readonly Work[]): Promise<readonly string[]> {
  const faults: string[] = []
  for (const [index, { agencyId, code }] of agencies.entries()) {
    const rows = await markedIn({ ...env }, agencyId, {
      own: markOf(code),
      other: markOf(code === 'one' ? 'two' : 'one'),
    })
    const { counts } = works[index] as Work
    for (const kind of ['evidence', 'pages', 'tickets'] as const)
      if (rows.own[kind] !== counts[kind])
        faults.push(`${code} made ${counts[kind]} of ${kind}, and has ${rows.own[kind]}`)
    for (const [kind, count] of Object.entries(rows.other))
      if (count > 0) faults.push(`${code} has ${count} of ${kind} of the other`)
  }
  return faults
}

async function afterwards(site: DemoSite): Promise<readonly string[]> {
  return [...(await notReady(site)), ...(await notVerified(site, 1_000)), ...loggedFaults(site)]
}
