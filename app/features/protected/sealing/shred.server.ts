import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { isUuid } from '../../../kernel/uuid.ts'
import { bufferOf } from './bytes.server.ts'
import { randomKey } from './keys.server.ts'

/**
 * The keys of cases that lie outside the database: without its key nothing of a case opens, in no backup either. It also
 * remembers how far each case went, so that rows taken off its end are missed.
 */
export type ShredStore = Readonly<{
  /** A new key of 32 bytes, durable when this ends. */
  make: (reportId: string) => Promise<Uint8Array>
  /** Null when it was destroyed. */
  find: (reportId: string) => Promise<Uint8Array | null>
  /** Overwritten and removed; nothing when there is none. */
  destroy: (reportId: string) => Promise<void>
  /** The ends that a case may have: the last that was kept, and one that is just being written. Empty when none is known. */
  endsOf: (reportId: string) => Promise<readonly string[]>
  /** Durable when this ends. An end is `length hash`. */
  keepEnds: (reportId: string, ends: readonly string[]) => Promise<void>
}>

const KEY_BYTES = 32
const OWNER_ONLY = 0o600
/** Of every file alike: none tells when something was said. */
const NO_TIME = new Date(0)

/** @param folder apart from the database and from what is kept in backups for long */
export function openShredStore(folder: string): ShredStore {
  const keyFile = (reportId: string) => fileOf(folder, reportId, 'key')
  const endsFile = (reportId: string) => fileOf(folder, reportId, 'end')
  return {
    make: async (reportId) => {
      const key = randomKey()
      await writeWhole(keyFile(reportId), key)
      return key
    },
    find: async (reportId) => {
      const key = await readIfThere(keyFile(reportId))
      return key?.byteLength === KEY_BYTES ? key : null
    },
    destroy: async (reportId) => {
      for (const file of [keyFile(reportId), endsFile(reportId)]) await overwrite(file)
      await syncFolder(path.dirname(keyFile(reportId)))
    },
    endsOf: async (reportId) => {
      const kept = await readIfThere(endsFile(reportId))
      return kept ? kept.toString('utf8').split('\n').filter(Boolean) : []
    },
    keepEnds: (reportId, ends) => writeWhole(endsFile(reportId), Buffer.from(`${ends.join('\n')}\n`)),
  }
}

function fileOf(folder: string, reportId: string, ending: string): string {
  if (!isUuid(reportId)) throw new Error('a case has no such identifier')
  return path.join(folder, reportId.slice(0, 2), `${reportId}.${ending}`)
}

/** Written under another name first: nobody ever reads half of it, and a stop in between leaves what was. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const written = `${file}.${randomUUID()}`
  const handle = await open(written, 'wx', OWNER_ONLY)
  try {
    await handle.writeFile(bufferOf(bytes))
    await handle.utimes(NO_TIME, NO_TIME)
    await handle.datasync()
  } finally {
    await handle.close()
  }
  await rename(written, file)
  await syncFolder(path.dirname(file))
}

async function overwrite(file: string): Promise<void> {
  const handle = await open(file, 'r+').catch(nullWhereAbsent)
  if (!handle) return
  try {
    const { size } = await handle.stat()
    await handle.write(Buffer.alloc(size), 0, size, 0)
    await handle.datasync()
  } finally {
    await handle.close()
  }
  await rm(file, { force: true })
}

/** A name is durable only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(nullWhereAbsent)
  await handle?.sync().finally(() => handle.close())
}

const readIfThere = (file: string): Promise<Buffer | null> => readFile(file).catch(nullWhereAbsent)

function nullWhereAbsent(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw error
}
