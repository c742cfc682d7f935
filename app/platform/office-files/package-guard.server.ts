import { err, ok, type Result } from '../../kernel/result.ts'
import { type FileFault, fileFault } from './file-fault.ts'
import { MOST_CELLS, newReach, reach, type SheetFault } from './sheet-guard.server.ts'
import { attributeOf, UnusualXml, type XmlTag, xmlTags } from './xml-tags.server.ts'
import { type ArchivePart, inspectArchive } from './zip-guard.server.ts'

/** A parser holds every element in memory, and calls itself for every element inside another. */
const MOST_ELEMENTS = { docx: 250_000, xlsx: 1_500_000 } as const
const MOST_NESTED = 200
const MOST_XML_BYTES = 40_000_000
// Pictures and fonts do not begin so.
const BEGINS_AS_XML = /^(?:\xef\xbb\xbf)?\s*</u
const HEAD = 64

type OfficeFormat = keyof typeof MOST_ELEMENTS

/**
 * Looks at the parts of a Word document or a workbook before a parser does: how many elements they have, how deep they
 * nest, and how far the cells and merges of every sheet reach. A few hundred bytes may describe a grid of billions.
 */
export function guardPackage(bytes: Uint8Array): Result<OfficeFormat, FileFault> {
  const seen: Seen = { bytes: 0, elements: 0, nested: 0, faults: [], sheets: new Map(), targets: new Map() }
  try {
    const names = inspectArchive(bytes, (part) => look(part, seen))
    if (!names.ok) return names
    const format = formatOf(names.value)
    if (format === null) return err(fileFault('unknown-format', { kind: 'other-archive' }))
    const most = MOST_ELEMENTS[format]
    if (seen.bytes > MOST_XML_BYTES)
      return err(
        fileFault('too-large', {
          kind: 'megabytes',
          found: megabytes(seen.bytes),
          limit: megabytes(MOST_XML_BYTES),
        }),
      )
    if (seen.elements > most)
      return err(fileFault('archive-bomb', { kind: 'elements', found: seen.elements, limit: most }))
    if (seen.nested > MOST_NESTED)
      return err(fileFault('archive-bomb', { kind: 'nested', limit: MOST_NESTED }))
    const [fault] = seen.faults
    return fault ? err(sheetFault(fault, seen)) : ok(format)
  } catch (error) {
    if (!(error instanceof UnusualXml)) throw error
    return err(fileFault('damaged-file', { kind: 'named', text: 'XML' }))
  }
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(0)

const formatOf = (names: readonly string[]): OfficeFormat | null =>
  names.includes('word/document.xml') ? 'docx' : names.includes('xl/workbook.xml') ? 'xlsx' : null

type PartFault = SheetFault & Readonly<{ part: string }>
type Seen = {
  bytes: number
  elements: number
  nested: number
  faults: PartFault[]
  /** Names of the sheets by the number that ties each to its part, and the parts by that number. */
  sheets: Map<string, string>
  targets: Map<string, string>
}

/** Nothing more is looked at once a bound is passed: the archive is refused anyhow. */
function look({ name, data }: ArchivePart, seen: Seen): void {
  if (!BEGINS_AS_XML.test(data.toString('latin1', 0, HEAD))) return
  seen.bytes += data.length
  if (seen.bytes > MOST_XML_BYTES) return
  const sheet = newReach()
  let root: string | null = null
  let depth = 0
  for (const tag of xmlTags(data)) {
    if (seen.elements > MOST_ELEMENTS.xlsx || seen.nested > MOST_NESTED) return
    root ??= tag.name
    if (tag.kind !== 'close') seen.elements += 1
    if (tag.kind !== 'empty') depth += tag.kind === 'open' ? 1 : -1
    seen.nested = Math.max(seen.nested, depth)
    if (root === 'worksheet') reach(sheet, tag)
    else if (tag.name === 'sheet') seen.sheets.set(utf8Attribute(tag, 'r:id'), utf8Attribute(tag, 'name'))
    else if (tag.name === 'Relationship')
      seen.targets.set(utf8Attribute(tag, 'Id'), utf8Attribute(tag, 'Target'))
  }
  if (sheet.fault) seen.faults.push({ ...sheet.fault, part: name })
}

const utf8Attribute = (tag: XmlTag, name: string): string =>
  Buffer.from(attributeOf(tag, name) ?? '', 'latin1').toString('utf8')

function sheetFault({ part, cell, what }: PartFault, { sheets, targets }: Seen): FileFault {
  const isPart = (target: string) => part.endsWith(`/${target.split('/').at(-1)}`)
  const [name = part] = [...sheets]
    .filter(([tie]) => isPart(targets.get(tie) ?? ''))
    .map(([, sheet]) => sheet)
  return {
    code: 'table-too-large',
    place: { sheet: name, cell },
    what: { ...what, limit: MOST_CELLS },
  }
}
