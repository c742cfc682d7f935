import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Encoding = 'br' | 'gzip' | 'identity'

/** One form of an answer, ready to be written; headers are flat lists of names and values. */
export type Packed = Readonly<{
  bytes: Buffer
  etag: string
  headers: readonly string[]
  /** Those of the answer "not changed" (304). */
  unchanged: readonly string[]
}>
export type PackedBody = Readonly<{ forms: Readonly<Record<Encoding, Packed>>; size: number }>

/** What an answer "not changed" repeats, as RFC 9110 section 15.4.5 has it. */
const REPEATED = /^(etag|vary|cache-control|content-location|expires)$/i
/** A window of 256 KB sees a page whole; the default of 4 MB only takes memory, which is not given back. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 18 }
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** Compresses an answer once for everybody. What does not get smaller (pictures, fonts) is sent as it is. */
export async function packBody(
  identity: Buffer,
  headers: readonly (readonly [string, string])[],
): Promise<PackedBody> {
  const [br, gz] = await Promise.all([
    compressBrotli(identity, { params: BROTLI }),
    compressGzip(identity, { level: 9 }),
  ])
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 27)
  const pack = (bytes: Buffer, encoding: Encoding): Packed => {
    const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
    const own = [
      ['ETag', etag],
      ['Vary', 'Accept-Encoding'],
      ['Content-Length', String(bytes.length)],
      ...(encoding === 'identity' ? [] : [['Content-Encoding', encoding]]),
    ]
    const all = [...headers, ...own]
    const unchanged = all.filter(([name]) => REPEATED.test(name as string))
    return { bytes, etag, headers: all.flat(), unchanged: unchanged.flat() }
  }
  const whole = pack(identity, 'identity')
  const smaller = (bytes: Buffer, encoding: Encoding) =>
    bytes.length < identity.length ? pack(bytes, encoding) : whole
  const forms = { identity: whole, br: smaller(br, 'br'), gzip: smaller(gz, 'gzip') }
  const size = [...new Set(Object.values(forms))].reduce((sum, { bytes }) => sum + bytes.length, 0)
  return { forms, size }
}

/** The smallest form that the visitor takes, by `Accept-Encoding`. */
export function formFor(body: PackedBody, accepted: string | undefined): Packed {
  if (accepted === undefined) return body.forms.identity
  if (takes(accepted, 'br')) return body.forms.br
  return takes(accepted, 'gzip') ? body.forms.gzip : body.forms.identity
}

const takes = (accepted: string, encoding: string): boolean =>
  accepted.split(',').some((one) => {
    const [name, ...parameters] = one.split(';').map((part) => part.trim().toLowerCase())
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })

/** Whether `If-None-Match` says that the visitor has this very form; weak tags count, as RFC 9110 has it. */
export const hasAlready = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*') ?? false

/** The answer to a request, out of a body that is ready: 304 where the visitor has it already. */
export function packedResponse(body: PackedBody, asked: (name: string) => string | undefined): Response {
  const form = formFor(body, asked('accept-encoding'))
  return hasAlready(asked('if-none-match'), form.etag)
    ? new Response(null, { status: 304, headers: pairs(form.unchanged) })
    : new Response(new Uint8Array(form.bytes), { status: 200, headers: pairs(form.headers) })
}

const pairs = (flat: readonly string[]): [string, string][] =>
  flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] as string] as [string, string]] : []))
