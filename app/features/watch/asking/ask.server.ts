import { lookup } from 'node:dns/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import type { TLSSocket } from 'node:tls'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { WatchCode, WatchFacts } from '../watch.domain.ts'
import type { Pacing } from './pacing.ts'
import { isPublicAddress } from './public-address.ts'

export type AskLimits = Readonly<{
  /** For everything from the first name to the last byte, redirects too. */
  totalMs: number
  /** In every stretch of so many milliseconds at least so many bytes must come. */
  stretch: Readonly<{ ms: number; bytes: number }>
  /** The most that is read, as it is after it was unpacked. */
  bytes: number
  redirects: number
}>
export const ASK_LIMITS: AskLimits = {
  totalMs: 30_000,
  stretch: { ms: 5_000, bytes: 2_048 },
  bytes: 50 * 1024 * 1024,
  redirects: 10,
}

export type Asking = Readonly<{
  limits: AskLimits
  pacing: Pacing
  /** Origins of the agency's own site: they may lie in a private network, behind the agency's own proxy. */
  ownOrigins: readonly string[]
  /** Whether a host may be asked at all; `host` with its port where it is not the usual one. */
  mayAsk: (host: string) => boolean
  /** Addresses of a name; the system's look-up where none is given. */
  resolve?: (hostName: string) => Promise<readonly string[]>
  /** Certificates that are trusted beside those of the system. */
  ca?: readonly string[]
}>

type Seen = Pick<WatchFacts, 'redirects' | 'certificate'> &
  Readonly<{
    status: number | null
    finalAddress: string
    lastModified: Date | null
    saidType: string | null
  }>
export type Answered = Seen & Readonly<{ status: number; bytes: Buffer }>
export type NotAnswered = Seen & Readonly<{ code: WatchCode; detail: Readonly<Record<string, string>> }>

/** Says what it is, so that who keeps the asked site knows whom to ask. */
const USER_AGENT = 'Prongsai-watch/1'
const MEGABYTE = 1024 * 1024

/**
 * Opens an address as a browser would and reads what comes, within limits. No name is looked up twice: the address that was
 * judged is the one that is connected to, so that a name cannot lead into a private network after it was asked about. The
 * same is done at every redirect. What hinders is given as the code of a finding; nothing is thrown.
 */
export async function ask(address: string, asking: Asking): Promise<Result<Answered, NotAnswered>> {
  const redirects: string[] = []
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), asking.limits.totalMs)
  let seen: Seen = {
    redirects,
    certificate: null,
    status: null,
    finalAddress: address,
    lastModified: null,
    saidType: null,
  }
  const no = (code: WatchCode, detail: Readonly<Record<string, string>> = {}) =>
    err({ ...seen, redirects: [...redirects], code, detail })
  try {
    let next = address
    for (;;) {
      const url = readAddress(next)
      if (!url) return no('address.unreadable')
      seen = { ...seen, finalAddress: url.href }
      if (redirects.includes(url.href) || redirects.length > asking.limits.redirects)
        return no('redirect.endless')
      redirects.push(url.href)
      const { host } = url
      const isOwn = asking.ownOrigins.includes(url.origin)
      if (!isOwn && !asking.mayAsk(host)) return no('address.not-allowed', { host })
      const found = await addressesOf(url.hostname, asking)
      const [first] = found
      if (first === undefined) return no('name.unknown', { host })
      if (!isOwn && !found.every(isPublicAddress)) return no('address.private', { host })
      await asking.pacing(host, deadline.signal)
      const response = await opened(url, first, asking, deadline.signal)
      seen = {
        ...seen,
        certificate: certificateOf(response),
        status: response.statusCode ?? null,
        lastModified: dayOf(response.headers['last-modified']),
        saidType: response.headers['content-type'] ?? null,
      }
      const status = response.statusCode ?? 0
      const { location } = response.headers
      if (status >= 300 && status < 400 && location !== undefined) {
        response.destroy()
        if (!URL.canParse(location, url)) return no('address.unreadable')
        next = new URL(location, url).href
        continue
      }
      if (status >= 400) {
        response.destroy()
        return no('status.error', { status: String(status) })
      }
      const bytes = await bodyOf(response, asking.limits, deadline.signal)
      return ok({ ...seen, redirects: [...redirects], status, bytes })
    }
  } catch (error) {
    const { code, detail } = faultOf(error, deadline.signal, seen.finalAddress, asking.limits)
    return no(code, detail)
  } finally {
    clearTimeout(timer)
  }
}

/** Null for what is no address of the web; who is named in it is nobody's business. */
function readAddress(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return null
  url.hash = ''
  return url
}

async function addressesOf(hostName: string, { resolve }: Asking): Promise<readonly string[]> {
  const literal = hostName.replace(/^\[|\]$/g, '')
  if (/^[\d.]+$/.test(literal) || literal.includes(':')) return [literal]
  if (resolve) return resolve(hostName)
  return lookup(hostName, { all: true, verbatim: true }).then(
    (found) => found.map(({ address }) => address),
    () => [],
  )
}

function opened(url: URL, address: string, { ca }: Asking, signal: AbortSignal): Promise<IncomingMessage> {
  const family = address.includes(':') ? 6 : 4
  return new Promise((resolve, reject) => {
    const options = {
      agent: false,
      signal,
      headers: {
        'User-Agent': USER_AGENT,
        Accept: '*/*',
        'Accept-Encoding': 'gzip, deflate, br',
        'Accept-Language': 'th, en;q=0.8',
      },
      lookup: (
        _name: string,
        asked: { all?: boolean },
        done: (error: null, found: unknown, family?: number) => void,
      ) => (asked.all ? done(null, [{ address, family }]) : done(null, address, family)),
    } as const
    const request =
      url.protocol === 'https:'
        ? https.request(url, { ...options, ...(ca && { ca: [...ca] }) } as https.RequestOptions)
        : http.request(url, options as http.RequestOptions)
    request.on('response', resolve)
    request.on('error', reject)
    request.end()
  })
}

class TooLarge extends Error {}
class TooSlow extends Error {}

/** What came, unpacked; ends the connection as soon as it is too much or too slow. */
function bodyOf(response: IncomingMessage, limits: AskLimits, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let stretch = 0
    let size = 0
    const chunks: Buffer[] = []
    const body = unpacked(response)
    const clock = setInterval(() => {
      if (stretch < limits.stretch.bytes) end(new TooSlow())
      stretch = 0
    }, limits.stretch.ms)
    const end = (error: Error | null) => {
      clearInterval(clock)
      signal.removeEventListener('abort', onAbort)
      if (error) {
        response.destroy()
        body.destroy()
        reject(error)
      } else resolve(Buffer.concat(chunks))
    }
    const onAbort = () => end(new TooSlow())
    signal.addEventListener('abort', onAbort)
    if (Number(response.headers['content-length'] ?? 0) > limits.bytes) return end(new TooLarge())
    response.on('data', (chunk: Buffer) => {
      stretch += chunk.length
    })
    response.on('error', end)
    // A connection that ends before all has come closes without an end.
    response.on('close', () => {
      if (!response.complete) end(new Error('the connection broke'))
    })
    body.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limits.bytes) end(new TooLarge())
      else chunks.push(chunk)
    })
    body.on('error', end)
    body.on('end', () => end(null))
  })
}

function unpacked(response: IncomingMessage): Readable {
  switch (response.headers['content-encoding']) {
    case 'gzip':
      return response.pipe(createGunzip())
    case 'deflate':
      return response.pipe(createInflate())
    case 'br':
      return response.pipe(createBrotliDecompress())
    default:
      return response
  }
}

function certificateOf({ socket }: IncomingMessage): WatchFacts['certificate'] {
  const certificate = (socket as Partial<TLSSocket>).getPeerCertificate?.()
  if (!certificate?.valid_to) return null
  const said = (part: string | string[] | undefined) => (Array.isArray(part) ? part.join(', ') : (part ?? ''))
  return {
    validTo: new Date(certificate.valid_to).toISOString(),
    issuer: said(certificate.issuer?.O ?? certificate.issuer?.CN),
    subject: said(certificate.subject?.CN),
  }
}

function dayOf(header: string | undefined): Date | null {
  const at = header === undefined ? Number.NaN : Date.parse(header)
  return Number.isNaN(at) ? null : new Date(at)
}

const CERTIFICATE = /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/

function faultOf(
  error: unknown,
  signal: AbortSignal,
  address: string,
  limits: AskLimits,
): Readonly<{ code: WatchCode; detail: Readonly<Record<string, string>> }> {
  const host = URL.canParse(address) ? new URL(address).host : address
  if (error instanceof TooLarge)
    return { code: 'answer.too-large', detail: { megabytes: String(Math.round(limits.bytes / MEGABYTE)) } }
  if (error instanceof TooSlow || signal.aborted)
    return { code: 'answer.slow', detail: { seconds: String(Math.round(limits.totalMs / 1000)) } }
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (CERTIFICATE.test(code)) return { code: 'certificate.broken', detail: { host, reason: code } }
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EADDRNOTAVAIL)$/.test(code))
    return { code: 'connection.refused', detail: { host } }
  return { code: 'connection.broken', detail: { host } }
}
