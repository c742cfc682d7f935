import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import type { MiddlewareHandler } from 'hono'
import { type FileFacts, type FilePlan, planFile, type Span } from './file-response.server.ts'

type Entry = FileFacts &
  Readonly<{ host: string | undefined; sha256: string; until: number }> & {
    /** All of it, once somebody has asked for it again. */
    bytes: Promise<Buffer | null> | null
  }
type FileCacheOptions = Readonly<{
  lifetimeMs: number
  /** Who answers under that `Host`. */
  siteOf: (host: string | undefined) => string
  /** The bytes of a file of who answers under that `Host`; null where they are not there. */
  open: (host: string | undefined, sha256: string, span: Span) => Promise<Readable | null>
  now?: () => number
  /** The largest file whose bytes are kept, and the most of all that are kept. */
  largestKept?: number
  mostKept?: number
}>

const MOST_ENTRIES = 10_000
const LARGEST_KEPT = 16 * 1024 * 1024
const MOST_KEPT = 64 * 1024 * 1024
/** Headers of one answer alone: the file that is kept has its own, or the connection sets them. */
const OWN_HEADERS = /^(content-length|content-range|accept-ranges|etag|date|connection|keep-alive)$/
const WHOLE = /\bpublic\b.*\bimmutable\b/

/**
 * What is known of files that anybody may have, so that they are handed out before any framework or database is asked. An
 * answer says itself that its bytes never change (`Cache-Control: public … immutable` with `X-Content-SHA256`). What is known
 * is forgotten when something is published or withdrawn, and after a while: whether a file may still be had is asked then.
 * Files that are not large and asked for again are kept in memory; the others come from where they lie, piece by piece.
 */
export function createFileCache(options: FileCacheOptions) {
  const now = options.now ?? Date.now
  const largestKept = options.largestKept ?? LARGEST_KEPT
  const mostKept = options.mostKept ?? MOST_KEPT
  const entries = new Map<string, Entry>()
  let generation = 0
  let kept = 0
  const counts = { hits: 0 }

  /** Answers before any framework is asked; false when nothing is known of the file. */
  function serve(request: IncomingMessage, response: ServerResponse): boolean {
    const { method = '', headers, url = '' } = request
    if (method !== 'GET' && method !== 'HEAD') return false
    const key = `${options.siteOf(headers.host)} ${url.split('?', 1)[0]}`
    const entry = entries.get(key)
    if (!entry || entry.until < now()) return false
    counts.hits += 1
    const plan = planFile({ method, header: (name) => headers[name] as string | undefined }, entry)
    if (plan.span) void send(key, entry, plan, plan.span, response)
    else response.writeHead(plan.status, plan.headers).end()
    return true
  }

  async function send(key: string, entry: Entry, plan: FilePlan, span: Span, response: ServerResponse) {
    const bytes = await bytesOf(key, entry)
    if (bytes) {
      response.writeHead(plan.status, plan.headers)
      response.end(bytes.subarray(span.first, span.last + 1))
      return
    }
    const stream = await options.open(entry.host, entry.sha256, span).catch(() => null)
    if (!stream) {
      if (entries.get(key) === entry) forget(key)
      response.writeHead(503, { 'Retry-After': '60', 'Cache-Control': 'no-store' }).end()
      return
    }
    response.writeHead(plan.status, plan.headers)
    // A reader who goes away, or bytes that end early, end the other side too.
    pipeline(stream, response, () => {})
  }

  function bytesOf(key: string, entry: Entry): Promise<Buffer | null> | null {
    if (entry.size > largestKept || entries.get(key) !== entry) return null
    if (!entry.bytes) {
      entry.bytes = readAll(entry).catch(() => null)
      kept += entry.size
    }
    // Who was asked for last is forgotten last.
    entries.delete(key)
    entries.set(key, entry)
    makeRoom(entry)
    return entry.bytes
  }

  async function readAll({ host, sha256, size }: Entry): Promise<Buffer | null> {
    const stream = await options.open(host, sha256, { first: 0, last: size - 1 })
    if (!stream) return null
    const bytes = Buffer.concat(await stream.toArray())
    return bytes.length === size ? bytes : null
  }

  function makeRoom(newest: Entry) {
    for (const one of entries.values()) {
      if (kept <= mostKept) return
      if (one === newest || !one.bytes) continue
      one.bytes = null
      kept -= one.size
    }
  }

  function forget(key: string) {
    const entry = entries.get(key)
    if (entry?.bytes) kept -= entry.size
    entries.delete(key)
  }

  /** Keeps what the first answer said of a file. */
  const middleware: MiddlewareHandler = async (c, next) => {
    const startedIn = generation
    await next()
    const { status, headers } = c.res
    const sha256 = headers.get('x-content-sha256')
    const etag = headers.get('etag')
    const size = Number(headers.get('content-length'))
    if (status !== 200 || headers.has('set-cookie') || !sha256 || !etag || !(size > 0)) return
    // What was answered before something was withdrawn may not be true any more.
    if (!WHOLE.test(headers.get('cache-control') ?? '') || startedIn !== generation) return
    const host = c.req.header('host')
    const key = `${options.siteOf(host)} ${new URL(c.req.url).pathname}`
    forget(key)
    entries.set(key, {
      host,
      sha256,
      etag,
      size,
      headers: Object.fromEntries([...headers].filter(([name]) => !OWN_HEADERS.test(name))),
      until: now() + options.lifetimeMs,
      bytes: null,
    })
    const oldest = entries.keys().next().value
    if (entries.size > MOST_ENTRIES && oldest !== undefined) forget(oldest)
  }

  /** Forgets every file: call it when something published changed. */
  function clear() {
    generation += 1
    kept = 0
    entries.clear()
  }

  return { serve, middleware, clear, size: () => ({ files: entries.size, bytes: kept }), counts }
}
