import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../app/platform/project-root.server.ts'

/** Where the journey puts the pictures that it takes, a folder for each language. */
export const PICTURE_FOLDER = process.env.GUIDE_PICTURES ?? path.join(projectRoot, 'build', 'guide-pictures')

/** A picture as a page shows it: in pixels of the page. */
export type GuidePicture = Readonly<{ file: string; width: number; height: number; isPhone: boolean }>

/** Phones have two points for one of the page. */
const PHONE = /-phone\.png$/
const POINTS_OF_PHONE = 2

/** A picture that a page names as 'pictures/name.png'; null where nobody took it yet. */
export function pictureOf(folder: string, url: string): GuidePicture | null {
  const file = url.replace(/^pictures\//, '')
  if (!/^[a-z0-9-]+\.png$/.test(file)) throw new Error(`the guide names a picture “${url}”`)
  const place = path.join(folder, file)
  if (!existsSync(place)) return null
  // A PNG says its size in its first chunk.
  const bytes = readFileSync(place)
  const isPhone = PHONE.test(file)
  const points = isPhone ? POINTS_OF_PHONE : 1
  return { file, width: bytes.readUInt32BE(16) / points, height: bytes.readUInt32BE(20) / points, isPhone }
}
