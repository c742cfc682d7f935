import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { formFor, hasAlready, type PackedBody, packBody, packedResponse } from './packed-body.server.ts'

type Entry = Readonly<{ body: PackedBody; until: number }>
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
const MAX_ENTRIES = 2_000
const MAX_BYTES = 64 * 1024 * 1024

/**
 * Whole public pages kept in memory, compressed once. A page says itself that it may be kept (`Cache-Control: public`,
 * status 200, no cookie, no download) and by that, that it reads its path alone: what stands after a question mark is
 * passed over. The memory is bound by pages and by bytes; the page that was rendered longest ago makes room.
 */
export function createPageCache(options: CacheOptions) {
  const now = options.now ?? Date.now
  const maxBytes = options.maxBytes ?? MAX_BYTES
  const siteOf = options.siteOf ?? (() => '')
  const entries = new Map<string, Entry>()
  const rendering = new Map<string, Promise<Entry | null>>()
  let bytes = 0
  let generation = 0

  /** Answers from memory before any framework is asked; false when the page is not there. */
  function serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const url = request.url ?? ''
    const query = url.indexOf('?')
    const pathname = query < 0 ? url : url.slice(0, query)
    const entry = entries.get(siteOf(request.headers.host) + pathname)
    if (!entry || entry.until < now()) return false
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
    const key = siteOf(c.req.header('host')) + new URL(c.req.url).pathname
    const asked = (name: string) => c.req.header(name)
    const running = rendering.get(key)
    if (running) {
      const entry = await running
      return entry ? packedResponse(entry.body, asked) : next()
    }
    const startedIn = generation
    const made = next().then(() => entryOf(c.res, now() + options.lifetimeMs))
    rendering.set(
      key,
      made.catch(() => null),
    )
    try {
      const entry = await made
      if (!entry) return
      // A page rendered before `clear` may show what was true before it: it is answered, not kept.
      if (startedIn === generation) keep(key, entry)
      // Emptied first: Hono would add the headers of the page as it was rendered.
      c.res = undefined
      c.res = packedResponse(entry.body, asked)
    } finally {
      rendering.delete(key)
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

  return { serve, middleware, clear, size: () => ({ pages: entries.size, bytes }) }
}

async function entryOf(response: Response, until: number): Promise<Entry | null> {
  // A file is left alone: a copy of its stream would keep it open for as long as nobody reads the copy.
  if (!mayBeKept(response)) return null
  const identity = Buffer.from(await response.clone().arrayBuffer())
  return {
    until,
    body: await packBody(
      identity,
      [...response.headers].filter(([name]) => !OWN_HEADERS.test(name)),
    ),
  }
}

function mayBeKept({ status, headers }: Response): boolean {
  const isPublic = /\bpublic\b/.test(headers.get('cache-control') ?? '')
  const isPage =
    (headers.get('content-type') ?? '').startsWith('text/html') && !headers.has('content-disposition')
  return status === 200 && isPublic && isPage && !headers.has('set-cookie')
}
