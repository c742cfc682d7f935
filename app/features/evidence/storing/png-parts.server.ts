import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import {
  LONGEST_EXIF,
  orientationTiff,
  type PictureParts,
  type Piece,
  readAt,
} from './picture-bytes.server.ts'

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
/** Chunks that say how to paint; everything else says something about the picture. */
const PNG_PAINTS = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs sPLT cICP mDCV cLLI acTL fcTL fdAT'.split(
    ' ',
  ),
)

/** What a PNG is made of, up to its last chunk. */
export async function pngParts(handle: FileHandle, size: number): Promise<PictureParts | null> {
  if (!(await readAt(handle, 0, 8)).equals(PNG_SIGNATURE)) return null
  const kept: Piece[] = []
  let exif: Buffer | null = null
  for (let at = 8; at < size; ) {
    const head = await readAt(handle, at, 8)
    if (head.length < 8) return null
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4)
    if (at + length + 12 > size) return null
    if (type === 'eXIf' && length <= LONGEST_EXIF) exif = await readAt(handle, at + 8, length)
    if (PNG_PAINTS.has(type)) kept.push({ from: at, length: length + 12 })
    at += length + 12
    if (type === 'IEND') {
      const [header, ...rest] = kept
      if (!header) return null
      const bare = (orientation: number): readonly Piece[] => [
        { bytes: PNG_SIGNATURE },
        header,
        ...(orientation === 1 ? [] : [{ bytes: pngChunk('eXIf', orientationTiff(orientation)) }]),
        ...rest,
      ]
      return { exif, bare }
    }
  }
  return null
}

function pngChunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
