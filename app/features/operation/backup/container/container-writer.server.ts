import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { paddedSize, readTarHeader, TAR_BLOCK, tarHeader } from './tar-header.ts'

/** A member as it lies in the file: `size` and `sha256` are of the stored bytes, `offset` is where they begin. */
export type StoredMember = Readonly<{ name: string; offset: number; size: number; sha256: string }>

/** Members are durable before their headers are: whatever has a header is whole, also after a power cut. */
export type ContainerWriter = Readonly<{
  /** Members that are there already, in their order. */
  members: () => readonly StoredMember[]
  /** Adds one. When reading `bytes` throws, nothing of it stays. */
  add: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<StoredMember>
  /** Whatever was added so far stays, whatever happens. */
  flush: () => Promise<void>
  /** The stored bytes of a short one. */
  read: (member: StoredMember) => Promise<Buffer>
  /** Takes away that member and everything behind it. */
  cutFrom: (name: string) => Promise<void>
  /** Writes the end of the archive, durably. */
  end: () => Promise<void>
  close: () => Promise<void>
}>

const OWNER_ONLY = 0o600
/** So many bytes wait for their headers: a flush for each small file would take longer than the file. */
const MOST_UNFLUSHED = 16 * 1024 * 1024
/** And for so long at most: what was copied before a kill is not copied again. */
const LONGEST_UNFLUSHED_MS = 2_000
const PIECE = 1024 * 1024

/** Opens a file for writing members one behind the other, and goes on with what is whole in it. */
export async function openContainerWriter(file: string, at: Date): Promise<ContainerWriter> {
  const handle = await open(file, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return open(file, 'wx+', OWNER_ONLY)
    throw error
  })
  await handle.chmod(OWNER_ONLY)
  const found = await readWholeMembers(handle)
  let members: StoredMember[] = [...found]
  let end = endOf(members)
  let unflushed: StoredMember[] = []
  await handle.truncate(end)

  let flushedAt = performance.now()
  const flush = async () => {
    flushedAt = performance.now()
    if (unflushed.length === 0) return
    await handle.datasync()
    for (const member of unflushed)
      await handle.write(tarHeader(member, at), 0, TAR_BLOCK, member.offset - TAR_BLOCK)
    unflushed = []
  }
  const write = async (bytes: AsyncIterable<Uint8Array>, offset: number) => {
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of bytes) {
      hash.update(piece)
      await writeAll(handle, piece, offset + size)
      size += piece.byteLength
    }
    return { size, sha256: hash.digest('hex') }
  }
  return {
    members: () => members,
    add: async (name, bytes) => {
      const offset = end + TAR_BLOCK
      try {
        await writeAll(handle, Buffer.alloc(TAR_BLOCK), end)
        const member = { name, offset, ...(await write(bytes, offset)) }
        await handle.truncate(offset + paddedSize(member.size))
        members.push(member)
        unflushed.push(member)
        end = endOf(members)
        const waiting = unflushed.reduce((sum, { size }) => sum + size, 0)
        if (waiting > MOST_UNFLUSHED || performance.now() - flushedAt > LONGEST_UNFLUSHED_MS) await flush()
        return member
      } catch (error) {
        await handle.truncate(end)
        throw error
      }
    },
    flush,
    read: async ({ offset, size }) => {
      const { buffer } = await handle.read({ buffer: Buffer.alloc(size), position: offset })
      return buffer
    },
    cutFrom: async (name) => {
      await flush()
      const at = members.findIndex((member) => member.name === name)
      if (at === -1) return
      members = members.slice(0, at)
      end = endOf(members)
      await handle.truncate(end)
    },
    end: async () => {
      await flush()
      await writeAll(handle, Buffer.alloc(2 * TAR_BLOCK), end)
      await handle.sync()
    },
    close: () => handle.close(),
  }
}

const endOf = (members: readonly StoredMember[]): number => {
  const last = members.at(-1)
  return last ? last.offset + paddedSize(last.size) : 0
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, at + done)
    done += bytesWritten
  }
}

async function readWholeMembers(handle: FileHandle): Promise<readonly StoredMember[]> {
  const { size } = await handle.stat()
  const members: StoredMember[] = []
  for (let at = 0; at + TAR_BLOCK <= size; ) {
    const { buffer } = await handle.read({ buffer: Buffer.alloc(TAR_BLOCK), position: at })
    const header = readTarHeader(buffer)
    if (header === 'end' || header === 'damaged') break
    const offset = at + TAR_BLOCK
    if (offset + paddedSize(header.size) > size) break
    members.push({ ...header, offset, sha256: await hashSpan(handle, offset, header.size) })
    at = offset + paddedSize(header.size)
  }
  return members
}

/** SHA-256 of a part of a file, in lower-case hex. */
export async function hashSpan(handle: FileHandle, offset: number, size: number): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of readSpan(handle, offset, size)) hash.update(piece)
  return hash.digest('hex')
}

/** The bytes of a part of a file; fewer where the file ends before. */
export async function* readSpan(handle: FileHandle, offset: number, size: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < size; ) {
    const length = Math.min(PIECE, size - done)
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.allocUnsafe(length),
      length,
      position: offset + done,
    })
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    done += bytesRead
  }
}
