import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'

export type StructureReading = Readonly<{
  metadata: string
  catalog: Readonly<{
    marked: string
    lang: string
    showsTitle: string
    outputIntent: boolean
    attached: boolean
    outlines: boolean
  }>
  /** How often each structure type stands in the tree. */
  types: Readonly<Record<string, number>>
  headings: readonly number[]
  figuresWithoutAlternative: number
  /** What is said in place of each figure that has an alternative. */
  alternatives: readonly string[]
  headCellsWithoutScope: number
  /** Drawing operators outside marked content, over all pages. */
  unmarked: number
  unbalanced: number
  links: number
  linksWithoutDescription: number
  pagesWithLinksWithoutTabOrder: number
  fontsWithoutUnicode: readonly string[]
  /** Dictionaries that would run something. */
  scripts: number
}>

const name = PDFName.of
const DRAWING = /\((?:[^()\\]|\\[\s\S])*\)|\b(BDC|BMC|EMC|TJ|Tj|Do|f|S|B)\b(?=\s|$)/gu

/** Reads what PDF/UA-1 and PDF/A ask of the structure and that can be seen without a validator. */
export async function readStructure(bytes: Uint8Array): Promise<StructureReading> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const { catalog, context } = document
  const at = (dictionary: PDFObject | undefined, key: string) =>
    dictionary instanceof PDFDict ? context.lookup(dictionary.get(name(key))) : undefined
  const pages = document.getPages().map((page) => page.node)
  const contents = pages.map((page) => countContent(decoded(context, page.get(name('Contents')))))
  const links = pages.map((page) => linksOf(context, page))
  return {
    metadata: decoded(context, catalog.get(name('Metadata'))).toString('utf8'),
    catalog: {
      marked: String(at(at(catalog, 'MarkInfo'), 'Marked')),
      lang: String(at(catalog, 'Lang')),
      showsTitle: String(at(at(catalog, 'ViewerPreferences'), 'DisplayDocTitle')),
      outputIntent: catalog.has(name('OutputIntents')),
      attached: catalog.has(name('AF')),
      outlines: catalog.has(name('Outlines')),
    },
    ...readTree(context, at(at(catalog, 'StructTreeRoot'), 'K')),
    unmarked: contents.reduce((sum, { unmarked }) => sum + unmarked, 0),
    unbalanced: contents.filter(({ depth }) => depth !== 0).length,
    links: links.reduce((sum, page) => sum + page.all, 0),
    linksWithoutDescription: links.reduce((sum, page) => sum + page.undescribed, 0),
    pagesWithLinksWithoutTabOrder: pages.filter(
      (page, index) => (links[index]?.all ?? 0) > 0 && String(page.get(name('Tabs'))) !== '/S',
    ).length,
    fontsWithoutUnicode: fontsWithoutUnicode(context),
    scripts: countScripts(context),
  }
}

function readTree(context: PDFContext, root: PDFObject | undefined) {
  const types: Record<string, number> = {}
  const headings: number[] = []
  const alternatives: string[] = []
  let figuresWithoutAlternative = 0
  let headCellsWithoutScope = 0
  const walk = (object: PDFObject | undefined): void => {
    const node = context.lookup(object)
    if (node instanceof PDFArray) for (const child of node.asArray()) walk(child)
    if (!(node instanceof PDFDict)) return
    const type = node.get(name('S'))
    if (type instanceof PDFName) {
      const written = type.decodeText()
      types[written] = (types[written] ?? 0) + 1
      if (/^H\d$/u.test(written)) headings.push(Number(written.slice(1)))
      const alternative = context.lookup(node.get(name('Alt')))
      const isSaid = alternative instanceof PDFHexString || alternative instanceof PDFString
      if (written === 'Figure' && isSaid) alternatives.push(alternative.decodeText())
      else if (written === 'Figure') figuresWithoutAlternative += 1
      if (written === 'TH' && !hasScope(context, node)) headCellsWithoutScope += 1
    }
    walk(node.get(name('K')))
  }
  walk(root)
  return { types, headings, alternatives, figuresWithoutAlternative, headCellsWithoutScope }
}

function hasScope(context: PDFContext, cell: PDFDict): boolean {
  const attributes = context.lookup(cell.get(name('A')))
  const all = attributes instanceof PDFArray ? attributes.asArray() : [attributes]
  return all.some((one) => {
    const dictionary = context.lookup(one)
    return dictionary instanceof PDFDict && dictionary.has(name('Scope'))
  })
}

function countContent(content: Buffer): Readonly<{ unmarked: number; depth: number }> {
  let depth = 0
  let unmarked = 0
  for (const [, operator] of content.toString('latin1').matchAll(DRAWING)) {
    if (operator === undefined) continue
    if (operator === 'BDC' || operator === 'BMC') depth += 1
    else if (operator === 'EMC') depth -= 1
    else if (depth === 0) unmarked += 1
  }
  return { unmarked, depth }
}

function linksOf(context: PDFContext, page: PDFDict): Readonly<{ all: number; undescribed: number }> {
  const annotations = context.lookup(page.get(name('Annots')))
  if (!(annotations instanceof PDFArray)) return { all: 0, undescribed: 0 }
  const links = annotations
    .asArray()
    .map((reference) => context.lookup(reference))
    .filter((annotation) => annotation instanceof PDFDict && annotation.get(name('Subtype')) === name('Link'))
  const isDescribed = (link: PDFObject | undefined) =>
    link instanceof PDFDict && link.has(name('Contents')) && link.has(name('StructParent'))
  return { all: links.length, undescribed: links.filter((link) => !isDescribed(link)).length }
}

function fontsWithoutUnicode(context: PDFContext): readonly string[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isFont = object instanceof PDFDict && object.get(name('Type')) === name('Font')
    if (!isFont || object.get(name('Subtype')) === name('CIDFontType2')) return []
    return object.has(name('ToUnicode')) ? [] : [String(object.get(name('BaseFont')))]
  })
}

const RUNNING = new Set(['JavaScript', 'Launch', 'SubmitForm', 'ImportData'].map((type) => name(type)))

function countScripts(context: PDFContext): number {
  const isScript = (dictionary: PDFDict) => {
    const type = dictionary.get(name('S'))
    return (
      ['JS', 'JavaScript', 'OpenAction', 'AA'].some((key) => dictionary.has(name(key))) ||
      (type instanceof PDFName && RUNNING.has(type))
    )
  }
  const dictionaries = context.enumerateIndirectObjects().map(([, object]) => object)
  return dictionaries.filter((object) => object instanceof PDFDict && isScript(object)).length
}

function decoded(context: PDFContext, object: PDFObject | undefined): Buffer {
  const stream = context.lookup(object)
  // Between two of them a word ends.
  if (stream instanceof PDFArray)
    return Buffer.concat(stream.asArray().flatMap((part) => [decoded(context, part), Buffer.from('\n')]))
  if (stream instanceof PDFRawStream) return Buffer.from(decodePDFRawStream(stream).decode())
  throw new Error('a stream was expected')
}
