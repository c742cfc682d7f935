import { err, ok, type Result } from '../../../kernel/result.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { typedDay } from '../../../kernel/typed-day.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import { type KindFault, nameFault } from './file-kind.domain.ts'
import { cleanFileName, stemOf } from './file-name.domain.ts'

export const MEGABYTE = 1024 * 1024
/** So many uploads of one person may be on their way at once. */
export const MOST_OPEN_UPLOADS = 50
/** So many files come with one form. */
export const MOST_FILES_OF_FORM = 20
/** An upload that nobody goes on with is thrown away. */
export const UPLOAD_LIFETIME_MS = 7 * 86_400_000

/** What is said about a file while it is sent. `title` null: it is called as its file is. */
export type SentFacts = Readonly<{
  title: string | null
  note: string | null
  evidenceDate: IsoDay | null
  expiresOn: IsoDay | null
  isConfidential: boolean
  /** Which piece of evidence gets a new version by it; null: it becomes one of its own. */
  evidenceId: string | null
}>

export type SentFactsFault = 'evidence.unreadable-day' | 'evidence.unknown'

/** Reads the fields that come with a file, from the metadata of an upload or from a form; missing ones are empty. */
export function readSentFacts(
  fields: Readonly<Record<string, string | null | undefined>>,
): Result<SentFacts, SentFactsFault> {
  const text = (name: string) => fields[name]?.toWellFormed().replaceAll('\0', '').trim() || null
  const day = (name: string) => {
    const typed = text(name)
    return typed === null ? null : (typedDay(typed) ?? 'unreadable')
  }
  const [evidenceDate, expiresOn, evidenceId] = [day('evidenceDate'), day('expiresOn'), text('evidenceId')]
  if (evidenceDate === 'unreadable' || expiresOn === 'unreadable') return err('evidence.unreadable-day')
  if (evidenceId !== null && !isUuid(evidenceId)) return err('evidence.unknown')
  return ok({
    title: text('title'),
    note: text('note'),
    evidenceDate,
    expiresOn,
    isConfidential: text('confidential') === 'on',
    evidenceId,
  })
}

export type DeclaredFault = Readonly<{
  code: 'upload.no-size' | 'upload.empty' | 'upload.too-large' | 'upload.no-name'
}>

/** What a file says of itself before a byte of it comes: its name as it will be kept, and its size in bytes. */
export function judgeDeclared(
  { fileName, size }: { fileName: string | null; size: number | null },
  { mostBytes }: { mostBytes: number },
): Result<Readonly<{ fileName: string; size: number }>, DeclaredFault | KindFault> {
  if (size === null || !Number.isSafeInteger(size) || size < 0) return err({ code: 'upload.no-size' })
  if (size === 0) return err({ code: 'upload.empty' })
  if (size > mostBytes) return err({ code: 'upload.too-large' })
  const name = cleanFileName(fileName ?? '')
  if (name === '') return err({ code: 'upload.no-name' })
  const fault = nameFault(name)
  return fault ? err(fault) : ok({ fileName: name, size })
}

/** What a piece of evidence is called that was given no title: as its file, without the ending. */
export const titleOf = (facts: SentFacts, fileName: string): string => facts.title ?? stemOf(fileName)
