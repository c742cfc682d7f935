import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { type FileKey, type FileStore, isFileHash, type StoredFile } from './file-store.ts'

/** What a file is called while it is being written; no hash looks like it. */
export const UNFINISHED = '.unfinished'

/**
 * Files in a directory: `<directory>/<agency>/<first two of the hash>/<hash>`. Where the file to keep lies on the same disk
 * it gets a second name, else it is copied.
 */
export function createDiskStore(directory: string): FileStore {
  const placeOf = ({ agencyId, sha256 }: FileKey) =>
    path.join(directory, agencyId, sha256.slice(0, 2), sha256)
  return {
    put: async ({ path: source, size, ...key }) => {
      const place = placeOf(key)
      if ((await sizeOf(place)) === size && (await touch(place))) return
      const folder = path.dirname(place)
      const firstMade = await mkdir(folder, { recursive: true })
      await flush(source)
      const unfinished = `${place}.${randomUUID()}${UNFINISHED}`
      try {
        await link(source, unfinished).catch(() => copyFile(source, unfinished, constants.COPYFILE_EXCL))
        await flush(unfinished)
        await rename(unfinished, place)
        // Renaming one name of a file onto another of the same file leaves both.
        await rm(unfinished, { force: true })
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
      await flushFolders(folder, firstMade ? path.dirname(firstMade) : folder)
    },
    open: async (key, span) => {
      const handle = await open(placeOf(key)).catch(absent)
      return handle?.createReadStream(span ? { start: span.first, end: span.last } : {}) ?? null
    },
    list: (agencyId) => listFolder(path.join(directory, agencyId), agencyId),
    removeOlder: async (key, before) => {
      const place = placeOf(key)
      // Out of the way first: whoever keeps the same content from now on finds nothing there and writes it anew.
      const aside = `${place}.${randomUUID()}${UNFINISHED}`
      const moved = await rename(place, aside).then(() => true, absent)
      if (!moved) return false
      const { mtimeMs } = await stat(aside)
      if (mtimeMs < before.getTime()) {
        await rm(aside)
        return true
      }
      await rename(aside, place)
      return false
    },
    remove: (key) => rm(placeOf(key), { force: true }),
  }
}

/** Says that a file was kept just now; false where it is gone. */
const touch = async (place: string): Promise<boolean> => {
  const now = new Date()
  return (await utimes(place, now, now).then(() => true, absent)) ?? false
}

async function* listFolder(folder: string, agencyId: string): AsyncGenerator<StoredFile> {
  for (const part of (await readdir(folder).catch(absent)) ?? [])
    for (const sha256 of (await readdir(path.join(folder, part)).catch(absent)) ?? []) {
      if (!isFileHash(sha256)) continue
      const found = await stat(path.join(folder, part, sha256)).catch(absent)
      if (found) yield { agencyId, sha256, size: found.size, at: found.mtime }
    }
}

/** Removes what was being written when a program died; `before` spares what others are writing now. */
export async function removeUnfinished(directory: string, before: Date): Promise<void> {
  const names = await readdir(directory, { recursive: true }).catch(() => [])
  for (const name of names.filter((one) => one.endsWith(UNFINISHED))) {
    const place = path.join(directory, name)
    const found = await stat(place).catch(absent)
    if (found && found.ctimeMs < before.getTime()) await rm(place, { force: true })
  }
}

/** Writes to the disk what the system still holds in memory of a file or a folder. */
async function flush(place: string): Promise<void> {
  const handle = await open(place)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A name is on the disk when its folder is: from the innermost out to the one that was there before. */
async function flushFolders(inner: string, outer: string): Promise<void> {
  await flush(inner)
  if (inner !== outer && inner !== path.dirname(inner)) await flushFolders(path.dirname(inner), outer)
}

const sizeOf = async (place: string): Promise<number | null> =>
  (await stat(place).catch(absent))?.size ?? null

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
