import { urlEncoded } from '../../tests/support/sent-form.ts'
import { type Random, randomOf } from '../ground/random.ts'
import type { Ground } from '../people/seen-site.ts'
import type { Who } from '../people/who.ts'
import { agencyOf, type Draft, type FuzzRequest } from './draft.ts'
import { filesRequest } from './files.ts'
import { formRequest } from './forms.ts'
import { headerRequest } from './headers.ts'
import { aText, SEGMENTS } from './hostile-texts.ts'
import { protocolRequest } from './protocol.ts'

type Family = readonly [
  weight: number,
  make: (random: Random, ground: Ground, who: Who) => Draft & { who?: Who },
]

const METHODS = [
  'GET',
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'QUERY',
]
const QUERIES = [
  'q',
  'page',
  'year',
  'to',
  'from',
  'format',
  'state',
  'unit',
  'kind',
  'after',
  'kept',
  'done',
  'ids',
  'attach',
  'address',
  'edit',
  'lang',
  'sort',
  'show',
  'of',
  'years',
]

/** Request number `number` of this seed: the same for the same site, whatever was sent before. */
export function fuzzRequest(seed: number, number: number, ground: Ground): FuzzRequest {
  const random = randomOf(seed * 1_000_003 + number)
  const who = random.pick(ground.people)
  const total = FAMILIES.reduce((sum, [weight]) => sum + weight, 0)
  let drawn = random.below(total)
  const make = FAMILIES.find(([weight]) => {
    drawn -= weight
    return drawn < 0
  })?.[1] as Family[1]
  return { headers: [], body: Buffer.alloc(0), isBroken: false, who, ...make(random, ground, who), number }
}

const FAMILIES: readonly Family[] = [
  [28, formRequest],
  [26, addressRequest],
  [12, headerRequest],
  [8, filesRequest],
  [26, protocolRequest],
]

/** An address of `routes.ts` with real values of any agency, and hostile ones, for its parameters. */
function anAddress(random: Random, ground: Ground, who: Who): string {
  const pattern = random.pick(ground.patterns)
  const path = pattern
    .replace(/:([a-z0-9]+)/gi, (_all, name: string) => aValue(random, ground, name, who))
    .replace(/\*$/, () =>
      random.pick([...SEGMENTS, 'reports/2567.svg', 'index.png', 'requests.json', 'oit/2568.pdf']),
    )
  const spelled = random.chance(0.06)
    ? random.pick([
        `${path}/`,
        `/${path}`,
        `${path}.data`,
        path.toUpperCase(),
        `${path}%20`,
        path.replace('/', '/./'),
        `${path};x`,
      ])
    : path
  return random.chance(0.35) ? `${spelled}?${aQuery(random, who)}` : spelled
}

function aValue(random: Random, { values }: Ground, name: string, { host }: Who): string {
  const known = values.get(name)
  const own = known?.get(host) ?? []
  const others = [...(known ?? [])].flatMap(([of, all]) => (of === host ? [] : all))
  const drawn = random.below(100)
  if (own.length > 0 && drawn < 45) return random.pick(own)
  if (others.length > 0 && drawn < 65) return random.pick(others)
  return random.pick(SEGMENTS)
}

function aQuery(random: Random, who: Who): string {
  const count = 1 + random.below(3)
  return Array.from({ length: count }, () => {
    const text = aText(random, agencyOf(who)).slice(0, 3_000)
    const value = random.chance(0.8) ? encodeURIComponent(text.toWellFormed()) : random.pick(SEGMENTS)
    return `${random.pick(QUERIES)}=${value}`
  }).join('&')
}

function addressRequest(random: Random, ground: Ground, who: Who): Draft {
  const method = random.pick(METHODS)
  const path = anAddress(random, ground, who)
  if (method === 'GET' || method === 'HEAD') return { family: 'address', method, path }
  const { headers, body } = urlEncoded([
    ['act', random.pick(['save', 'remove', 'x'])],
    ['name', aText(random, agencyOf(who))],
  ])
  return {
    family: 'address',
    method,
    path,
    headers: Object.entries(headers),
    body,
    isBroken: !/^[A-Z]{3,7}$/.test(method) || method === 'TRACE' || method === 'QUERY',
  }
}
