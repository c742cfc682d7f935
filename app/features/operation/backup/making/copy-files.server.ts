import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { type BackupIndex, type ListedFile, nameOfFile, sharedPath, storedName } from '../backup-format.ts'
import { syncFolder } from '../companions/companion.server.ts'
import type { ContainerWriter } from '../container/container-writer.server.ts'
import { pack } from '../sealing/pack.server.ts'

export type FileSource = Readonly<{ store: FileStore; dataDir: string }>
type Absent = Readonly<{ name: string; why: 'missing' | 'altered' }>
type Shared = BackupIndex['shared'][number]

export type CopiedFiles = Readonly<{ absent: readonly Absent[]; shared: readonly Shared[] }>

type Copying = Readonly<{
  source: FileSource
  recipient: string | null
  onFile: (done: number, of: number) => void
}>

/** A file is not what it is called. */
class Altered extends Error {}

const UNFINISHED = '.unfinished'

/** Adds every file of the list that is not there yet. Nothing is copied that is not what it is called. */
export async function copyIntoBackup(
  writer: ContainerWriter,
  files: readonly ListedFile[],
  { source, recipient, onFile }: Copying,
): Promise<CopiedFiles> {
  const there = new Set(writer.members().map(({ name }) => name))
  const absent: Absent[] = []
  for (const [done, file] of files.entries()) {
    onFile(done, files.length)
    const name = storedName(nameOfFile(file), recipient !== null)
    if (there.has(name)) continue
    const why = await copied(source, file, (bytes) => writer.add(name, pack(bytes, recipient)))
    if (why !== null) absent.push({ name: nameOfFile(file), why })
  }
  return { absent, shared: [] }
}

/**
 * The same into a folder that several backups share: what lies there already is not read again. `known` are stored sums of an
 * earlier backup.
 */
export async function copyIntoFolder(
  folder: string,
  files: readonly ListedFile[],
  { source, recipient, onFile, known }: Copying & Readonly<{ known: ReadonlyMap<string, Shared> }>,
): Promise<CopiedFiles> {
  const absent: Absent[] = []
  const shared = new Map<string, Shared>()
  for (const [done, file] of files.entries()) {
    onFile(done, files.length)
    const place = sharedPath(file.sha256, recipient)
    if (shared.has(place)) continue
    const full = path.join(folder, place)
    const kept = await keptShared(full, place, known.get(place))
    if (kept) {
      shared.set(place, kept)
      continue
    }
    const why = await copied(source, file, async (bytes) => {
      shared.set(place, { path: place, ...(await writeShared(full, pack(bytes, recipient))) })
    })
    if (why !== null) absent.push({ name: nameOfFile(file), why })
  }
  return { absent, shared: [...shared.values()] }
}

async function copied(
  source: FileSource,
  file: ListedFile,
  keep: (bytes: AsyncIterable<Uint8Array>) => Promise<unknown>,
): Promise<Absent['why'] | null> {
  const bytes = await openSource(source, file)
  if (bytes === null) return 'missing'
  try {
    await keep(asCalled(bytes, file.sha256))
    return null
  } catch (error) {
    if (error instanceof Altered) return 'altered'
    throw error
  }
}

async function openSource(
  { store, dataDir }: FileSource,
  file: ListedFile,
): Promise<AsyncIterable<Uint8Array> | null> {
  if (file.kind === 'stored') return store.open(file)
  const place = path.join(dataDir, 'protected', 'files', file.path)
  const handle = await open(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return handle?.createReadStream() ?? null
}

async function* asCalled(bytes: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== sha256) throw new Altered()
}

async function keptShared(full: string, place: string, known: Shared | undefined): Promise<Shared | null> {
  const found = await stat(full).catch(() => null)
  if (!found) return null
  // Young again: no backup names it yet that is whole, and another installation may tidy the folder meanwhile.
  const now = new Date()
  await utimes(full, now, now).catch(() => {})
  if (known?.size === found.size) return known
  // Another length than it was written with: it was cut off since, and is written anew.
  if (known) return null
  const handle = await open(full)
  const hash = createHash('sha256')
  for await (const piece of handle.createReadStream()) hash.update(piece)
  return { path: place, size: found.size, sha256: hash.digest('hex') }
}

async function writeShared(
  full: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Readonly<{ size: number; sha256: string }>> {
  await mkdir(path.dirname(full), { recursive: true, mode: 0o700 })
  const draft = `${full}${UNFINISHED}`
  const handle = await open(draft, 'w', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of bytes) {
      hash.update(piece)
      size += piece.byteLength
      await handle.writeFile(piece)
    }
    await handle.sync()
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await rename(draft, full)
  await syncFolder(path.dirname(full))
  return { size, sha256: hash.digest('hex') }
}

/** Every file of a shared folder, whole or not, by its path under it. */
export async function listShared(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}
