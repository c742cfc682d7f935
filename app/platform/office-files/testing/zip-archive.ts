import { crc32, deflateRawSync } from 'node:zlib'

type ZipEntry = Readonly<{
  name: string
  data: Buffer
  declaredSize?: number
  encrypted?: boolean
  /** Points at the bytes of the entry before it. */
  sharesPlace?: boolean
}>

/** An archive made by hand, so that it can say what is not so. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  let last = 0
  for (const { name, data, declaredSize, encrypted, sharesPlace } of entries) {
    const packed = deflateRawSync(data)
    const names = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(encrypted ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(declaredSize ?? data.length, 18)
    fields.writeUInt16LE(names.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, names, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(sharesPlace ? last : at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, names]))
    locals.push(local)
    last = at
    at += local.length
  }
  const body = Buffer.concat(locals)
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(body.length, 12)
  return Buffer.concat([body, index, Buffer.from('PK\x05\x06', 'latin1'), end])
}
