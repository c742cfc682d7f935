import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { formFor, hasAlready, type PackedBody, packBody, packedResponse } from './packed-body.server.ts'

/** `isPage`: by being public it says that it reads its path alone. */
type Entry = Readonly<{ body: PackedBody; until: number; isPage: boolean }>
type CacheOptions = Readonly<{
  lifetimeMs: number
  maxBytes?: number
  now?: () => number
  /** Who answers under that `Host`: what is kept for one is never shown to visitors of another. One site when not given. */
  siteOf?: (host: string | undefined) => string
}>

/** Headers of one answer alone: the kept page has its own, or the connection sets them. */
const OWN_HEADERS =
  /^(content-length|content-encoding|transfer-encoding|etag|vary|date|connection|keep-alive)$/
/** What is kept beside pages: texts that are worth compressing. Pictures and files are handed out otherwise. */
const TEXTS = /^(text\/(css|csv|plain|turtle|xml)|application\/([\w.-]+\+)?(json|xml)|image\/svg\+xml)(;|$)/
/** A larger text is written as it comes, and compressed by nobody. */
const LARGEST_TEXT = 8 * 1024 * 1024
const MAX_ENTRIES = 2_000
const MAX_BYTES = 64 * 1024 * 1024

/**
 * Whole public pages kept in memory, compressed once. A page says itself that it may be kept (`Cache-Control: public`,
 * status 200, no cookie, no download) and by that, that it reads its path alone: what stands after a question mark is
 * passed over. Texts for machines (JSON, CSV, feeds, stylesheets) that say that they are public are kept in the same way,
 * but may read what stands after a question mark: with one they are made anew. The memory is bound by pages and by bytes;
 * the page that was rendered longest ago makes room.
 */
export function createPageCache(options: CacheOptions) {
  const now = options.now ?? Date.now
  const maxBytes = options.maxBytes ?? MAX_BYTES
  const siteOf = options.siteOf ?? (() => '')
  const entries = new Map<string, Entry>()
  const rendering = new Map<string, Promise<Entry | null>>()
  // Of pages alone: texts go with pages that are nobody's business.
  const counts = { hits: 0, misses: 0 }
  let bytes = 0
  let generation = 0

  /** Answers from memory before any framework is asked; false when the page is not there. */
  function serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const url = request.url ?? ''
    const query = url.indexOf('?')
    const pathname = query < 0 ? url : url.slice(0, query)
    const entry = entries.get(siteOf(request.headers.host) + pathname)
    if (!entry || entry.until < now() || (query >= 0 && !entry.isPage)) return false
    if (entry.isPage) counts.hits += 1
    const form = formFor(entry.body, request.headers['accept-encoding'])
    if (hasAlready(request.headers['if-none-match'], form.etag)) {
      response.writeHead(304, form.unchanged as string[])
      response.end()
      return true
    }
    response.writeHead(200, form.headers as string[])
    response.end(request.method === 'HEAD' ? undefined : form.bytes)
    return true
  }

  /** Renders a missing page once for any number of visitors who ask for it together. */
  const middleware: MiddlewareHandler = async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const { pathname, search } = new URL(c.req.url)
    const key = siteOf(c.req.header('host')) + pathname
    const asked = (name: string) => c.req.header(name)
    const running = rendering.get(key + search)
    if (running) {
      const entry = await running
      return entry ? packedResponse(entry.body, asked) : next()
    }
    const startedIn = generation
    const made = next().then(() =>
      entryOf(c.res, { method: c.req.method, until: now() + options.lifetimeMs }),
    )
    rendering.set(
      key + search,
      made.catch(() => null),
    )
    try {
      const entry = await made
      if (!entry) return
      if (entry.isPage) counts.misses += 1
      // A page rendered before `clear` may show what was true before it: it is answered, not kept.
      if (startedIn === generation && (entry.isPage || search === '')) keep(key, entry)
      // Emptied first: Hono would add the headers of the page as it was rendered.
      c.res = undefined
      c.res = packedResponse(entry.body, asked)
    } finally {
      rendering.delete(key + search)
    }
  }

  function keep(key: string, entry: Entry) {
    forget(key)
    if (entry.body.size > maxBytes) return
    entries.set(key, entry)
    bytes += entry.body.size
    for (const oldest of entries.keys()) {
      if (entries.size <= MAX_ENTRIES && bytes <= maxBytes) return
      forget(oldest)
    }
  }

  function forget(key: string) {
    bytes -= entries.get(key)?.body.size ?? 0
    entries.delete(key)
  }

  /** Forgets every page: call it when something published changed. */
  function clear() {
    generation += 1
    bytes = 0
    entries.clear()
  }

  return { serve, middleware, clear, size: () => ({ pages: entries.size, bytes }), counts }
}

async function entryOf(
  response: Response,
  { method, until }: Readonly<{ method: string; until: number }>,
): Promise<Entry | null> {
  // A file is left alone: a copy of its stream would keep it open for as long as nobody reads the copy.
  if (!mayBeKept(response)) return null
  const identity = Buffer.from(await response.clone().arrayBuffer())
  // The screen may have left the body out because only the head was asked for: the next visitor asks for all of it.
  if (method === 'HEAD' && identity.length === 0) return null
  return {
    until,
    isPage: isPage(response),
    body: await packBody(
      identity,
      [...response.headers].filter(([name]) => !OWN_HEADERS.test(name)),
    ),
  }
}

function mayBeKept(response: Response): boolean {
  const { status, headers } = response
  const isPublic = /\bpublic\b/.test(headers.get('cache-control') ?? '')
  // What is packed already, as a page of the guide is, would be packed a second time and read by nobody.
  const isPlain = !headers.has('set-cookie') && !headers.has('content-encoding')
  return status === 200 && isPublic && (isPage(response) || isText(response)) && isPlain
}

const typeOf = ({ headers }: Response): string => headers.get('content-type') ?? ''

const isPage = (response: Response): boolean =>
  typeOf(response).startsWith('text/html') && !response.headers.has('content-disposition')

/**
 * What brings its own hash is a file that lies somewhere; what varies by more than its encoding is not one text, and what is
 * compressed already is none at all.
 */
const isText = (response: Response): boolean =>
  TEXTS.test(typeOf(response)) &&
  !response.headers.has('content-encoding') &&
  !response.headers.has('x-content-sha256') &&
  !response.headers.has('vary') &&
  !response.headers.has('content-encoding') &&
  Number(response.headers.get('content-length') ?? 0) <= LARGEST_TEXT
