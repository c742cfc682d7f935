/** A part of a composite glyph: the glyph drawn, moved by x and y font units. */
export type Component = readonly [glyph: number, x: number, y: number]
export type CompositeGlyph = Readonly<{ components: readonly Component[]; advance: number }>

type Box = readonly [xMin: number, yMin: number, xMax: number, yMax: number]
type Tables = Map<string, Buffer>

// Positions inside the tables (OpenType 1.9: head, hhea, maxp, glyf).
const HEAD_CHECKSUM = 8
const HEAD_LOCA_FORMAT = 50
const HHEA_METRICS = 34
const MAXP_GLYPHS = 4
/** Lower limits for fonts that gain composites: points, contours, component elements and depth. */
const MAXP_LEAST: readonly (readonly [offset: number, least: number])[] = [
  [10, 400],
  [12, 20],
  [28, 3],
  [30, 2],
]
const ARGS_ARE_WORD_OFFSETS = 0x0007
const MORE_COMPONENTS = 0x0020
const WHOLE_FILE_SUM = 0xb1b0afba

/** The TrueType program with glyphs added after its own, numbered from the first free number in the order given. */
export function withComposites(program: Buffer, added: readonly CompositeGlyph[]): Buffer {
  const tables = readTables(program)
  const maxp = Buffer.from(table(tables, 'maxp'))
  const head = Buffer.from(table(tables, 'head'))
  const hhea = Buffer.from(table(tables, 'hhea'))
  const count = maxp.readUInt16BE(MAXP_GLYPHS)
  const outlines = appendOutlines({ tables, head, count, added })
  const metrics = [
    ...readMetrics(tables, hhea, count),
    ...added.map((glyph, index) => [glyph.advance, outlines.leftEdges[index] ?? 0] as const),
  ]

  head.writeInt16BE(1, HEAD_LOCA_FORMAT)
  head.writeUInt32BE(0, HEAD_CHECKSUM)
  maxp.writeUInt16BE(count + added.length, MAXP_GLYPHS)
  for (const [offset, least] of MAXP_LEAST) {
    maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(offset), least), offset)
  }
  hhea.writeUInt16BE(metrics.length, HHEA_METRICS)
  tables.set('head', head).set('maxp', maxp).set('hhea', hhea)
  tables.set('hmtx', longMetrics(metrics)).set('loca', outlines.loca).set('glyf', outlines.glyf)
  return writeTables(program.subarray(0, 4), tables)
}

function readTables(program: Buffer): Tables {
  const tables: Tables = new Map()
  for (let index = 0; index < program.readUInt16BE(4); index++) {
    const record = 12 + index * 16
    const offset = program.readUInt32BE(record + 8)
    const length = program.readUInt32BE(record + 12)
    tables.set(program.toString('latin1', record, record + 4), program.subarray(offset, offset + length))
  }
  return tables
}

function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag)
  if (!found) throw new Error(`font program without table ${tag}`)
  return found
}

function readOffsets(tables: Tables, head: Buffer, count: number): readonly number[] {
  const loca = table(tables, 'loca')
  const isLong = head.readInt16BE(HEAD_LOCA_FORMAT) === 1
  return Array.from({ length: count + 1 }, (_, glyph) =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2,
  )
}

function readMetrics(tables: Tables, hhea: Buffer, count: number): readonly (readonly [number, number])[] {
  const hmtx = table(tables, 'hmtx')
  const full = hhea.readUInt16BE(HHEA_METRICS)
  return Array.from({ length: count }, (_, glyph) => {
    const edge = glyph < full ? glyph * 4 + 2 : full * 4 + (glyph - full) * 2
    return [hmtx.readUInt16BE(Math.min(glyph, full - 1) * 4), hmtx.readInt16BE(edge)] as const
  })
}

type Appending = Readonly<{ tables: Tables; head: Buffer; count: number; added: readonly CompositeGlyph[] }>

function appendOutlines({ tables, head, count, added }: Appending) {
  const glyf = table(tables, 'glyf')
  const offsets = readOffsets(tables, head, count)
  const boxOf = (glyph: number): Box => {
    const start = offsets[glyph] ?? 0
    if ((offsets[glyph + 1] ?? 0) <= start) return [0, 0, 0, 0]
    const edge = (index: number) => glyf.readInt16BE(start + 2 + index * 2)
    return [edge(0), edge(1), edge(2), edge(3)]
  }
  const parts = [padded(glyf)]
  let end = parts[0]?.length ?? 0
  const starts: number[] = []
  const leftEdges: number[] = []
  for (const glyph of added) {
    const box = unionOf(glyph.components.map(([part, x, y]) => moved(boxOf(part), x, y)))
    const outline = padded(compositeOutline(glyph.components, box))
    starts.push(end)
    leftEdges.push(box[0])
    parts.push(outline)
    end += outline.length
  }
  const loca = Buffer.alloc((count + added.length + 1) * 4)
  const all = [...offsets.slice(0, count), ...starts, end]
  all.forEach((offset, index) => {
    loca.writeUInt32BE(offset, index * 4)
  })
  return { glyf: Buffer.concat(parts), loca, leftEdges }
}

const moved = ([xMin, yMin, xMax, yMax]: Box, x: number, y: number): Box => [
  xMin + x,
  yMin + y,
  xMax + x,
  yMax + y,
]

const unionOf = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map((box) => box[0])),
  Math.min(...boxes.map((box) => box[1])),
  Math.max(...boxes.map((box) => box[2])),
  Math.max(...boxes.map((box) => box[3])),
]

function compositeOutline(components: readonly Component[], box: Box): Buffer {
  const outline = Buffer.alloc(10 + components.length * 8)
  outline.writeInt16BE(-1, 0)
  box.forEach((edge, index) => {
    outline.writeInt16BE(edge, 2 + index * 2)
  })
  components.forEach(([glyph, x, y], index) => {
    const at = 10 + index * 8
    outline.writeUInt16BE(ARGS_ARE_WORD_OFFSETS | (index < components.length - 1 ? MORE_COMPONENTS : 0), at)
    outline.writeUInt16BE(glyph, at + 2)
    outline.writeInt16BE(x, at + 4)
    outline.writeInt16BE(y, at + 6)
  })
  return outline
}

function longMetrics(metrics: readonly (readonly [number, number])[]): Buffer {
  const hmtx = Buffer.alloc(metrics.length * 4)
  metrics.forEach(([advance, edge], glyph) => {
    hmtx.writeUInt16BE(advance, glyph * 4)
    hmtx.writeInt16BE(edge, glyph * 4 + 2)
  })
  return hmtx
}

function writeTables(version: Buffer, tables: Tables): Buffer {
  const tags = [...tables.keys()].sort()
  const header = Buffer.alloc(12 + 16 * tags.length)
  const power = Math.floor(Math.log2(tags.length))
  version.copy(header)
  header.writeUInt16BE(tags.length, 4)
  header.writeUInt16BE(16 * 2 ** power, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE(16 * (tags.length - 2 ** power), 10)
  const bodies: Buffer[] = []
  let offset = header.length
  let headOffset = 0
  tags.forEach((tag, index) => {
    const bytes = table(tables, tag)
    const record = 12 + index * 16
    if (tag === 'head') headOffset = offset
    header.write(tag, record, 'latin1')
    header.writeUInt32BE(checksum(bytes), record + 4)
    header.writeUInt32BE(offset, record + 8)
    header.writeUInt32BE(bytes.length, record + 12)
    const body = padded(bytes)
    bodies.push(body)
    offset += body.length
  })
  const program = Buffer.concat([header, ...bodies])
  program.writeUInt32BE((WHOLE_FILE_SUM - checksum(program)) >>> 0, headOffset + HEAD_CHECKSUM)
  return program
}

const padded = (bytes: Buffer): Buffer =>
  bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))])

function checksum(bytes: Buffer): number {
  const words = padded(bytes)
  let sum = 0
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0
  return sum
}
