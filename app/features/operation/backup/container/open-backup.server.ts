import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import {
  type BackupHeader,
  type BackupIndex,
  FORMAT,
  FORMAT_VERSION,
  HEADER,
  headerSchema,
  INDEX,
  INDEX_SUM,
  indexSchema,
} from '../backup-format.ts'
import { backupRefusal } from '../backup-refusal.ts'
import { hashSpan, readSpan } from './container-writer.server.ts'
import { paddedSize, readTarHeader, TAR_BLOCK } from './tar-header.ts'

type Place = Readonly<{ offset: number; size: number }>

/** A backup whose list of members is whole and is that of its members; their bytes are checked by `check`. */
export type OpenBackup = Readonly<{
  file: string
  header: BackupHeader
  index: BackupIndex
  /** SHA-256 of the list of members: the one line by which a whole backup is known. */
  indexSha256: string
  /** Of all that is stored, shared files too, in bytes. */
  size: number
  /** Stored bytes of a member; null where there is none of that name. */
  read: (name: string) => AsyncIterable<Uint8Array> | null
  /** Stored bytes of a file that several backups share; null where it is none of this one's. */
  readShared: (sharedPath: string) => AsyncIterable<Uint8Array> | null
  /** Reads every stored byte. Throws BackupRefusal that says where it is damaged. */
  check: (onBytes?: (done: number) => void) => Promise<void>
  close: () => Promise<void>
}>

/** Of what is read as one text: several times what a million files need. A short stream may unpack to anything. */
const LONGEST_TEXT = 384 * 1024 * 1024

/** Opens a backup. Throws BackupRefusal: no backup, cut off, damaged, of a newer program. */
export async function openBackup(file: string): Promise<OpenBackup> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'EISDIR'
      ? backupRefusal('backup.no-such-file', file)
      : error
  })
  try {
    return await readBackup(handle, file)
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function readBackup(handle: FileHandle, file: string): Promise<OpenBackup> {
  const header = await readHeader(handle, file)
  const places = await walk(handle, file)
  const textOf = async (name: string): Promise<string> => {
    const place = places.get(name)
    if (!place || place.size > LONGEST_TEXT) throw backupRefusal('backup.damaged', file, name, '0')
    return (await collect(readSpan(handle, place.offset, place.size))).toString('utf8')
  }
  const indexText = await textOf(INDEX)
  const indexSha256 = createHash('sha256').update(indexText).digest('hex')
  const indexAt = String(places.get(INDEX)?.offset ?? 0)
  if ((await textOf(INDEX_SUM)) !== `${indexSha256}  ${INDEX}\n`)
    throw backupRefusal('backup.damaged', file, INDEX, indexAt)
  const read = indexSchema.safeParse(jsonOf(indexText))
  if (!read.success) throw backupRefusal('backup.damaged', file, INDEX, indexAt)
  const index = read.data
  for (const { name, offset, size } of index.members) {
    const place = places.get(name)
    if (place?.offset !== offset || place.size !== size)
      throw backupRefusal('backup.damaged', file, name, String(offset))
  }
  const folder = path.join(path.dirname(file), 'files')
  const shared = new Set(index.shared.map((one) => one.path))
  const sum = (sizes: readonly { size: number }[]) => sizes.reduce((all, { size }) => all + size, 0)
  return {
    file,
    header,
    index,
    indexSha256,
    size: sum(index.members) + sum(index.shared),
    read: (name) => {
      const place = places.get(name)
      return place ? readSpan(handle, place.offset, place.size) : null
    },
    readShared: (sharedPath) =>
      shared.has(sharedPath) ? readWhole(path.join(folder, sharedPath), file, sharedPath) : null,
    check: async (onBytes = () => {}) => {
      let done = 0
      for (const { name, offset, size, sha256 } of index.members) {
        if ((await hashSpan(handle, offset, size)) !== sha256)
          throw backupRefusal('backup.damaged', file, name, String(offset))
        done += size
        onBytes(done)
      }
      for (const { path: name, size, sha256 } of index.shared) {
        const hash = createHash('sha256')
        for await (const piece of readWhole(path.join(folder, name), file, name)) hash.update(piece)
        if (hash.digest('hex') !== sha256) throw backupRefusal('backup.shared-file', file, name)
        done += size
        onBytes(done)
      }
    },
    close: () => handle.close(),
  }
}

async function readHeader(handle: FileHandle, file: string): Promise<BackupHeader> {
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(TAR_BLOCK), position: 0 })
  const first = readTarHeader(buffer.subarray(0, bytesRead))
  if (typeof first === 'string' || first.name !== HEADER || first.size > 4096)
    throw backupRefusal('backup.not-a-backup', file)
  const text = (await collect(readSpan(handle, TAR_BLOCK, first.size))).toString('utf8')
  const said = jsonOf(text) as { format?: unknown; formatVersion?: unknown; programVersion?: unknown } | null
  if (said?.format !== FORMAT) throw backupRefusal('backup.not-a-backup', file)
  if (Number(said.formatVersion) > FORMAT_VERSION)
    throw backupRefusal('backup.newer-format', file, String(said.programVersion))
  const header = headerSchema.safeParse(said)
  if (!header.success) throw backupRefusal('backup.damaged', file, HEADER, String(TAR_BLOCK))
  return header.data
}

/** Where each member lies, by the headers alone. */
async function walk(handle: FileHandle, file: string): Promise<ReadonlyMap<string, Place>> {
  const { size: length } = await handle.stat()
  const places = new Map<string, Place>()
  let last = ''
  for (let at = 0; ; ) {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(TAR_BLOCK), position: at })
    if (bytesRead < TAR_BLOCK) throw backupRefusal('backup.cut', file, String(length))
    const header = readTarHeader(buffer)
    if (header === 'damaged') throw backupRefusal('backup.damaged', file, last, String(at))
    if (header === 'end') break
    const offset = at + TAR_BLOCK
    places.set(header.name, { offset, size: header.size })
    last = header.name
    at = offset + paddedSize(header.size)
  }
  if (last !== INDEX_SUM) throw backupRefusal('backup.cut', file, String(length))
  return places
}

async function* readWhole(place: string, file: string, name: string): AsyncGenerator<Buffer> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  const handle = await open(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => {
    throw backupRefusal('backup.shared-file', file, name)
  })
  try {
    const found = await handle.stat()
    if (!found.isFile()) throw backupRefusal('backup.shared-file', file, name)
    yield* readSpan(handle, 0, found.size)
  } finally {
    await handle.close()
  }
}

/** All of a short stream. Throws RangeError where it is not short. */
export async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > LONGEST_TEXT) throw new RangeError('longer than any list of a backup')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Null where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
