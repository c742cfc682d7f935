import type { PictureLocation } from '../evidence.domain.ts'
import { partsOf } from './picture-parts.server.ts'

/** Places of a coordinate that are kept: a tenth of a metre. */
const PLACES = 6
const UPRIGHT = 1

/** Where a picture was taken, as its own data says; null where it says nothing, or nothing that can be read. */
export async function readLocation(path: string, mediaType: string): Promise<PictureLocation | null> {
  const parts = await partsOf(path, mediaType)
  return parts?.exif ? locationIn(parts.exif) : null
}

async function locationIn(exif: Uint8Array): Promise<PictureLocation | null> {
  const { Latitude, Longitude } = (await tagsOf(exif))?.gps ?? {}
  const [latitude, longitude] = [Number(Latitude ?? Number.NaN), Number(Longitude ?? Number.NaN)]
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null
  return { latitude: Number(latitude.toFixed(PLACES)), longitude: Number(longitude.toFixed(PLACES)) }
}

/** How the camera says the picture is to be turned, 1 to 8; 1, not at all, where it says nothing. */
export async function orientationIn(exif: Uint8Array | null): Promise<number> {
  const value = exif === null ? UPRIGHT : Number((await tagsOf(exif))?.exif?.Orientation?.value)
  return value >= UPRIGHT && value <= 8 ? value : UPRIGHT
}

/** What cameras write is often damaged: then nothing is known. */
async function tagsOf(exif: Uint8Array) {
  const { default: ExifReader } = await import('exifreader')
  try {
    return ExifReader.load(Buffer.from(exif), { expanded: true })
  } catch {
    return null
  }
}
