import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileContent } from './file-kind.domain.ts'

export type InspectedFile = Readonly<{
  /** Lower-case hex. */
  sha256: string
  /** Bytes. */
  size: number
  content: FileContent
}>

const READ_BYTES = 256 * 1024
const UTF_16_MARKS = ['fffe', 'feff']

/** Looks at a file on the disk once, piece by piece: its hash, and what its bytes are. */
export async function inspectFile(path: string): Promise<InspectedFile> {
  const hash = createHash('sha256')
  let size = 0
  let isText = true
  let isWide = false
  const handle = await open(path)
  try {
    // One piece of memory for the whole file: pieces without number would wait for the garbage collector.
    const piece = Buffer.alloc(READ_BYTES)
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, READ_BYTES)
      if (bytesRead === 0) break
      const bytes = piece.subarray(0, bytesRead)
      if (size === 0) isWide = UTF_16_MARKS.includes(bytes.subarray(0, 2).toString('hex'))
      hash.update(bytes)
      size += bytesRead
      isText &&= isWide || !hasControls(bytes)
    }
  } finally {
    await handle.close()
  }
  const { fileTypeFromBlob } = await import('file-type')
  // Only the parts that are asked for are read.
  const found = await fileTypeFromBlob(await openAsBlob(path))
  return { sha256: hash.digest('hex'), size, content: { found: found?.ext ?? null, isText } }
}

/** Whether bytes hold what no text has, in UTF-8 or Windows-874: control characters other than tabs and ends of lines. */
function hasControls(bytes: Uint8Array): boolean {
  for (const byte of bytes) if ((byte < 32 && (byte < 9 || byte > 13)) || byte === 127) return true
  return false
}
