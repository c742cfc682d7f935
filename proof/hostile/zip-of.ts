import { crc32, deflateRawSync } from 'node:zlib'

/** A file in an archive. What stands in its headers may be a lie: `size` unpacked, `name`, and `at`, where it begins. */
export type ZipEntry = Readonly<{
  name: string
  bytes: Buffer
  /** What the headers say of its size; as it is when not given. */
  size?: number
  /** The place that the directory gives for it: that of another entry, when entries overlap. */
  at?: number
  isEncrypted?: boolean
}>

/** A ZIP archive, written as it is told, since what writes archives for work writes none that is wrong. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  let place = 0
  for (const { name, bytes, size = bytes.length, at, isEncrypted = false } of entries) {
    const packed = deflateRawSync(bytes, { level: 9 })
    const called = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(isEncrypted ? 0x801 : 0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size >>> 0, 18)
    common.writeUInt16LE(called.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, called, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at ?? place, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), common, tail, called]),
    )
    if (at !== undefined) continue
    locals.push(local)
    place += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(place, 16)
  return Buffer.concat([...locals, listed, end])
}
