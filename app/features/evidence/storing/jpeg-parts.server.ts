import type { FileHandle } from 'node:fs/promises'
import {
  LONGEST_EXIF,
  orientationTiff,
  type PictureParts,
  type Piece,
  readAt,
  withoutMark,
} from './picture-bytes.server.ts'

const MARK = 0xff
const START = Buffer.from('ffd8', 'hex')
const END = 0xd9
const SCAN = 0xda
const COMMENT = 0xfe
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef]
const READ_BYTES = 64 * 1024
const MOST_SEGMENTS = 10_000

/** What a JPEG is made of, up to its end: what cameras write behind it (previews, a short film) is not part of it. */
export async function jpegParts(handle: FileHandle, size: number): Promise<PictureParts | null> {
  if (!(await readAt(handle, 0, 2)).equals(START)) return null
  const kept: Piece[] = []
  let exif: Buffer | null = null
  let at = 2
  for (let seen = 0; seen < MOST_SEGMENTS; seen += 1) {
    const head = await readAt(handle, at, 24)
    const [mark = 0, kind = 0] = head
    if (mark !== MARK || head.length < 4) return null
    // Any number of these may stand before a segment.
    if (kind === MARK) {
      at += 1
      continue
    }
    const length = head.readUInt16BE(2) + 2
    if (length < 4 || at + length > size) return null
    if (kind === APP1 && head.toString('latin1', 4, 10) === 'Exif\0\0' && length <= LONGEST_EXIF)
      exif ??= withoutMark(await readAt(handle, at + 4, length - 4))
    if (kind === SCAN) {
      kept.push(...(await scansFrom(handle, { at, size })))
      return { exif, bare: (orientation) => bareJpeg(kept, orientation) }
    }
    if (paints(kind, head)) kept.push({ from: at, length })
    at += length
  }
  return null
}

/** Segments that are needed to paint the picture: the colours that Adobe and ICC profiles tell belong to it. */
function paints(kind: number, head: Buffer): boolean {
  if (kind === COMMENT) return false
  if (kind < APP0 || kind > APP15) return true
  return (
    kind === APP0 || kind === APP14 || (kind === APP2 && head.toString('latin1', 4, 15) === 'ICC_PROFILE')
  )
}

function bareJpeg(kept: readonly Piece[], orientation: number): readonly Piece[] {
  if (orientation === 1) return [{ bytes: START }, ...kept]
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), orientationTiff(orientation)])
  const head = Buffer.from([MARK, APP1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return [{ bytes: START }, { bytes: Buffer.concat([head, body]) }, ...kept]
}

/** From the first scan to the mark of the end: the pictures' bytes, without what is said between its scans. */
async function scansFrom(
  handle: FileHandle,
  { at: start, size }: { at: number; size: number },
): Promise<readonly Piece[]> {
  const kept: Piece[] = []
  let from = start
  let at = start
  let base = start
  let window: Buffer = Buffer.alloc(0)
  while (at + 1 < size) {
    if (at + 1 >= base + window.length) {
      base = at
      window = await readAt(handle, at, READ_BYTES)
      if (window.length < 2) break
    }
    const found = window.indexOf(MARK, at - base)
    if (found === -1 || found + 1 >= window.length) {
      // A mark whose second byte was not read yet is looked at again.
      at = base + (found === -1 ? window.length : found)
      continue
    }
    at = base + found
    const kind = window[found + 1] ?? END
    if (kind === END) return [...kept, { from, length: at + 2 - from }]
    // A byte of the picture that looks like a mark, or a mark without a length; or one of several in a row.
    if (kind === 0 || (kind >= 0xd0 && kind <= 0xd7)) at += 2
    else if (kind === MARK) at += 1
    else {
      const head = await readAt(handle, at, 24)
      if (head.length < 4) break
      const next = at + head.readUInt16BE(2) + 2
      if (!paints(kind, head)) {
        kept.push({ from, length: at - from })
        from = Math.min(next, size)
      }
      at = next
    }
  }
  return [...kept, { from, length: size - from }]
}
