import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { cleanLine } from '../../../kernel/clean-text.ts'
import type { CaseFile } from '../cases/case.domain.ts'
import type { StoredCaseFile } from '../cases/case.repo.server.ts'
import { wipe } from '../sealing/bytes.server.ts'
import { fileKeyOf, sealFile } from '../sealing/files.server.ts'
import { randomKey } from '../sealing/keys.server.ts'

const LONGEST_NAME = 200
const LONGEST_TYPE = 100
/** All sealed files say the same time of change: none. */
const NO_TIME = new Date(0)

/** A file that was sealed while it came in: what its item says of it, and where its sealed bytes are. */
export type IncomingFile = Readonly<{ file: CaseFile; stored: StoredCaseFile }>

/**
 * Seals a file piece by piece into `incoming/`: nothing of it is ever on the disk in plain, and its name only within the
 * sealed content. Its bytes are durable when this ends. Throws what the disk throws; then nothing of it is left.
 */
export async function sealIncoming(
  folder: string,
  bytes: AsyncIterable<Uint8Array>,
  file: Readonly<{ name: string; type: string; shredKey: Uint8Array }>,
): Promise<IncomingFile> {
  const id = randomUUID()
  const hex = randomBytes(16).toString('hex')
  const key = randomKey()
  const sealing = fileKeyOf(key, file.shredKey, id)
  const place = incomingOf(folder, hex)
  const handle = await open(place, 'wx', 0o600)
  try {
    const sealed = await sealFile(bytes, sealing, async (piece) => {
      await handle.writeFile(piece)
    })
    await handle.utimes(NO_TIME, NO_TIME)
    await handle.datasync()
    const { size, sealedHash, paddedSize } = sealed
    return {
      file: {
        id,
        name: [...cleanLine(file.name)].slice(0, LONGEST_NAME).join(''),
        type: cleanLine(file.type).slice(0, LONGEST_TYPE),
        size,
        key: Buffer.from(key).toString('base64'),
        sealedHash,
      },
      stored: { id, path: `${hex.slice(0, 2)}/${hex}`, paddedSize, sealedHash },
    }
  } catch (error) {
    await rm(place, { force: true })
    throw error
  } finally {
    wipe(key, sealing)
    await handle.close()
  }
}

/** Puts them where they stay, durably: before the rows that name them, so that no row names a file that is not there. */
export async function settleFiles(folder: string, files: readonly IncomingFile[]): Promise<void> {
  const folders = new Set<string>()
  for (const { stored } of files) {
    const to = path.join(folder, stored.path)
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
    await rename(incomingOf(folder, path.basename(stored.path)), to)
    folders.add(path.dirname(to))
  }
  for (const one of folders) {
    await syncFolder(one)
    await utimes(one, NO_TIME, NO_TIME)
  }
  if (files.length > 0) await syncFolder(folder)
}

/** Takes away what no case came of, wherever it lies. */
export async function dropFiles(folder: string, files: readonly IncomingFile[]): Promise<void> {
  for (const { stored } of files) {
    await rm(incomingOf(folder, path.basename(stored.path)), { force: true })
    await rm(path.join(folder, stored.path), { force: true })
  }
}

/** Nothing that comes in takes as long. */
const LONGEST_COMING_IN_MS = 6 * 3_600_000

/**
 * Takes away what was still coming in when a program ended: it belongs to nothing that was acknowledged, and its key is gone.
 * Another program may be taking files in at this moment; of those each was written a moment ago.
 */
export async function clearIncoming(folder: string, untouchedMs = LONGEST_COMING_IN_MS): Promise<void> {
  const before = Date.now() - untouchedMs
  for (const name of await readdir(path.join(folder, 'incoming'))) {
    const place = incomingOf(folder, name)
    const found = await stat(place).catch(() => null)
    // The time of change is set to none; that of the last write, which nobody can set, is not.
    if (found && found.ctimeMs <= before) await rm(place, { force: true })
  }
}

const incomingOf = (folder: string, hex: string): string => path.join(folder, 'incoming', hex)

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
