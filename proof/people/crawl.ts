import type { Answer } from '../../tests/support/asking.ts'
import { askAsBrowser } from '../ground/browser.ts'
import { elementsOf, formsOf, type PageForm } from './forms.ts'
import { headersOf, type Who } from './who.ts'

export type CrawledPage = Readonly<{ address: string; forms: readonly PageForm[] }>
export type Crawled = Readonly<{
  who: Who
  pages: readonly CrawledPage[]
  /** Addresses of files that links led to. */
  files: readonly string[]
}>

const HERE = 'http://site.invalid'
/** Pages of one kind differ in their parameters only: a few of each are enough. */
const OF_ONE_KIND = 4

/** Every page that links lead to from `starts`, a few of each kind, with the forms on it. */
export async function crawl(who: Who, starts: readonly string[], most: number): Promise<Crawled> {
  const seen = new Set(starts)
  const kinds = new Map<string, number>()
  const [pages, files]: [CrawledPage[], string[]] = [[], []]
  const left = [...starts]
  for (let next = left.shift(); next !== undefined && pages.length < most; next = left.shift()) {
    const answer = await askAsBrowser({ ...who, address: next, headers: headersOf(who) })
    if (!isPage(answer)) {
      if (answer.status === 200) files.push(next)
      continue
    }
    pages.push({ address: next, forms: formsOf(answer.body, next) })
    for (const link of linksOf(answer.body, next)) {
      const count = kinds.get(kindOf(link)) ?? 0
      if (seen.has(link) || count >= OF_ONE_KIND) continue
      seen.add(link)
      kinds.set(kindOf(link), count + 1)
      left.push(link)
    }
  }
  return { who, pages, files }
}

const isPage = ({ status, headers }: Answer) =>
  status < 400 &&
  (headers['content-type'] ?? '').startsWith('text/html') &&
  !(headers['content-disposition'] ?? '').startsWith('attachment')

/** Addresses that differ in numbers, identifiers and words behind the second segment are of one kind. */
const kindOf = (address: string): string =>
  address
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g, 'id')
    .replace(/\d+/g, 'n')
    .replace(/=[^&]*/g, '=')
    .replace(/^(\/en)?(\/(?:news|policies|services|questions|pages|data|files|qr|share))\/.+$/, '$1$2/x')

function linksOf(html: string, address: string): readonly string[] {
  return elementsOf(html).flatMap(({ name, attribs }) => {
    const href = name === 'a' ? attribs.href : undefined
    if (href === undefined || !URL.canParse(href, HERE + address)) return []
    const url = new URL(href, HERE + address)
    return url.origin === HERE ? [url.pathname + url.search] : []
  })
}
