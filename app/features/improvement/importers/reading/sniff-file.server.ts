import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type FileLimits, sniffBytes } from '../../../../platform/office-files/sniff-bytes.server.ts'
import type { ImportNote, Refusal } from '../import.domain.ts'
import { noteOf } from '../ledger.domain.ts'
import { FREQUENT_WORDS } from '../rules/import-words.th.ts'
import { refusalOfFile } from './file-refusal.server.ts'
import { looksLikeMeasuresSheet } from './sheet.reader.server.ts'

export type { FileLimits }

const FILE_LIMITS: FileLimits = { textBytes: 5_000_000, archiveBytes: 30_000_000 }

export type ReadText = Readonly<{ text: string; notes: readonly ImportNote[] }>
export type SniffedFile =
  | Readonly<{ kind: 'archive'; format: 'docx' | 'xlsx'; bytes: Uint8Array }>
  | Readonly<{ kind: 'text'; format: 'text' | 'csv' | 'json'; decoded: ReadText }>

/** What a file is, by its content (see `sniffBytes`), and of a text which of our forms it has. */
export function sniffFile(
  file: { bytes: Uint8Array; size?: number | undefined },
  limits: FileLimits = FILE_LIMITS,
): Result<SniffedFile, Refusal> {
  const sniffed = sniffBytes({ ...file, limits, thaiWords: FREQUENT_WORDS })
  if (!sniffed.ok) return err(refusalOfFile(sniffed.error))
  if (sniffed.value.kind === 'archive') return ok(sniffed.value)
  const { text, encoding } = sniffed.value.decoded
  const isJson = /^\s*\{/u.test(text)
  const format = isJson ? 'json' : looksLikeMeasuresSheet(text) ? 'csv' : 'text'
  return ok({ kind: 'text', format, decoded: { text, notes: encoding === 'UTF-8' ? [] : [encodingNote()] } })
}

const encodingNote = (): ImportNote =>
  noteOf({
    code: 'encoding-decoded',
    line: null,
    text: '',
    say: (text) => text.notes.encodingDecoded('Windows-874 (TIS-620)'),
  })
