import type { FileHandle } from 'node:fs/promises'
import {
  LONGEST_EXIF,
  orientationTiff,
  type PictureParts,
  type Piece,
  readAt,
  withoutMark,
} from './picture-bytes.server.ts'

const WEBP_PAINTS = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const [EXIF_FLAG, XMP_FLAG] = [0x08, 0x04]

/** What a WebP is made of. */
export async function webpParts(handle: FileHandle, size: number): Promise<PictureParts | null> {
  const head = await readAt(handle, 0, 12)
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8) !== 'WEBP') return null
  const kept: Piece[] = []
  let features: Buffer | null = null
  let exif: Buffer | null = null
  const end = Math.min(size, head.readUInt32LE(4) + 8)
  for (let at = 12; at + 8 <= end; ) {
    const chunk = await readAt(handle, at, 8)
    const type = chunk.toString('latin1', 0, 4)
    const length = chunk.readUInt32LE(4)
    const padded = length + (length % 2) + 8
    // The last chunk of a file that somebody cut keeps no padding.
    if (at + 8 + length > end) return null
    if (type === 'VP8X') features = await readAt(handle, at, 18)
    if (type === 'EXIF' && length <= LONGEST_EXIF) exif = withoutMark(await readAt(handle, at + 8, length))
    if (WEBP_PAINTS.has(type)) kept.push({ from: at, length: Math.min(padded, end - at) })
    at += padded
  }
  if (kept.length === 0) return null
  return { exif, bare: (orientation) => bareWebp(features, kept, orientation) }
}

function bareWebp(features: Buffer | null, kept: readonly Piece[], orientation: number): readonly Piece[] {
  const says = features !== null && orientation !== 1
  const pieces: Piece[] = []
  if (features) {
    const flags = Buffer.from(features)
    flags[8] = ((flags[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (says ? EXIF_FLAG : 0)
    pieces.push({ bytes: flags })
  }
  pieces.push(...kept)
  if (says) {
    const tiff = orientationTiff(orientation)
    const chunk = Buffer.alloc(8)
    chunk.write('EXIF', 0, 'latin1')
    chunk.writeUInt32LE(tiff.length, 4)
    pieces.push({ bytes: Buffer.concat([chunk, tiff]) })
  }
  const head = Buffer.alloc(12)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(
    pieces.reduce((sum, piece) => sum + lengthOf(piece), 4),
    4,
  )
  head.write('WEBP', 8, 'latin1')
  return [{ bytes: head }, ...pieces]
}

const lengthOf = (piece: Piece): number => ('bytes' in piece ? piece.bytes.length : piece.length)
