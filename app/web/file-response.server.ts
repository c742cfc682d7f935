import { type FileHandle, open } from 'node:fs/promises'
import { hasAlready } from './packed-body.server.ts'

/** A file that never changes. `etag` with its quotation marks; `size` in bytes. */
type FileFacts = Readonly<{
  size: number
  etag: string
  headers: Readonly<Record<string, string>>
}>
export type ServedFile = FileFacts & Readonly<{ path: string }>

/** First and last byte, both counted from 0 and both included. */
type Span = Readonly<{ first: number; last: number }>

const CHUNK_BYTES = 64 * 1024

/** Answers GET and HEAD of a file: whole, one range of it (RFC 9110 section 14), or that the visitor has it. */
export function fileResponse(request: Request, file: ServedFile): Response {
  const plan = planned(request, file)
  if (plan instanceof Response) return plan
  return new Response(plan.span && streamOf(file.path, plan.span), plan.init)
}

/** The same for a file that lies elsewhere; `open` gives its bytes, or null where they are not there. */
export async function streamedResponse(
  request: Request,
  file: FileFacts,
  open: (span: Span) => Promise<ReadableStream<Uint8Array> | null>,
): Promise<Response | null> {
  const plan = planned(request, file)
  if (plan instanceof Response) return plan
  const body = plan.span && (await open(plan.span))
  return plan.span && !body ? null : new Response(body, plan.init)
}

type Plan = Readonly<{ /** What is sent; null for HEAD. */ span: Span | null; init: ResponseInit }>

function planned(request: Request, file: FileFacts): Response | Plan {
  const headers = { ...file.headers, ETag: file.etag, 'Accept-Ranges': 'bytes' }
  if (hasAlready(request.headers.get('If-None-Match') ?? undefined, file.etag))
    return new Response(null, { status: 304, headers })
  const span = spanOf(request, file)
  if (span === 'unsatisfiable')
    return new Response(null, {
      status: 416,
      headers: { 'Accept-Ranges': 'bytes', 'Content-Range': `bytes */${file.size}` },
    })
  const { first, last } = span ?? { first: 0, last: file.size - 1 }
  return {
    span: request.method === 'HEAD' ? null : { first, last },
    init: {
      status: span ? 206 : 200,
      headers: {
        ...headers,
        'Content-Length': String(last - first + 1),
        ...(span && { 'Content-Range': `bytes ${first}-${last}/${file.size}` }),
      },
    },
  }
}

/** Null: the whole file. What is no single range is passed over, as the standard allows. */
function spanOf(request: Request, { size, etag }: FileFacts): Span | 'unsatisfiable' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('Range') ?? '')
  const condition = request.headers.get('If-Range')
  if (request.method !== 'GET' || !asked || (condition !== null && condition !== etag)) return null
  const [from, to] = [asked[1] ?? '', asked[2] ?? '']
  if (from === '' && to === '') return null
  if (from === '')
    return Number(to) === 0 ? 'unsatisfiable' : { first: Math.max(0, size - Number(to)), last: size - 1 }
  if (to !== '' && Number(to) < Number(from)) return null
  if (Number(from) >= size) return 'unsatisfiable'
  return { first: Number(from), last: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}

/**
 * The bytes of a file. It is opened when the first of them is asked for and closed when the last was given or the reader
 * goes away, so that an answer that nobody reads keeps nothing open.
 */
function streamOf(path: string, { first, last }: Span): ReadableStream<Uint8Array> {
  let handle: FileHandle | null = null
  let at = first
  let cancelled = false
  const close = async () => {
    const opened = handle
    handle = null
    await opened?.close()
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          handle ??= await open(path)
          const chunk = new Uint8Array(Math.min(CHUNK_BYTES, last - at + 1))
          const { bytesRead } = await handle.read(chunk, 0, chunk.length, at)
          if (cancelled) return await close()
          if (bytesRead === 0) throw new Error('the file is shorter than it was')
          at += bytesRead
          controller.enqueue(chunk.subarray(0, bytesRead))
          if (at <= last) return
          await close()
          controller.close()
        } catch (error) {
          await close()
          throw error
        }
      },
      cancel() {
        // A read that is under way closes the file itself when it comes back.
        cancelled = true
        return close()
      },
    },
    { highWaterMark: 0 },
  )
}
