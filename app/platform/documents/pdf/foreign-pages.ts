import {
  decodePDFRawStream,
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectCopier,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib'
import { err, ok, type Result } from '../../../kernel/result.ts'

/** Width and height as a reader sees the page, in points. */
export type PageSize = Readonly<{ width: number; height: number }>
export type ForeignFault = 'encrypted' | 'broken'
type Matrix = readonly [number, number, number, number, number, number]
type Box = Readonly<{ left: number; bottom: number; right: number; top: number }>

const name = PDFName.of
/** Larger or smaller than any page of paper: such a page would be drawn as nothing, or as everything. */
const LARGEST = 14_400
const SMALLEST = 3

/**
 * A PDF that somebody brought in, opened to have its pages drawn into a document of ours. Only what is drawn is taken over:
 * no script, form, link, attachment or structure of it comes along.
 */
export async function openForeign(bytes: Uint8Array): Promise<Result<PDFDocument, ForeignFault>> {
  try {
    const document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
    })
    return document.getPageCount() > 0 ? ok(document) : err('broken')
  } catch (error) {
    return err(error instanceof EncryptedPDFError ? 'encrypted' : 'broken')
  }
}

/** The size of each page. Throws where a page has none that is any. */
export const pageSizes = (document: PDFDocument): readonly PageSize[] =>
  document.getPages().map((page) => {
    const box = boxOf(page)
    const [width, height] = [box.right - box.left, box.top - box.bottom]
    if (!(Math.min(width, height) >= SMALLEST && Math.max(width, height) <= LARGEST))
      throw new Error(`a page of ${width} to ${height} points`)
    return isTurned(page) ? { width: height, height: width } : { width, height }
  })

/** Where a page is to be drawn, in points from the lower left corner. */
export type Place = Readonly<{ left: number; bottom: number; width: number; height: number }>

/**
 * Draws the pages of one foreign document onto pages of `target`, each fitted into its place (never enlarged) and centred
 * at its upper edge, as an artifact: what it says to a screen reader, the page under it says.
 */
export function drawForeign(
  target: PDFDocument,
  source: PDFDocument,
  places: readonly Readonly<{ from: number; onto: PDFPage; place: Place }>[],
): void {
  const before = target.context.largestObjectNumber
  const copier = PDFObjectCopier.for(source.context, target.context)
  const pages = source.getPages()
  for (const { from, onto, place } of places) {
    const page = pages[from]
    if (page === undefined) throw new Error(`there is no page ${from}`)
    drawPage(target, copier, { page, onto, place })
  }
  for (const [{ objectNumber }, object] of target.context.enumerateIndirectObjects())
    if (objectNumber > before && object instanceof PDFStream) forgetOrigin(object)
}

/** What ties a drawing to the document it came from: there these numbers mean something else. */
function forgetOrigin({ dict }: PDFStream): void {
  for (const key of [
    'StructParent',
    'StructParents',
    'Metadata',
    'PieceInfo',
    'AF',
    'OPI',
    'Ref',
    'LastModified',
  ])
    dict.delete(name(key))
}

type Drawing = Readonly<{ page: PDFPage; onto: PDFPage; place: Place }>

function drawPage(target: PDFDocument, copier: PDFObjectCopier, { page, onto, place }: Drawing): void {
  const box = boxOf(page)
  const { context } = target
  const form = context.register(
    context.flateStream(contentOf(page), {
      Type: 'XObject',
      Subtype: 'Form',
      FormType: 1,
      BBox: [box.left, box.bottom, box.right, box.top],
      Resources: resourcesOf(page, copier),
    }),
  )
  const drawn = [
    `${numbers(fitting(page, box, place))} cm`,
    `${onto.node.newXObject('Page', form).toString()} Do`,
    // What was written on the page: stamps, signatures, filled-in fields.
    ...appearancesOf(page).map(({ stream, matrix }) => {
      const copied = copier.copy(stream)
      const key = onto.node.newXObject('Mark', context.register(copied))
      return `q ${numbers(matrix)} cm ${key.toString()} Do Q`
    }),
  ]
  const { left, bottom, width, height } = place
  const content = `/Artifact BMC q ${left} ${bottom} ${width} ${height} re W n ${drawn.join(' ')} Q EMC\n`
  const own = context.register(context.flateStream(content))
  const { Contents } = onto.node.normalizedEntries()
  // First, in a state of its own: what the page of ours draws is left as it is.
  Contents?.insert(0, own)
}

/** What the content names, copied. */
function resourcesOf(page: PDFPage, copier: PDFObjectCopier): PDFDict {
  const resources = copier.copy(page.node.Resources() ?? page.doc.context.obj({}))
  const properties = resources.lookup(name('Properties'))
  if (properties instanceof PDFDict)
    for (const key of properties.keys()) {
      const property = properties.lookup(key)
      if (property instanceof PDFDict) property.delete(name('MCID'))
    }
  return resources
}

const numbers = (matrix: Matrix) => matrix.map((value) => Number(value.toFixed(5))).join(' ')

const turnOf = (page: PDFPage): 0 | 90 | 180 | 270 =>
  ((((Math.round(page.getRotation().angle / 90) * 90) % 360) + 360) % 360) as 0 | 90 | 180 | 270
const isTurned = (page: PDFPage) => turnOf(page) % 180 === 90

/** The part of the page that is shown. */
function boxOf(page: PDFPage): Box {
  const [media, crop] = [corners(page.getMediaBox()), corners(page.getCropBox())]
  const shown = {
    left: Math.max(media.left, crop.left),
    bottom: Math.max(media.bottom, crop.bottom),
    right: Math.min(media.right, crop.right),
    top: Math.min(media.top, crop.top),
  }
  return shown.right > shown.left && shown.top > shown.bottom ? shown : media
}

const corners = ({ x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>): Box => ({
  left: Math.min(x, x + width),
  bottom: Math.min(y, y + height),
  right: Math.max(x, x + width),
  top: Math.max(y, y + height),
})

/** From the page's own coordinates to the place: turned as it is shown, not enlarged, centred at the upper edge. */
function fitting(page: PDFPage, box: Box, place: Place): Matrix {
  const [width, height] = [box.right - box.left, box.top - box.bottom]
  const [shownWidth, shownHeight] = isTurned(page) ? [height, width] : [width, height]
  const scale = Math.min(1, place.width / shownWidth, place.height / shownHeight)
  const x = place.left + (place.width - shownWidth * scale) / 2
  const y = place.bottom + place.height - shownHeight * scale
  const { left, bottom, right, top } = box
  // A rotation says how far the page is turned clockwise.
  switch (turnOf(page)) {
    case 0:
      return [scale, 0, 0, scale, x - left * scale, y - bottom * scale]
    case 90:
      return [0, -scale, scale, 0, x - bottom * scale, y + right * scale]
    case 180:
      return [-scale, 0, 0, -scale, x + right * scale, y + top * scale]
    case 270:
      return [0, scale, -scale, 0, x + top * scale, y - left * scale]
  }
}

/** All that the page draws, in one stream. A page without any is an empty one. */
function contentOf(page: PDFPage): Uint8Array {
  const found = page.node.Contents()
  const streams =
    found instanceof PDFArray ? found.asArray().map((one) => page.doc.context.lookup(one)) : [found]
  const content = Buffer.concat(
    streams.flatMap((stream) => {
      if (stream === undefined) return []
      if (!(stream instanceof PDFRawStream)) throw new Error('the content of a page is no stream')
      return [decodePDFRawStream(stream).decode(), Buffer.from('\n')]
    }),
  )
  // Its numbers of marked content would be taken for ours.
  return Buffer.from(
    content.toString('latin1').replace(MARKED, (found) => found.replace(/\/MCID\s+\d+/g, '')),
    'latin1',
  )
}
const MARKED = /<<[^<>]*\/MCID\s+\d+[^<>]*>>\s*BDC/g

const HIDDEN = 2
const PRINTED = 4
const UNSEEN = 32
const NOT_DRAWN = new Set(['Popup', 'Link'].map((type) => name(type)))

/** What annotations look like on paper, and where: ISO 32000-1, 12.5.5, algorithm 8.1. */
function appearancesOf(page: PDFPage): readonly Readonly<{ stream: PDFStream; matrix: Matrix }>[] {
  const { context } = page.doc
  const annotations = page.node.Annots()?.asArray() ?? []
  return annotations.flatMap((reference) => {
    const annotation = context.lookup(reference)
    if (!(annotation instanceof PDFDict)) return []
    const flags = numberOf(context.lookup(annotation.get(name('F')))) ?? 0
    const isPrinted = (flags & PRINTED) !== 0 && (flags & (HIDDEN | UNSEEN)) === 0
    const subtype = annotation.get(name('Subtype'))
    if (!isPrinted || (subtype instanceof PDFName && NOT_DRAWN.has(subtype))) return []
    const stream = normalAppearance(annotation)
    const rectangle = rectangleOf(context.lookup(annotation.get(name('Rect'))))
    const matrix = stream && rectangle && placed(stream, rectangle)
    return matrix ? [{ stream, matrix }] : []
  })
}

function normalAppearance(annotation: PDFDict): PDFStream | null {
  const { context } = annotation
  const all = context.lookup(annotation.get(name('AP')))
  const normal = all instanceof PDFDict ? context.lookup(all.get(name('N'))) : undefined
  if (normal instanceof PDFStream) return normal
  const state = annotation.get(name('AS'))
  const chosen =
    normal instanceof PDFDict && state instanceof PDFName ? context.lookup(normal.get(state)) : null
  return chosen instanceof PDFStream ? chosen : null
}

function placed(stream: PDFStream, rectangle: Box): Matrix | null {
  const { context } = stream.dict
  const box = rectangleOf(context.lookup(stream.dict.get(name('BBox'))))
  if (box === null) return null
  const own = numbersOf(context.lookup(stream.dict.get(name('Matrix'))))
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own?.length === 6 ? own : []
  const xs = [box.left, box.right].flatMap((x) => [box.bottom, box.top].map((y) => a * x + c * y + e))
  const ys = [box.left, box.right].flatMap((x) => [box.bottom, box.top].map((y) => b * x + d * y + f))
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom]
  if (!(width > 0 && height > 0)) return null
  const [scaleX, scaleY] = [
    (rectangle.right - rectangle.left) / width,
    (rectangle.top - rectangle.bottom) / height,
  ]
  return [scaleX, 0, 0, scaleY, rectangle.left - left * scaleX, rectangle.bottom - bottom * scaleY]
}

const numberOf = (object: PDFObject | undefined): number | null =>
  object instanceof PDFNumber ? object.asNumber() : null

function numbersOf(object: PDFObject | undefined): readonly number[] | null {
  if (!(object instanceof PDFArray)) return null
  const all = Array.from({ length: object.size() }, (_, index) => numberOf(object.lookup(index)))
  return all.every((one) => one !== null) ? (all as number[]) : null
}

function rectangleOf(object: PDFObject | undefined): Box | null {
  const all = numbersOf(object)
  if (all?.length !== 4) return null
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = all
  return corners({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 })
}
