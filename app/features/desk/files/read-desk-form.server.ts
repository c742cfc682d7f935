import { rm } from 'node:fs/promises'
import { readSentFiles, type SentFile, type SentForm } from '../../evidence/index.server.ts'
import type { DeskTools } from '../desk-tools.server.ts'

/** A form without files, in bytes: letters of Thai are sent as nine each. */
const LONGEST_FORM = 1024 * 1024

/**
 * Reads a form with its files, each straight to the disk of this machine; null where what came is no form, or breaks off. Who
 * calls removes the files with `dropSentFiles`, whatever comes of it.
 */
export async function readDeskForm(
  request: Request,
  tools: Pick<DeskTools, 'folder' | 'mostBytes'>,
): Promise<SentForm | null> {
  if (/^multipart\/form-data\s*;/i.test(request.headers.get('content-type') ?? ''))
    return readSentFiles(request, tools)
  // A form without files is in memory as a whole, ten times as large as it comes.
  if (!(Number(request.headers.get('content-length') ?? 0) <= LONGEST_FORM)) return null
  const form = await request.formData().catch(() => null)
  if (!form) return null
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return { fields: Object.fromEntries(fields), files: [], hasTooMany: false }
}

export async function dropSentFiles(files: readonly SentFile[]): Promise<void> {
  await Promise.all(files.map(({ path }) => rm(path, { force: true })))
}
