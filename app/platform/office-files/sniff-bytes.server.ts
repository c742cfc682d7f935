import { err, ok, type Result } from '../../kernel/result.ts'
import { type DecodedText, decodeText } from './decode-text.server.ts'
import { type FileFault, type FileFaultDetail, fileFault } from './file-fault.ts'
import { guardPackage } from './package-guard.server.ts'

export type FileLimits = Readonly<{ textBytes: number; archiveBytes: number }>

/** What a file is: a package of an office program that was looked through, or a text. */
export type SniffedBytes =
  | Readonly<{ kind: 'archive'; format: 'docx' | 'xlsx'; bytes: Uint8Array }>
  | Readonly<{ kind: 'text'; decoded: DecodedText }>

type Sniffing = Readonly<{
  bytes: Uint8Array
  /** Size of the whole file, where `bytes` are only its beginning. */
  size?: number | undefined
  limits: FileLimits
  /** Words of which a text in Windows-874 holds at least two. */
  thaiWords: readonly string[]
}>

const PDF = [0x25, 0x50, 0x44, 0x46]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
const MEGABYTE = 1_000_000

/**
 * What a file is, by its content: names lie. Too large a file is refused before a byte of it is decoded or inflated, and
 * an archive before it was looked through.
 */
export function sniffBytes(sniffing: Sniffing): Result<SniffedBytes, FileFault> {
  const { bytes, size = bytes.length, limits, thaiWords } = sniffing
  const isZip = startsWith(bytes, ZIP) && (bytes[2] ?? 0) <= 8 && (bytes[3] ?? 0) <= 8
  const limit = isZip ? limits.archiveBytes : limits.textBytes
  if (size > limit) return err(fileFault('too-large', megabytesOver(size, limit)))
  if (isZip) {
    const format = guardPackage(bytes)
    return format.ok ? ok({ kind: 'archive', format: format.value, bytes }) : format
  }
  if (startsWith(bytes, PDF)) return err(fileFault('unknown-format', { kind: 'pdf' }))
  if (startsWith(bytes, OLE)) return err(fileFault('unknown-format', { kind: 'old-office' }))
  const decoded = decodeText(bytes, thaiWords)
  return decoded.ok ? ok({ kind: 'text', decoded: decoded.value }) : decoded
}

const startsWith = (bytes: Uint8Array, head: readonly number[]) =>
  head.every((byte, at) => bytes[at] === byte)

function megabytesOver(found: number, limit: number): FileFaultDetail {
  const megabytes = (size: number) => (size / MEGABYTE).toFixed(1).replace(/\.0$/u, '')
  return { kind: 'megabytes', found: megabytes(found), limit: megabytes(limit) }
}
