import { readFile } from 'node:fs/promises'
import { PDFDocument } from '@cantoo/pdf-lib'
import {
  drawForeign,
  openForeign,
  type PageSize,
  pageSizes,
} from '../../../platform/documents/pdf/foreign-pages.ts'
import { BAND } from './pack-data.domain.ts'
import type { LeftOut, PapersPack, SheetSize } from './papers-pack.domain.ts'

const POINTS = 72 / 25.4
const A4 = { short: 210, long: 297 }
const A3 = { short: 297, long: 420 }
/** More pages than anybody puts before a meeting. */
const MOST_PAGES = 1_000

/** The sheets that the pages of a PDF need, or why it cannot be in a pack. Draws it once to see that it can be drawn. */
export async function inspectPdf(path: string): Promise<readonly SheetSize[] | LeftOut> {
  const opened = await openForeign(await readFile(path))
  if (!opened.ok) return opened.error
  const source = opened.value
  if (source.getPageCount() > MOST_PAGES) return 'too-large'
  try {
    const sizes = pageSizes(source)
    const trial = await PDFDocument.create({ updateMetadata: false })
    const places = sizes.map((_, from) => {
      const onto = trial.addPage()
      return { from, onto, place: { left: 0, bottom: 0, width: 100, height: 100 } }
    })
    drawForeign(trial, source, places)
    await trial.save()
    return sizes.map(sheetFor)
  } catch {
    return 'broken'
  }
}

/** Paper of the office, as the page lies: what is clearly larger than A4 goes onto A3. */
function sheetFor({ width, height }: PageSize): SheetSize {
  const [short, long] = [Math.min(width, height), Math.max(width, height)].map((side) => side / POINTS) as [
    number,
    number,
  ]
  const paper = short > A4.short * 1.1 || long > A4.long * 1.1 ? A3 : A4
  return width > height
    ? { width: paper.long, height: paper.short }
    : { width: paper.short, height: paper.long }
}

/** Which page of the set document is for which page of which paper, as the template marks them. */
type Mark = Readonly<{ item: number; paper: number; sheet: number; page: number }>

/** Draws the papers of a pack onto the pages that were set for them. */
export async function drawPapers(
  target: PDFDocument,
  pack: PapersPack,
  marks: readonly unknown[],
): Promise<void> {
  const pages = target.getPages()
  const all = marks as readonly Mark[]
  for (const [itemAt, { papers }] of pack.items.entries())
    for (const [paperAt, { content }] of papers.entries()) {
      if (typeof content === 'string') continue
      const opened = await openForeign(await readFile(content.path))
      if (!opened.ok) throw new Error(`a paper cannot be opened any more: ${opened.error}`)
      const own = all.filter(({ item, paper }) => item === itemAt && paper === paperAt)
      drawForeign(
        target,
        opened.value,
        own.map(({ sheet, page }) => {
          const onto = pages[page - 1]
          const size = content.sheets[sheet]
          if (onto === undefined || size === undefined)
            throw new Error(`there is no page ${page} for a paper`)
          return { from: sheet, onto, place: placeOn(size) }
        }),
      )
    }
}

const placeOn = ({ width, height }: SheetSize) => ({
  left: 0,
  bottom: BAND.height * POINTS,
  width: width * POINTS,
  height: (height - BAND.height) * POINTS,
})
