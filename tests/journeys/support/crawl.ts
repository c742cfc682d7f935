import type { APIRequestContext } from '@playwright/test'

export type CrawledPage = Readonly<{
  /** Path and query, as a link led there. */
  address: string
  html: string
  /** How many links it is from where the crawl began. */
  clicks: number
}>
type Crawl = Readonly<{
  pages: readonly CrawledPage[]
  /** Files and pictures that links led to. */
  files: readonly string[]
  /** Links that did not answer, with the page on which they stand. */
  dead: readonly string[]
}>

const LINK = /<a\b[^>]*?\shref="([^"]*)"/g
const PICTURE = /<(?:img|script|link)\b[^>]*?\s(?:src|href)="([^"]*)"/g
/** For those who work here; what is asked for by a form has no end. */
const LEFT_OUT = /^(\/en)?\/(sign-in|office)(\/|\?|$)/

/**
 * Every public page that links lead to from `starts`, the first found first, in the order of their distance; pictures, styles
 * and files are asked for, too, and only counted.
 */
export async function crawl(request: APIRequestContext, starts: readonly string[]): Promise<Crawl> {
  const pages: CrawledPage[] = []
  const files: string[] = []
  const dead: string[] = []
  const seen = new Map(starts.map((address) => [address, 0]))
  for (const [address, clicks] of seen) {
    const answer = await request.get(address)
    const from = address
    if (!answer.ok()) {
      dead.push(`${answer.status()} ${from}`)
      continue
    }
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) {
      files.push(address)
      continue
    }
    const html = await answer.text()
    pages.push({ address, html, clicks })
    for (const pattern of [LINK, PICTURE])
      for (const [, href = ''] of html.matchAll(pattern)) {
        const next = ownPath(href, address)
        if (next !== null && !LEFT_OUT.test(next) && !seen.has(next)) seen.set(next, clicks + 1)
      }
  }
  return { pages, files, dead }
}

const HERE = 'http://site.invalid'

/** The path that a link of a page leads to on this site; null where it leads elsewhere. */
function ownPath(href: string, from: string): string | null {
  const decoded = href.replaceAll('&amp;', '&')
  if (/^(mailto|tel|geo|data):/.test(decoded)) return null
  const url = new URL(decoded, HERE + from)
  return url.origin === HERE ? url.pathname + url.search : null
}
