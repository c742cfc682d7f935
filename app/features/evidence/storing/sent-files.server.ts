import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { isDiskFull } from '../../../platform/files/disk-full.ts'
import { type EvidenceFiles, PASSING } from './evidence-files.server.ts'
import { MOST_FILES_OF_FORM } from './upload.domain.ts'

const LONGEST_FIELD = 64 * 1024
const MOST_FIELDS = 50

/** A file of a form, on the disk of this machine. `size` is what came, in bytes, and at most one more than may be kept. */
export type SentFile = Readonly<{ path: string; fileName: string; size: number }>

export type SentForm = Readonly<{
  fields: Readonly<Record<string, string>>
  files: readonly SentFile[]
  /** Whether more files came than one form may bring; they were passed over. */
  hasTooMany: boolean
}>

/**
 * Reads a form with files piece by piece, each file straight to the disk; null where what came is no such form or breaks off.
 * Who calls removes the files. Throws where the disk has no room; then nothing of them is left.
 */
export async function readSentFiles(
  request: Request,
  { folder, mostBytes }: Pick<EvidenceFiles, 'folder' | 'mostBytes'>,
): Promise<SentForm | null> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(contentType) || !request.body) return null
  const fields: Record<string, string> = {}
  const written: Promise<SentFile | null>[] = []
  const begun: Readonly<{ path: string; bytes: Readable }>[] = []
  let hasTooMany = false
  try {
    const form = new Busboy({
      headers: { 'content-type': contentType } as BusboyHeaders,
      limits: {
        fileSize: mostBytes + 1,
        files: MOST_FILES_OF_FORM,
        fieldSize: LONGEST_FIELD,
        fields: MOST_FIELDS,
      },
    })
    form.on('field', (name, value) => {
      fields[name] = value
    })
    form.on('filesLimit', () => {
      hasTooMany = true
    })
    form.on('file', (_field, bytes, fileName) => {
      const place = path.join(folder, randomUUID() + PASSING)
      begun.push({ path: place, bytes })
      const sink = createWriteStream(place)
      // Awaited below; until then a stream that breaks off must not end the program.
      const work = pipeline(bytes, sink).then(async () => {
        const size = sink.bytesWritten
        if (fileName || size > 0) return { path: place, fileName: fileName ?? '', size }
        // A field for files in which nothing was chosen comes as a nameless file without a byte.
        await rm(place, { force: true })
        return null
      })
      work.catch(() => {})
      written.push(work)
    })
    await pipeline(Readable.fromWeb(request.body as ReadableStream), form)
    const files = (await Promise.all(written)).filter((file) => file !== null)
    return { fields, files, hasTooMany }
  } catch (error) {
    // A form that breaks off does not end the file in the midst of which it did.
    for (const { bytes } of begun) bytes.destroy()
    await Promise.allSettled(written)
    await Promise.all(begun.map((file) => rm(file.path, { force: true })))
    if (isDiskFull(error)) throw error
    return null
  }
}
