import { err, ok, type Result } from '../../../../kernel/result.ts'
import { bilingual } from '../../text/index.ts'
import type { Refusal } from '../import.domain.ts'
import { type DecodedText, decodeText } from './decode-text.server.ts'
import { guardPackage } from './package-guard.server.ts'
import { looksLikeMeasuresSheet } from './sheet.reader.server.ts'

export type FileLimits = Readonly<{ textBytes: number; archiveBytes: number }>
const FILE_LIMITS: FileLimits = { textBytes: 5_000_000, archiveBytes: 30_000_000 }

export type SniffedFile =
  | Readonly<{ kind: 'archive'; format: 'docx' | 'xlsx'; bytes: Uint8Array }>
  | Readonly<{ kind: 'text'; format: 'text' | 'csv' | 'json'; decoded: DecodedText }>

const PDF = [0x25, 0x50, 0x44, 0x46]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
const MEGABYTE = 1_000_000

/**
 * What a file is, by its content: names lie. Too large a file is refused before a byte of it is decoded or inflated, and
 * an archive before it was looked through.
 */
export function sniffFile(
  { bytes, size = bytes.length }: { bytes: Uint8Array; size?: number | undefined },
  limits: FileLimits = FILE_LIMITS,
): Result<SniffedFile, Refusal> {
  const isZip = startsWith(bytes, ZIP) && (bytes[2] ?? 0) <= 8 && (bytes[3] ?? 0) <= 8
  const limit = isZip ? limits.archiveBytes : limits.textBytes
  if (size > limit) return tooLarge(size, limit)
  if (isZip) {
    const format = guardPackage(bytes)
    return format.ok ? ok({ kind: 'archive', format: format.value, bytes }) : format
  }
  if (startsWith(bytes, PDF)) return unknownFormat((text) => text.details.pdf)
  if (startsWith(bytes, OLE)) return unknownFormat((text) => text.details.oldOffice)
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text } = decoded.value
  const isJson = /^\s*\{/u.test(text)
  const format = isJson ? 'json' : looksLikeMeasuresSheet(text) ? 'csv' : 'text'
  return ok({ kind: 'text', format, decoded: decoded.value })
}

const startsWith = (bytes: Uint8Array, head: readonly number[]) =>
  head.every((byte, at) => bytes[at] === byte)

const unknownFormat = (say: Parameters<typeof bilingual>[0]): Result<never, Refusal> =>
  err({ code: 'import.unknown-format', place: null, detail: bilingual(say) })

function tooLarge(found: number, limit: number): Result<never, Refusal> {
  const megabytes = (size: number) => (size / MEGABYTE).toFixed(1).replace(/\.0$/u, '')
  const detail = bilingual((text) => text.details.megabytes(megabytes(found), megabytes(limit)))
  return err({ code: 'import.too-large', place: null, detail })
}
