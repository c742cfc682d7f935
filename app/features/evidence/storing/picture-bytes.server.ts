import type { FileHandle } from 'node:fs/promises'

/** A part of the new file: so many bytes of the old one, or bytes of our own. */
export type Piece = Readonly<{ from: number; length: number }> | Readonly<{ bytes: Uint8Array }>

/** What a picture is made of. */
export type PictureParts = Readonly<{
  /** What the camera wrote (Exif), as a TIFF; null where it wrote nothing. */
  exif: Uint8Array | null
  /** The picture alone, without anything that is said about it but how it is turned (1 to 8, as Exif counts; 1: not at all). */
  bare: (orientation: number) => readonly Piece[]
}>

/** Metadata larger than this, in bytes, is nobody's position. */
export const LONGEST_EXIF = 1024 * 1024

/** Bytes of a file; fewer where it ends. */
export async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

/** A TIFF with one entry, how the picture is turned. */
export function orientationTiff(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  return tiff
}

const EXIF_MARK = Buffer.from('Exif\0\0', 'latin1')

/** Some programs write the mark that Exif has in a JPEG in other files too. */
export const withoutMark = (data: Buffer): Buffer =>
  data.subarray(0, EXIF_MARK.length).equals(EXIF_MARK) ? data.subarray(EXIF_MARK.length) : data
