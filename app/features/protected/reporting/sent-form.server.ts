import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { SentFields } from './report-form.domain.ts'

/** Of one field, in bytes: three for a Thai letter, and room for what is too long to be shown again all the same. */
const LONGEST_FIELD = 512 * 1024
const MOST_FIELDS = 200
/** All that is typed into one form, of which some is in memory until it is answered; what is longer is refused. */
const LONGEST_FORM = 3 * 1024 * 1024
/** What stands around the files of a form. */
const AROUND_FILES = 2 * 1024 * 1024
/** Of what is refused so much is read on, so that a browser shows the answer instead of a broken connection. */
const MOST_READ_ON = 64 * 1024 * 1024
const LONGEST_READ_ON_MS = 5_000

export type SentFault = 'too-large' | 'too-many' | 'broken' | 'storage' | 'not-taken'

export type SentForm<T> = Readonly<{
  /** In their order, those known before anything went wrong too. */
  fields: SentFields
  files: readonly T[]
  /** Null: everything arrived and was taken. 'not-taken': `begin` said no. */
  fault: SentFault | null
  /** Whether a file was among what was sent. */
  hadFiles: boolean
}>

type FileTaking<T> = Readonly<{
  mostBytes: number
  mostFiles: number
  /** Asked once, when the first file begins and all fields are known; false, or an error: no file is taken. */
  begin: (fields: SentFields) => Promise<boolean>
  /** Takes one file, which it reads to the end. */
  keep: (bytes: AsyncIterable<Uint8Array>, file: Readonly<{ name: string; type: string }>) => Promise<T>
}>

/**
 * Reads a form piece by piece, files straight into `keep`: nothing of them stays in memory or on a disk but what that
 * writes. Never throws for what was sent: what came is given back, so that it can be shown again.
 */
export async function readSent<T = never>(request: Request, taking?: FileTaking<T>): Promise<SentForm<T>> {
  const contentType = request.headers.get('content-type') ?? ''
  const length = Number(request.headers.get('content-length') ?? 0)
  if (!request.body) return { fields: [], files: [], fault: 'broken', hadFiles: false }
  if (/^multipart\/form-data\s*;/i.test(contentType))
    return readParts(request.body as ReadableStream, { contentType, length, taking: taking ?? null })
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType) && length <= LONGEST_FORM
  const text = isForm ? await request.text().catch(() => null) : null
  if (text === null) return { fields: [], files: [], fault: 'broken', hadFiles: false }
  return { fields: [...new URLSearchParams(text)], files: [], fault: null, hadFiles: false }
}

type Sending<T> = Readonly<{ contentType: string; length: number; taking: FileTaking<T> | null }>

async function readParts<T>(
  body: ReadableStream,
  { contentType, length, taking }: Sending<T>,
): Promise<SentForm<T>> {
  const fields: [string, string][] = []
  const kept: Promise<T>[] = []
  const open = new Set<Readable>()
  const state: { fault: SentFault | null; hadFiles: boolean; bytes: number; typed: number } = {
    fault: null,
    hadFiles: false,
    bytes: 0,
    typed: 0,
  }
  let begun: Promise<boolean> | null = null
  const stop = new AbortController()
  const source = Readable.fromWeb(body)
  const refuse = (fault: SentFault) => {
    if (state.fault !== null) return
    state.fault = fault
    // The rest is read on for a moment and passed over.
    const timer = setTimeout(() => stop.abort(), LONGEST_READ_ON_MS)
    timer.unref()
    let read = 0
    source.on('data', (piece: Uint8Array) => {
      read += piece.byteLength
      if (read > MOST_READ_ON) stop.abort()
    })
  }

  async function take(bytes: Readable, file: { name: string; type: string }): Promise<T | null> {
    const { begin, keep, mostBytes } = taking as FileTaking<T>
    begun ??= begin(fields).catch(() => false)
    if (!(await begun)) refuse('not-taken')
    if (state.fault !== null) return passOver(bytes)
    const counted = async function* () {
      for await (const piece of bytes) {
        state.bytes += (piece as Uint8Array).byteLength
        if (state.bytes > mostBytes) throw new TooLarge()
        yield piece as Uint8Array
      }
    }
    try {
      return await keep(counted(), file)
    } catch (error) {
      refuse(error instanceof TooLarge ? 'too-large' : stop.signal.aborted ? 'broken' : 'storage')
      return passOver(bytes)
    }
  }

  const form = new Busboy({
    headers: { 'content-type': contentType } as BusboyHeaders,
    limits: { fieldSize: LONGEST_FIELD, fields: MOST_FIELDS, fileSize: Number.POSITIVE_INFINITY },
  })
  form.on('field', (name, value) => {
    state.typed += Buffer.byteLength(name) + Buffer.byteLength(value)
    if (state.typed > LONGEST_FORM) refuse('too-large')
    else fields.push([name, value])
  })
  form.on('file', (_field, bytes, fileName, _encoding, type) => {
    bytes.on('error', () => {})
    // A field for files in which nothing was chosen comes as a nameless file without a byte.
    if (!fileName || taking === null) return void bytes.resume()
    state.hadFiles = true
    if (length > taking.mostBytes + AROUND_FILES) refuse('too-large')
    if (kept.length >= taking.mostFiles) refuse('too-many')
    if (state.fault !== null) return void bytes.resume()
    open.add(bytes)
    const work = take(bytes, { name: fileName, type }).finally(() => open.delete(bytes))
    work.catch(() => {})
    kept.push(work as Promise<T>)
  })
  try {
    await pipeline(source, form, { signal: stop.signal })
  } catch {
    state.fault ??= 'broken'
    // What breaks off does not end the file in the midst of which it did.
    for (const bytes of open) bytes.destroy(new Error('cut off'))
  }
  const settled = await Promise.allSettled(kept)
  const files = settled.flatMap((one) =>
    one.status === 'fulfilled' && one.value !== null ? [one.value] : [],
  )
  return { fields, files, fault: state.fault, hadFiles: state.hadFiles }
}

function passOver(bytes: Readable): null {
  bytes.resume()
  return null
}

class TooLarge extends Error {}
