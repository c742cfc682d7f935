import type { PictureLocation } from '../evidence.domain.ts'

/** Where a picture was taken, as its own data says. */
export async function readLocation(_path: string, _mediaType: string): Promise<PictureLocation | null> {
  return null
}
