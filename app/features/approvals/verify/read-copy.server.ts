import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { cleanFileName } from '../../evidence/index.ts'

const MEGABYTE = 1024 * 1024
/** No published file comes near it. */
export const LARGEST_COPY_MB = 50
const LARGEST_COPY = LARGEST_COPY_MB * MEGABYTE
/** Up to here a JSON file is read for its content, too. */
const LARGEST_JSON = 20 * MEGABYTE
const LONGEST_FIELD = 4 * 1024
/** A form without a file is this long at most, in bytes. */
const LONGEST_FORM = 64 * 1024
const MOST_PARTS = 10

/** A file that somebody holds: never kept, and in memory only where its content is asked for, too. */
export type SentCopy = Readonly<{
  /** For people to read; empty where none was sent. */
  fileName: string
  /** Bytes. */
  size: number
  sha256: string
  /** The bytes of what may be a JSON object; null for everything else. */
  json: Uint8Array | null
}>

/** A file goes before what was typed: who sends both holds the file. `typed` is as it came. */
export type SentQuestion = Readonly<{ file: SentCopy } | { file: null; typed: string }>
export type UnreadCopy = Readonly<{ code: 'copy.unreadable' | 'copy.too-large' }>

/** Reads what was sent to be checked: a form with a file, which is hashed while it comes in, or with a hash that was typed. */
export async function readCopy(request: Request): Promise<Result<SentQuestion, UnreadCopy>> {
  const contentType = request.headers.get('content-type') ?? ''
  if (/^multipart\/form-data\s*;/iu.test(contentType) && request.body)
    return readParts(request.body as ReadableStream, contentType)
  if (!/^application\/x-www-form-urlencoded\b/iu.test(contentType)) return err({ code: 'copy.unreadable' })
  if (Number(request.headers.get('content-length') ?? 0) > LONGEST_FORM)
    return err({ code: 'copy.too-large' })
  const text = await request.text().catch(() => null)
  if (text === null) return err({ code: 'copy.unreadable' })
  return ok({ file: null, typed: new URLSearchParams(text).get('hash') ?? '' })
}

type Begun = Readonly<{ bytes: Readable; copy: Promise<SentCopy | null> }> | null

async function readParts(
  body: ReadableStream,
  contentType: string,
): Promise<Result<SentQuestion, UnreadCopy>> {
  let typed = ''
  let begun: Begun = null
  try {
    const form = new Busboy({
      headers: { 'content-type': contentType } as BusboyHeaders,
      limits: {
        fileSize: LARGEST_COPY + 1,
        files: MOST_PARTS,
        fields: MOST_PARTS,
        fieldSize: LONGEST_FIELD,
        parts: MOST_PARTS,
      },
    })
    form.on('field', (name, value) => {
      if (name === 'hash') typed = value
    })
    form.on('file', (name, bytes, fileName) => {
      if (name !== 'file' || begun !== null) {
        bytes.resume()
        return
      }
      begun = { bytes, copy: hashed(bytes, fileName ?? '') }
      // Awaited below; until then a stream that breaks off must not end the program.
      begun.copy.catch(() => {})
    })
    await pipeline(Readable.fromWeb(body), form)
    const copy = (await (begun as Begun)?.copy) ?? null
    if (copy === null) return ok({ file: null, typed })
    return copy.size > LARGEST_COPY ? err({ code: 'copy.too-large' }) : ok({ file: copy })
  } catch {
    // A form that breaks off does not end the file in the midst of which it did.
    ;(begun as Begun)?.bytes.destroy()
    return err({ code: 'copy.unreadable' })
  }
}

/** Null for a field in which no file was chosen: it comes without a name and without a byte. */
async function hashed(bytes: AsyncIterable<Buffer>, sentName: string): Promise<SentCopy | null> {
  const hash = createHash('sha256')
  const kept: Buffer[] = []
  let size = 0
  let mayBeJson = true
  for await (const chunk of bytes) {
    if (size === 0) mayBeJson = beginsAnObject(chunk)
    size += chunk.length
    hash.update(chunk)
    mayBeJson &&= size <= LARGEST_JSON
    if (mayBeJson) kept.push(chunk)
    else kept.length = 0
  }
  if (sentName === '' && size === 0) return null
  return {
    fileName: cleanFileName(sentName),
    size,
    sha256: hash.digest('hex'),
    json: mayBeJson && size > 0 ? Buffer.concat(kept) : null,
  }
}

const beginsAnObject = (chunk: Buffer): boolean =>
  /^\ufeff?\s*\{/u.test(chunk.subarray(0, 200).toString('utf8'))
