import { crc32, inflateRawSync } from 'node:zlib'
import { err, ok, type Result } from '../../kernel/result.ts'
import { type FileFault, type FileFaultDetail, fileFault } from './file-fault.ts'

export type ArchiveLimits = Readonly<{ entries: number; inflatedBytes: number; ratio: number }>
const ARCHIVE_LIMITS: ArchiveLimits = { entries: 2000, inflatedBytes: 150_000_000, ratio: 200 }

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30
const END_SIZE = 22
const LONGEST_COMMENT = 65_535
const SMALL_ENTRY = 65_536
const ZIP64 = 0xffffffff
const BAD_NAME = /(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:|\\|\0/iu

/** An entry with its name and everything it inflates to. */
export type ArchivePart = Readonly<{ name: string; data: Buffer }>

type Entry = Readonly<{
  name: string
  method: number
  flags: number
  crc: number
  packed: number
  size: number
  at: number
}>
class Refused extends Error {
  readonly code: 'damaged-file' | 'archive-bomb'
  readonly what: FileFaultDetail | null
  constructor(code: Refused['code'], what: string | FileFaultDetail | null = null) {
    super(code)
    this.code = code
    this.what = typeof what === 'string' ? { kind: 'named', text: what } : what
  }
}

/**
 * Looks at an archive before any parser does: every entry's name, declared size and method, then what it really inflates
 * to, within one budget of bytes; `look` sees each entry's bytes. Answers the names of its entries. ZIP64, encryption and
 * other methods than "stored" and "deflate" are refused, for no office program writes them into its documents.
 */
export function inspectArchive(
  bytes: Uint8Array,
  look: (part: ArchivePart) => void,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Result<readonly string[], FileFault> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const entries = directoryOf(buffer, limits)
    inflateAll({ buffer, entries, look, limits })
    return ok(entries.map(({ name }) => name))
  } catch (error) {
    if (error instanceof Refused) return err(fileFault(error.code, error.what))
    // Reads beyond the end of the bytes throw: the directory points at what is not there.
    if (error instanceof RangeError) return err(fileFault('damaged-file'))
    throw error
  }
}

function directoryOf(buffer: Buffer, limits: ArchiveLimits): readonly Entry[] {
  const end = endOfDirectory(buffer)
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  if (count === 0xffff || at === ZIP64) throw new Refused('archive-bomb', 'ZIP64')
  if (count > limits.entries) throw new Refused('archive-bomb', `${count} entries`)
  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (buffer.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Refused('damaged-file')
    const nameLength = buffer.readUInt16LE(at + 28)
    const entry: Entry = {
      flags: buffer.readUInt16LE(at + 8),
      method: buffer.readUInt16LE(at + 10),
      crc: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      at: buffer.readUInt32LE(at + 42),
      name: buffer.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength),
    }
    checkEntry(entry)
    entries.push(entry)
    at += ENTRY_SIZE + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (declared > limits.inflatedBytes) throw new Refused('archive-bomb', `${declared} bytes`)
  return entries
}

function endOfDirectory(buffer: Buffer): number {
  for (
    let at = buffer.length - END_SIZE;
    at >= Math.max(0, buffer.length - END_SIZE - LONGEST_COMMENT);
    at -= 1
  )
    if (buffer.readUInt32LE(at) === END_OF_DIRECTORY) return at
  throw new Refused('damaged-file')
}

function checkEntry({ name, flags, method, packed, size, at }: Entry): void {
  if (BAD_NAME.test(name)) throw new Refused('archive-bomb', name.slice(0, 80))
  if (flags & 1) throw new Refused('damaged-file', { kind: 'encrypted' })
  if ([packed, size, at].includes(ZIP64)) throw new Refused('archive-bomb', 'ZIP64')
  if (method !== 0 && method !== 8) throw new Refused('damaged-file', `method ${method}`)
}

/** Entries may not lie over one another: that is how a small file holds the same bomb many times. */
function inflateAll({
  buffer,
  entries,
  look,
  limits,
}: Readonly<{
  buffer: Buffer
  entries: readonly Entry[]
  look: (part: ArchivePart) => void
  limits: ArchiveLimits
}>): void {
  let left = limits.inflatedBytes
  let before = 0
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    if (entry.at < before) throw new Refused('archive-bomb', entry.name.slice(0, 80))
    if (buffer.readUInt32LE(entry.at) !== LOCAL_ENTRY) throw new Refused('damaged-file', entry.name)
    const start =
      entry.at + LOCAL_SIZE + buffer.readUInt16LE(entry.at + 26) + buffer.readUInt16LE(entry.at + 28)
    before = start + entry.packed
    if (before > buffer.length) throw new Refused('damaged-file', entry.name)
    const packed = buffer.subarray(start, before)
    const plain = entry.method === 0 ? packed : inflate(packed, entry, { left, ratio: limits.ratio })
    left -= plain.length
    if (left < 0) throw new Refused('archive-bomb', entry.name)
    if (plain.length !== entry.size || crc32(plain) !== entry.crc)
      throw new Refused('damaged-file', entry.name)
    look({ name: entry.name, data: plain })
  }
}

function inflate(
  packed: Buffer,
  entry: Entry,
  { left, ratio }: Readonly<{ left: number; ratio: number }>,
): Buffer {
  const most = Math.max(1, Math.min(left, packed.length * ratio + SMALL_ENTRY))
  try {
    return inflateRawSync(packed, { maxOutputLength: most })
  } catch (error) {
    const tooMuch =
      error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refused(tooMuch ? 'archive-bomb' : 'damaged-file', entry.name.slice(0, 80))
  }
}
