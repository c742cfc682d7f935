import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { backupRefusal } from '../backup-refusal.ts'
import { collect } from '../container/open-backup.server.ts'
import { paddedSize, readTarHeader, TAR_BLOCK, tarHeader } from '../container/tar-header.ts'
import { openWithAge, sealWithAge } from '../sealing/age-stream.server.ts'
import { refusalOf } from '../sealing/pack.server.ts'

/** What lies beside a backup, since it is kept elsewhere and for other times. */
export type CompanionKind = 'keys' | 'shred'

/** Files by their path under DATA_DIR. */
export type CompanionFiles = ReadonlyMap<string, Buffer>

const OWNER_ONLY = 0o600
const NOTE = 'companion.json'
/** So few sizes there are that they do not tell how many cases there are. */
const LEAST_SIZE = 1024 * 1024
const AGE_START = 'age-encryption.org/v1'

export const companionOf = (backup: string, kind: CompanionKind): string => `${backup}.${kind}`

/** The keys that lie under DATA_DIR; those of the settings stay with the settings. */
export const readKeys = (dataDir: string): Promise<CompanionFiles> =>
  readThere(dataDir, ['secret.key', 'protected/pepper.key'])

/** The keys by which cases are destroyed, and how far each case went. */
export async function readShred(dataDir: string): Promise<CompanionFiles> {
  const root = path.join(dataDir, 'protected', 'shred')
  const names = await readdir(root, { recursive: true }).catch(emptyWhereAbsent)
  const kept = names.filter((name) => /^[0-9a-f]{2}[/\\][0-9a-f-]{36}\.(key|end)$/.test(name)).sort()
  return readThere(
    dataDir,
    kept.map((name) => `protected/shred/${name}`),
  )
}

async function readThere(dataDir: string, names: readonly string[]): Promise<CompanionFiles> {
  const files = new Map<string, Buffer>()
  for (const name of names) {
    const bytes = await readFile(path.join(dataDir, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (bytes) files.set(name, bytes)
  }
  return files
}

/** Writes a companion whole or not at all: a plain tar, sealed for the recipient where there is one. */
export async function writeCompanion(
  file: string,
  files: CompanionFiles,
  { recipient, takenAt }: Readonly<{ recipient: string | null; takenAt: Date }>,
): Promise<void> {
  const note = Buffer.from(`${JSON.stringify({ takenAt: takenAt.toISOString() })}\n`)
  const tar = tarOf(new Map([[NOTE, note], ...files]), takenAt)
  const plain = [tar]
  const sealed = recipient === null ? tar : await collect(sealWithAge(asStream(plain), recipient))
  await writeDurably(file, sealed)
  tar.fill(0)
}

export type ReadCompanion = Readonly<{ takenAt: Date; files: CompanionFiles }>

/** Null where there is none. Throws BackupRefusal: another key, damaged. */
export async function readCompanion(file: string, identity: string | null): Promise<ReadCompanion | null> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) return null
  try {
    const start = (await readFile(file)).subarray(0, AGE_START.length).toString('latin1')
    const bytes = createReadStream(file)
    const isSealed = start === AGE_START
    if (isSealed && identity === null) throw backupRefusal('backup.needs-identity', file)
    const tar = await collect(isSealed && identity !== null ? openWithAge(bytes, identity) : bytes)
    const files = filesOf(tar)
    const takenAt = new Date(JSON.parse(files.get(NOTE)?.toString('utf8') ?? '{}').takenAt)
    // Of one that does not say when nobody knows whether its keys may still be used.
    if (Number.isNaN(takenAt.getTime())) throw new CompanionBroken()
    files.delete(NOTE)
    return { takenAt, files }
  } catch (error) {
    const name = path.basename(file)
    if (error instanceof CompanionBroken || error instanceof SyntaxError)
      throw backupRefusal('backup.damaged', file, name, '0')
    throw refusalOf(error, file, name)
  }
}

class CompanionBroken extends Error {}

/** Puts the files of a companion where they belong, durably; what is there already stays. */
export async function placeCompanion(dataDir: string, files: CompanionFiles): Promise<void> {
  for (const [name, bytes] of files) {
    const place = path.join(dataDir, name)
    if (await stat(place).catch(() => null)) continue
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
    await writeDurably(place, bytes, name.startsWith('protected/shred/') ? new Date(0) : undefined)
  }
}

/** Writes a file whole or not at all, for its owner alone. */
export async function writeDurably(file: string, bytes: Uint8Array, time?: Date): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`
  const handle = await open(draft, 'wx', OWNER_ONLY)
  try {
    await handle.writeFile(bytes)
    if (time) await handle.utimes(time, time)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file).catch(async (error) => {
    await rm(draft, { force: true })
    throw error
  })
  await syncFolder(path.dirname(file))
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

function tarOf(files: CompanionFiles, at: Date): Buffer {
  const parts: Buffer[] = []
  for (const [name, bytes] of files)
    parts.push(
      tarHeader({ name, size: bytes.length }, at),
      bytes,
      Buffer.alloc(paddedSize(bytes.length) - bytes.length),
    )
  const length = parts.reduce((sum, part) => sum + part.length, 0) + 2 * TAR_BLOCK
  let size = LEAST_SIZE
  while (size < length) size *= 2
  return Buffer.concat(parts, size)
}

const PLACES =
  /^(companion\.json|secret\.key|protected\/pepper\.key|protected\/shred\/[0-9a-f]{2}\/[0-9a-f-]{36}\.(key|end))$/

function filesOf(tar: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (let at = 0; at < tar.length; ) {
    const header = readTarHeader(tar.subarray(at, at + TAR_BLOCK))
    if (header === 'end') break
    // No name of a companion leads anywhere else than where its files lie.
    const bytes = header === 'damaged' ? null : tar.subarray(at + TAR_BLOCK, at + TAR_BLOCK + header.size)
    // One that was cut off would leave a key that opens nothing, which no later one replaces.
    if (header === 'damaged' || bytes?.length !== header.size || !PLACES.test(header.name))
      throw new CompanionBroken()
    files.set(header.name, bytes)
    at += TAR_BLOCK + paddedSize(header.size)
  }
  return files
}

async function* asStream(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

function emptyWhereAbsent(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
