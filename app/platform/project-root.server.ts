import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Directory of package.json: the same from the sources and from the built server, which lies deeper. */
export const projectRoot: string = findRoot(path.dirname(fileURLToPath(import.meta.url)))

function findRoot(directory: string): string {
  if (existsSync(path.join(directory, 'package.json'))) return directory
  const parent = path.dirname(directory)
  if (parent === directory) throw new Error('package.json of the program was not found above its own files')
  return findRoot(parent)
}
