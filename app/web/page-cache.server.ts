import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

type Encoding = 'br' | 'gzip' | 'identity'
type Body = Readonly<{ bytes: Buffer; headers: readonly string[]; etag: string }>
type Entry = Readonly<{ bodies: Readonly<Record<Encoding, Body>>; until: number }>

/** Headers of one answer alone: the kept page has its own, or the connection sets them. */
const OWN_HEADERS =
  /^(content-length|content-encoding|transfer-encoding|etag|vary|date|connection|keep-alive)$/
const MAX_ENTRIES = 2_000
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/**
 * Whole public pages kept in memory, compressed once. A page says itself that it may be kept (`Cache-Control: public`,
 * status 200, no cookie, no download). Requests with a query string are never kept, so nobody can fill the memory with
 * addresses.
 */
export function createPageCache(options: { lifetimeMs: number; now?: () => number }) {
  const now = options.now ?? Date.now
  const entries = new Map<string, Entry>()
  const rendering = new Map<string, Promise<Entry | null>>()
  let generation = 0

  /** Answers from memory before any framework is asked; false when the page is not there. */
  function serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const entry = entries.get(request.url ?? '')
    if (!entry || entry.until < now()) return false
    const body = entry.bodies[bestEncoding(request.headers['accept-encoding'])]
    if (matches(request.headers['if-none-match'], body.etag)) {
      response.writeHead(304, { ETag: body.etag, Vary: 'Accept-Encoding' })
      response.end()
      return true
    }
    response.writeHead(200, body.headers as string[])
    response.end(request.method === 'HEAD' ? undefined : body.bytes)
    return true
  }

  /** Renders a missing page once for any number of visitors who ask for it together. */
  const middleware: MiddlewareHandler = async (c, next) => {
    const url = new URL(c.req.url)
    if (c.req.method !== 'GET' || url.search !== '') return next()
    const key = url.pathname
    const running = rendering.get(key)
    if (running) {
      const entry = await running
      return entry ? asResponse(entry, c.req.header('accept-encoding')) : next()
    }
    const startedIn = generation
    const made = next().then(() => entryOf(c.res.clone(), now() + options.lifetimeMs))
    rendering.set(
      key,
      made.catch(() => null),
    )
    try {
      const entry = await made
      // A page rendered before `clear` may show what was true before it: it is answered, not kept.
      if (entry && startedIn === generation) keep(key, entry)
    } finally {
      rendering.delete(key)
    }
  }

  function keep(key: string, entry: Entry) {
    if (entries.size >= MAX_ENTRIES) entries.delete(entries.keys().next().value as string)
    entries.set(key, entry)
  }

  /** Forgets every page: call it when something published changed. */
  function clear() {
    generation += 1
    entries.clear()
  }

  return { serve, middleware, clear, size: () => entries.size }
}

async function entryOf(response: Response, until: number): Promise<Entry | null> {
  const isPublic = /\bpublic\b/.test(response.headers.get('cache-control') ?? '')
  const isPage =
    (response.headers.get('content-type') ?? '').startsWith('text/html') &&
    !response.headers.has('content-disposition')
  if (response.status !== 200 || !isPublic || !isPage || response.headers.has('set-cookie')) return null
  const identity = Buffer.from(await response.arrayBuffer())
  const [br, gz] = await Promise.all([
    compressBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    compressGzip(identity, { level: 9 }),
  ])
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 27)
  const kept = [...response.headers].filter(([name]) => !OWN_HEADERS.test(name))
  const body = (bytes: Buffer, encoding: Encoding): Body => {
    const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
    const headers = [
      ...kept,
      ['ETag', etag],
      ['Vary', 'Accept-Encoding'],
      ['Content-Length', String(bytes.length)],
      ...(encoding === 'identity' ? [] : [['Content-Encoding', encoding]]),
    ].flat()
    return { bytes, headers, etag }
  }
  return {
    until,
    bodies: { identity: body(identity, 'identity'), br: body(br, 'br'), gzip: body(gz, 'gzip') },
  }
}

function bestEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/.test(accepted)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/.test(accepted) ? 'gzip' : 'identity'
}

const matches = (header: string | undefined, etag: string) =>
  header?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*') ?? false

function asResponse(entry: Entry, accepted: string | undefined): Response {
  const body = entry.bodies[bestEncoding(accepted)]
  const headers = new Headers()
  for (let i = 0; i < body.headers.length; i += 2)
    headers.set(body.headers[i] ?? '', body.headers[i + 1] ?? '')
  return new Response(new Uint8Array(body.bytes), { status: 200, headers })
}
