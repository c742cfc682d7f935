import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '../../app/routes.ts'
import { type Crawled, crawl } from './crawl.ts'
import type { PageForm } from './forms.ts'
import type { Who } from './who.ts'

/** A form, who saw it, and the page on which it stood. */
export type SeenForm = Readonly<{ who: Who; form: PageForm }>

/** What there is to be asked: every address as `routes.ts` has it, values for its parameters, and every form that was seen. */
export type Ground = Readonly<{
  patterns: readonly string[]
  /** Real values of parameters by name and host. */
  values: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
  forms: readonly SeenForm[]
  people: readonly Who[]
  pages: readonly Readonly<{ who: Who; address: string }>[]
}>

/** Every pattern of an address, in both languages: `/reports/:year`. */
function patternsOf(entries: readonly RouteConfigEntry[] = routes as RouteConfigEntry[]): readonly string[] {
  const inBoth = (path: string) =>
    path.startsWith('en?/') ? [path.slice('en?'.length), `/en${path.slice('en?'.length)}`] : [`/${path}`]
  return [
    ...new Set(
      entries.flatMap((entry) => [
        ...(entry.index ? ['/'] : entry.path === undefined ? [] : inBoth(entry.path)),
        ...patternsOf(entry.children ?? []),
      ]),
    ),
  ]
}

const AT_ONCE = 3
const isOffice = (pattern: string) => /^(\/en)?\/office/.test(pattern)

/** Looks at the site as each of these people would, from every address that has no parameter on. */
export async function groundOf(people: readonly Who[], most: number): Promise<Ground> {
  const patterns = patternsOf()
  const plain = patterns.filter((pattern) => !/[:*]/.test(pattern) && !pattern.startsWith('/en/'))
  const crawled: Crawled[] = []
  const left = [...people]
  const turn = async () => {
    for (let who = left.shift(); who !== undefined; who = left.shift()) {
      const { cookie } = who
      const starts = plain.filter((pattern) => (cookie === null ? !isOffice(pattern) : isOffice(pattern)))
      crawled.push(await crawl(who, [...(cookie === null ? [] : ['/office/cycles/2568']), ...starts], most))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, turn))
  const seen = new Map<string, SeenForm>()
  for (const { who, pages } of crawled)
    for (const { forms } of pages)
      for (const form of forms) seen.set(`${who.host} ${who.as} ${keyOf(form)}`, { who, form })
  return {
    patterns,
    values: valuesOf(patterns, crawled),
    forms: [...seen.values()],
    people,
    pages: crawled.flatMap(({ who, pages, files }) =>
      [...pages.map(({ address }) => address), ...files].map((address) => ({ who, address })),
    ),
  }
}

/** Forms that differ in what stands in them only are one. */
const keyOf = ({ action, fields }: PageForm) =>
  `${action.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, 'n')} ${fields.map(({ name, kind, choices }) => name.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, 'n') + (kind === 'submit' ? choices[0] : '')).join()}`

function valuesOf(patterns: readonly string[], crawled: readonly Crawled[]): Ground['values'] {
  const matchers = patterns
    .filter((pattern) => pattern.includes(':'))
    .map((pattern) => ({
      names: [...pattern.matchAll(/:([a-z0-9]+)/gi)].map(([, name = '']) => name),
      matcher: new RegExp(`^${pattern.replace(/[.*]/g, '\\$&').replace(/:[a-z0-9]+/gi, '([^/]+)')}$`),
    }))
  const found = new Map<string, Map<string, Set<string>>>()
  for (const { who, pages, files } of crawled)
    for (const address of [...pages.map((page) => page.address), ...files]) {
      const pathname = address.split('?')[0] ?? ''
      for (const { names, matcher } of matchers)
        matcher
          .exec(pathname)
          ?.slice(1)
          .forEach((value, index) => {
            const name = names[index] ?? ''
            const hosts = found.get(name) ?? new Map<string, Set<string>>()
            found.set(name, hosts)
            hosts.set(who.host, (hosts.get(who.host) ?? new Set()).add(value))
          })
    }
  return new Map(
    [...found].map(([name, hosts]) => [
      name,
      new Map([...hosts].map(([host, values]) => [host, [...values]] as const)),
    ]),
  )
}
