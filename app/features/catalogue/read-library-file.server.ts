import { err, ok, type Result } from '../../kernel/result.ts'
import { sha256Hex } from '../../platform/hash/content-hash.ts'
import type { Catalogue } from './catalogue.domain.ts'
import type { CatalogueError } from './catalogue.errors.ts'
import { importLibrary, LIBRARY_BYTES_AT_MOST, type ReadLibrary } from './library.server.ts'
import { faultsAgainst, overlaid } from './library-content.domain.ts'
import { lineOfPath } from './library-place.server.ts'
import type { LibraryFault } from './library-reading.domain.ts'

/**
 * A file as its user knows it; the name decides nothing. `size` is that of the whole, in bytes, where `bytes` is only the
 * beginning of one that is too large; else it is their number.
 */
export type LibraryFile = Readonly<{ fileName: string; bytes: Uint8Array; size?: number }>
/** A library that may take its place in a catalogue: as read, its text, and the SHA-256 of its bytes. */
export type BroughtLibrary = ReadLibrary & Readonly<{ fileName: string; yaml: string; sha256: string }>

// The head of a library is a few lines; everything after its `objects` is rows.
const LOOKED_AT = 65_536
const HEAD = ['urn', 'objects'].map((key) => new RegExp(`^[ \\t{]*["']?${key}["']?[ \\t]*:`, 'mu'))

/** Whether a file means to be a list of the assessment: by the two keys that every library begins with, whatever its name. */
export function looksLikeLibrary(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT))
  return HEAD.every((key) => key.test(head))
}

/** Reads a library and checks it against the catalogue that it is meant for. Refuses with the first fault and its line. */
export function readLibraryFile(
  { fileName, bytes, size = bytes.length }: LibraryFile,
  catalogue: Catalogue,
): Result<BroughtLibrary, CatalogueError> {
  const whole = { fileName, line: null, path: '', more: 0 }
  if (size > LIBRARY_BYTES_AT_MOST)
    return err({
      ...whole,
      code: 'library.too-large',
      detail: `${size} > ${LIBRARY_BYTES_AT_MOST} bytes`,
    })
  const yaml = decodeUtf8(bytes)
  if (yaml === null) return err({ ...whole, code: 'library.not-utf8', detail: '' })
  const read = importLibrary(yaml, catalogue)
  if (!read.ok) return err(refusalOf(fileName, yaml, read.error))
  const faults = faultsAgainst(catalogue, read.value.content)
  if (faults.length > 0) {
    const contradictions = faults.map(({ path, reason }) => ({
      code: 'library.contradiction' as const,
      path,
      reason,
    }))
    return err(refusalOf(fileName, yaml, contradictions))
  }
  return ok({ ...read.value, fileName, yaml, sha256: sha256Hex(bytes) })
}

/** The catalogue with the library of a file in it, kept nowhere. */
export function withLibraryFile(catalogue: Catalogue, file: LibraryFile): Result<Catalogue, CatalogueError> {
  const read = readLibraryFile(file, catalogue)
  return read.ok ? ok(overlaid(catalogue, [read.value.content])) : read
}

/** The text, a byte order mark included, so that its bytes are those of the file; null when it is not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function refusalOf(fileName: string, yaml: string, faults: readonly LibraryFault[]): CatalogueError {
  const [first] = faults
  if (!first) throw new Error('a refusal without a fault')
  const { code, path, reason } = first
  // A text that may be harmful is not parsed a second time.
  const line = code === 'library.too-many-aliases' ? null : lineOfPath(yaml, path)
  return {
    code,
    fileName,
    line,
    path: path.startsWith('line ') ? '' : path,
    detail: reason,
    more: faults.length - 1,
  }
}
