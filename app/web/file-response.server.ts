import { hasAlready } from './packed-body.server.ts'

/** A file that never changes. `etag` with its quotation marks; `size` in bytes. */
export type FileFacts = Readonly<{
  size: number
  etag: string
  headers: Readonly<Record<string, string>>
}>

/** First and last byte, both counted from 0 and both included. */
export type Span = Readonly<{ first: number; last: number }>

/** A request for a file, whoever took it: `header` by its name in small letters. */
export type FileRequest = Readonly<{ method: string; header: (name: string) => string | null | undefined }>

/** The answer to a request for a file: `span` is what is sent of it, null where no bytes are. */
export type FilePlan = Readonly<{ status: number; headers: Record<string, string>; span: Span | null }>

/**
 * Answers GET and HEAD of a file: whole, one range of it (RFC 9110 section 14), or that the visitor has it. `open` gives the
 * bytes that are sent, or null where they are not there: then the answer is null.
 */
export async function streamedResponse(
  request: Request,
  file: FileFacts,
  open: (span: Span) => Promise<ReadableStream<Uint8Array> | null>,
): Promise<Response | null> {
  const { method, headers: asked } = request
  const { span, status, headers } = planFile({ method, header: (name) => asked.get(name) }, file)
  const body = span && (await open(span))
  return span && !body ? null : new Response(body, { status, headers })
}

/** What a request for a file is answered with, before a byte of it is read. */
export function planFile(request: FileRequest, file: FileFacts): FilePlan {
  const headers = { ...file.headers, ETag: file.etag, 'Accept-Ranges': 'bytes' }
  if (hasAlready(request.header('if-none-match') ?? undefined, file.etag))
    return { status: 304, headers, span: null }
  const span = spanOf(request, file)
  if (span === 'unsatisfiable')
    return {
      status: 416,
      headers: { 'Accept-Ranges': 'bytes', 'Content-Range': `bytes */${file.size}` },
      span: null,
    }
  const { first, last } = span ?? { first: 0, last: file.size - 1 }
  return {
    status: span ? 206 : 200,
    headers: {
      ...headers,
      'Content-Length': String(last - first + 1),
      ...(span && { 'Content-Range': `bytes ${first}-${last}/${file.size}` }),
    },
    span: request.method === 'HEAD' ? null : { first, last },
  }
}

/** Null: the whole file. What is no single range is passed over, as the standard allows. */
function spanOf(request: FileRequest, { size, etag }: FileFacts): Span | 'unsatisfiable' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.header('range') ?? '')
  const condition = request.header('if-range') ?? null
  if (request.method !== 'GET' || !asked || (condition !== null && condition !== etag)) return null
  const [from, to] = [asked[1] ?? '', asked[2] ?? '']
  if (from === '' && to === '') return null
  if (from === '')
    return Number(to) === 0 ? 'unsatisfiable' : { first: Math.max(0, size - Number(to)), last: size - 1 }
  if (to !== '' && Number(to) < Number(from)) return null
  if (Number(from) >= size) return 'unsatisfiable'
  return { first: Number(from), last: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}
