import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { withoutSpaces } from './pdf-text.ts'

const name = PDFName.of
/** Text of each marked stretch of the file, by the name that Firefox gives it: page object and number. */
type Stretches = ReadonlyMap<string, string>

/**
 * The text in the order that a screen reader says it, white space left out: page heads and feet are no part of it, and
 * what stands inside a structure element of the types left out is not said either.
 */
export async function readingOrder(bytes: Uint8Array, leftOut: ReadonlySet<string>): Promise<string> {
  const stretches = await markedText(bytes)
  const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const root = context.lookup(catalog.get(name('StructTreeRoot')))
  if (!(root instanceof PDFDict)) throw new Error('the file has no structure')
  return withoutSpaces(said(root.get(name('K')), null, { context, stretches, leftOut }))
}

type Reading = Readonly<{ context: PDFContext; stretches: Stretches; leftOut: ReadonlySet<string> }>

function said(object: PDFObject | undefined, page: PDFRef | null, reading: Reading): string {
  const { context, stretches, leftOut } = reading
  const node = context.lookup(object)
  if (node instanceof PDFArray)
    return node
      .asArray()
      .map((child) => said(child, page, reading))
      .join('')
  if (node instanceof PDFNumber) return stretches.get(`p${page?.objectNumber}R_mc${node.asNumber()}`) ?? ''
  if (!(node instanceof PDFDict)) return ''
  const own = node.get(name('Pg'))
  const here = own instanceof PDFRef ? own : page
  if (node.has(name('MCID'))) return said(node.get(name('MCID')), here, reading)
  const type = node.get(name('S'))
  if (type instanceof PDFName && leftOut.has(type.decodeText())) return ''
  return said(node.get(name('K')), here, reading)
}

async function markedText(bytes: Uint8Array): Promise<Stretches> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  const stretches = new Map<string, string>()
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ includeMarkedContent: true })
    const open: (string | null)[] = []
    for (const item of items) {
      if (!('type' in item)) {
        const id = open.findLast((found) => found !== null)
        if (id) stretches.set(id, (stretches.get(id) ?? '') + item.str)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id ?? null)
    }
  }
  await loading.destroy()
  return stretches
}
