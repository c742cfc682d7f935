import { lookup } from 'node:dns/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { rootCertificates, type TLSSocket } from 'node:tls'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { programVersion } from '../../../platform/program-version.server.ts'
import type { WatchCode, WatchFacts } from '../watch.domain.ts'
import { createCookies } from './cookies.ts'
import { createDeadline, type Deadline } from './deadline.ts'
import type { Pacing } from './pacing.ts'
import { isPublicAddress } from './public-address.ts'

export type AskLimits = Readonly<{
  /** For everything from the first name to the last byte, redirects too; waiting for one's turn does not count. */
  totalMs: number
  /** In every stretch of so many milliseconds at least so many bytes must come. */
  stretch: Readonly<{ ms: number; bytes: number }>
  /** The most that is read, as it is after it was unpacked. */
  bytes: number
  redirects: number
}>
export const ASK_LIMITS: AskLimits = {
  totalMs: 30_000,
  stretch: { ms: 10_000, bytes: 4_096 },
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
  /** Whether it is enough to know that it opens: then nothing of the content is read. */
  isHeadEnough?: boolean
  /** Certificates that are trusted beside those of the system. */
  ca?: readonly string[]
}>

type Seen = Pick<WatchFacts, 'redirects' | 'certificate'> &
  Readonly<{
    status: number | null
    finalAddress: string
    lastModified: Date | null
    saidType: string | null
    saidDisposition: string | null
  }>
export type Answered = Seen & Readonly<{ status: number; bytes: Buffer }>
export type NotAnswered = Seen & Readonly<{ code: WatchCode; detail: Readonly<Record<string, string>> }>

/** Says what it is, so that who keeps the asked site knows whom to ask. */
const USER_AGENT = `Prongsai/${programVersion} (watch of public addresses)`
const MEGABYTE = 1024 * 1024

/**
 * Opens an address as a browser would and reads what comes, within limits. No name is looked up twice: the addresses that were
 * judged are those that are connected to, so that a name cannot lead into a private network after it was asked about. The
 * same is done at every redirect. What hinders is given as the code of a finding; nothing is thrown.
 */
export async function ask(address: string, asking: Asking): Promise<Result<Answered, NotAnswered>> {
  const { limits } = asking
  const redirects: string[] = []
  const cookies = createCookies()
  const met = new Set<string>()
  const deadline = createDeadline(limits.totalMs)
  let seen: Seen = {
    redirects,
    certificate: null,
    status: null,
    finalAddress: address,
    lastModified: null,
    saidType: null,
    saidDisposition: null,
  }
  const no = (code: WatchCode, detail: Readonly<Record<string, string>> = {}) =>
    err({ ...seen, redirects: [...redirects], code, detail })
  try {
    let next = address
    for (;;) {
      const url = readAddress(next)
      if (!url) return no('address.unreadable')
      seen = { ...seen, finalAddress: url.href }
      // A site that sets a cookie and leads to itself does not lead in a circle.
      const place = `${url.href} ${cookies.of(url.host)}`
      if (met.has(place) || redirects.length > limits.redirects) return no('redirect.endless')
      met.add(place)
      redirects.push(url.href)
      const judged = await judgedAddresses(url, asking, deadline)
      if (!judged.ok) return no(judged.error, { host: url.host })
      // Waiting in line is no fault of the other side.
      deadline.pause()
      await asking.pacing(url.host)
      deadline.resume()
      const response = await opened(url, {
        addresses: judged.value,
        cookie: cookies.of(url.host),
        asking,
        deadline,
      })
      cookies.take(url.host, response.headers['set-cookie'])
      const status = response.statusCode ?? 0
      seen = {
        ...seen,
        certificate: certificateOf(response),
        status,
        lastModified: dayOf(response.headers['last-modified']),
        saidType: response.headers['content-type'] ?? null,
        saidDisposition: response.headers['content-disposition'] ?? null,
      }
      const { location } = response.headers
      if (status >= 300 && status < 400 && location !== undefined) {
        response.destroy()
        if (!URL.canParse(location, url)) return no('address.unreadable')
        next = new URL(location, url).href
        continue
      }
      if (status < 200 || status >= 300) {
        response.destroy()
        return no('status.error', { status: String(status) })
      }
      if (asking.isHeadEnough) {
        response.destroy()
        return ok({ ...seen, redirects: [...redirects], status, bytes: Buffer.alloc(0) })
      }
      const bytes = await bodyOf(response, limits, deadline.signal)
      return ok({ ...seen, redirects: [...redirects], status, bytes })
    }
  } catch (error) {
    const { code, detail } = faultOf(error, deadline.signal, seen.finalAddress, limits)
    return no(code, detail)
  } finally {
    deadline.pause()
  }
}

const LONGEST_ADDRESS = 2_000

/** Null for what is no address of the web, and for one with a name and a password in it, which no public address has. */
function readAddress(text: string): URL | null {
  if (text.length > LONGEST_ADDRESS || !URL.canParse(text)) return null
  const url = new URL(text)
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return null
  url.hash = ''
  return url.href.length > LONGEST_ADDRESS ? null : url
}

/** Where a host may be connected to: every address of its name, if each of them is of the public network. */
async function judgedAddresses(
  url: URL,
  asking: Asking,
  { signal }: Deadline,
): Promise<Result<readonly string[], WatchCode>> {
  const isOwn = asking.ownOrigins.includes(url.origin)
  if (!isOwn && !asking.mayAsk(url.host)) return err('address.not-allowed')
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(literal) ? [literal] : await within(signal, (asking.resolve ?? systemAddresses)(literal))
  if (found.length === 0) return err('name.unknown')
  if (!isOwn && !found.every(isPublicAddress)) return err('address.private')
  return ok(found)
}

const systemAddresses = (hostName: string): Promise<readonly string[]> =>
  lookup(hostName, { all: true, verbatim: true }).then(
    (found) => found.map(({ address }) => address),
    () => [],
  )

/** What `work` gives, or an error once the time is over. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new TooSlow()), { once: true })
    work.then(resolve, reject)
  })
}

type Opening = Readonly<{
  addresses: readonly string[]
  cookie: string
  asking: Pick<Asking, 'ca'>
  deadline: Deadline
}>
type LookupDone = (error: null, found: string | readonly object[], family?: number) => void

function opened(url: URL, { addresses, cookie, asking, deadline }: Opening): Promise<IncomingMessage> {
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  return new Promise((resolve, reject) => {
    const options = {
      agent: false,
      signal: deadline.signal,
      headers: {
        'User-Agent': USER_AGENT,
        Accept: 'text/html,application/xhtml+xml,application/pdf,*/*;q=0.8',
        'Accept-Encoding': 'gzip, deflate, br',
        'Accept-Language': 'th, en;q=0.8',
        ...(cookie !== '' && { Cookie: cookie }),
      },
      // The name is not looked up again: whoever keeps it may say something else the second time.
      lookup: (_name: string, asked: { all?: boolean }, done: LookupDone) =>
        asked.all ? done(null, found) : done(null, found[0]?.address ?? '', found[0]?.family),
      ...(asking.ca && { ca: [...rootCertificates, ...asking.ca] }),
    }
    const request =
      url.protocol === 'https:'
        ? https.request(url, options as unknown as https.RequestOptions)
        : http.request(url, options as unknown as http.RequestOptions)
    request.on('response', resolve)
    request.on('error', reject)
    // An answer that changes the protocol (101) ends the connection with neither an answer nor an error.
    request.on('close', () => reject(new Error('the connection ended without an answer')))
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
  switch (response.headers['content-encoding']?.toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
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

/** As OpenSSL and Node name what is wrong with a certificate. */
const CERTIFICATE = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/

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
