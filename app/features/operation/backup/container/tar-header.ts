/** A member of a tar archive (POSIX ustar) as its header says. */
export type TarHeader = Readonly<{ name: string; size: number }>

export const TAR_BLOCK = 512
const LONGEST_NAME = 100
/** Eleven octal digits; what is larger is written as GNU tar and bsdtar do, as a number of base 256. */
const MOST_OCTAL = 0o77777777777
const PREFIX = { at: 345, length: 155 }
const CHECKSUM = { at: 148, length: 8 }

/** How many bytes a member fills, without its header. */
export const paddedSize = (size: number): number => Math.ceil(size / TAR_BLOCK) * TAR_BLOCK

/** A header of 512 bytes. `name` has at most 100 bytes behind its last slash; `at` is the time that the member is said to be of. */
export function tarHeader({ name, size }: TarHeader, at: Date): Buffer {
  const header = Buffer.alloc(TAR_BLOCK)
  // A longer name is cut at its last slash, and what stands before it is written apart.
  const cut = Buffer.byteLength(name) > LONGEST_NAME ? name.lastIndexOf('/') : -1
  const last = name.slice(cut + 1)
  if (Buffer.byteLength(last) > LONGEST_NAME || cut > PREFIX.length)
    throw new Error('a name in a backup is too long')
  const octal = (value: number, place: number, length: number) =>
    header.write(value.toString(8).padStart(length - 1, '0'), place, 'ascii')
  header.write(last, 0, 'utf8')
  if (cut > 0) header.write(name.slice(0, cut), PREFIX.at, 'utf8')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  if (size <= MOST_OCTAL) octal(size, 124, 12)
  else {
    header[124] = 0x80
    header.writeBigUInt64BE(BigInt(size), 128)
  }
  octal(Math.floor(at.getTime() / 1000), 136, 12)
  header.fill(' ', CHECKSUM.at, CHECKSUM.at + CHECKSUM.length)
  header.write('0', 156, 'ascii')
  header.write('ustar\0', 257, 'latin1')
  header.write('00', 263, 'ascii')
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, CHECKSUM.at, 'latin1')
  return header
}

/** 'end': a block of zeros. 'damaged': not a header of a plain member with a right checksum. */
export function readTarHeader(block: Buffer): TarHeader | 'end' | 'damaged' {
  if (block.length < TAR_BLOCK) return 'damaged'
  if (block.every((byte) => byte === 0)) return 'end'
  const stated = Number.parseInt(textOf(block, CHECKSUM.at, CHECKSUM.length), 8)
  const bare = Buffer.from(block).fill(' ', CHECKSUM.at, CHECKSUM.at + CHECKSUM.length)
  if (stated !== checksumOf(bare) || block[156] !== 0x30) return 'damaged'
  const size =
    block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : Number.parseInt(textOf(block, 124, 12), 8)
  const before = textOf(block, PREFIX.at, PREFIX.length)
  const name = `${before === '' ? '' : `${before}/`}${textOf(block, 0, LONGEST_NAME)}`
  return name !== '' && Number.isSafeInteger(size) && size >= 0 ? { name, size } : 'damaged'
}

const checksumOf = (header: Buffer): number => header.reduce((sum, byte) => sum + byte, 0)

function textOf(block: Buffer, at: number, length: number): string {
  const end = block.indexOf(0, at)
  return block.toString('utf8', at, end === -1 || end > at + length ? at + length : end).trim()
}
