import { open } from 'node:fs/promises'
import { jpegParts } from './jpeg-parts.server.ts'
import type { PictureParts } from './picture-bytes.server.ts'
import { pngParts } from './png-parts.server.ts'
import { webpParts } from './webp-parts.server.ts'

/** A picture's parts, found without keeping the picture in memory; null where it is of no kind that can be taken apart. */
export async function partsOf(path: string, mediaType: string): Promise<PictureParts | null> {
  const read = { 'image/jpeg': jpegParts, 'image/png': pngParts, 'image/webp': webpParts }[mediaType]
  if (!read) return null
  const handle = await open(path)
  try {
    return await read(handle, (await handle.stat()).size)
  } finally {
    await handle.close()
  }
}
