import type { APIRequestContext, APIResponse } from '@playwright/test'

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

/** By its name a file or an answer for programs; every other address is asked whether it is a page. */
const FILE = /(\.[a-z0-9]{2,6}|^\/api\/[^?]*)(\?|$)/

/** As many as a browser asks for at once. */
const AT_ONCE = 4

/**
 * Every public page that links lead to from `starts`, in the order of their distance. Files, pictures and styles are
 * listed and not asked for: `deadFiles` does so.
 */
export async function crawl(request: APIRequestContext, starts: readonly string[]): Promise<Crawl> {
  const pages: CrawledPage[] = []
  const files = new Set<string>()
  const dead: string[] = []
  const seen = new Set(starts)
  let here = [...starts]
  for (let clicks = 0; here.length > 0; clicks += 1) {
    const found: string[] = []
    await inTurns(here, async (address) => {
      const answer = await request.get(address)
      if (!answer.ok()) dead.push(`${answer.status()} ${address}`)
      else if (!isPage(answer)) files.add(address)
      else {
        const html = await answer.text()
        pages.push({ address, html, clicks })
        for (const pattern of [LINK, PICTURE])
          for (const [, href = ''] of html.matchAll(pattern)) {
            const next = ownPath(href, address)
            if (next === null || LEFT_OUT.test(next) || seen.has(next)) continue
            seen.add(next)
            if (FILE.test(next)) files.add(next)
            else found.push(next)
          }
      }
    })
    here = found
  }
  return { pages, files: [...files], dead }
}

/** Of these files, those that do not answer. */
export async function deadFiles(
  request: APIRequestContext,
  files: readonly string[],
): Promise<readonly string[]> {
  const dead: string[] = []
  await inTurns(files, async (address) => {
    const answer = await request.head(address)
    if (!answer.ok()) dead.push(`${answer.status()} ${address}`)
  })
  return dead
}

/** A file of HTML that is handed out to be kept is no page. */
const isPage = (answer: APIResponse) =>
  (answer.headers()['content-type'] ?? '').startsWith('text/html') &&
  !(answer.headers()['content-disposition'] ?? '').startsWith('attachment')

/** Asks for a few at a time. */
export async function inTurns(
  addresses: readonly string[],
  ask: (address: string) => Promise<void>,
): Promise<void> {
  const left = [...addresses]
  const turn = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await ask(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, turn))
}

const HERE = 'http://site.invalid'

/** The path that a link of a page leads to on this site; null where it leads elsewhere. */
function ownPath(href: string, from: string): string | null {
  const decoded = href.replaceAll('&amp;', '&')
  if (/^(mailto|tel|geo|data):/.test(decoded)) return null
  const url = new URL(decoded, HERE + from)
  return url.origin === HERE ? url.pathname + url.search : null
}
