import type { Language } from '../../../i18n/language.ts'
import { labelLines } from '../../../kernel/chart/label-lines.ts'
import { plainInline } from '../../../kernel/inline-text.ts'
import type { PdfDocumentKind } from '../../../platform/documents/pdf/make-pdf.server.ts'
import { findingText } from '../text/finding.ts'

/** What a poster says; `qr` is an SVG, `colour` "#rrggbb", `createdAt` the date of the file. */
export type PosterJob = Readonly<{
  lang: Language
  agencyName: string
  title: string
  address: string
  qr: string
  colour: string
  createdAt: Date
}>

/** Millimetres: A5. */
const PAGE = { width: 148, height: 210, side: 14 }
const MM_PER_POINT = 25.4 / 72
/** Points of a title, and how many lines of it leave the code its place. */
const TITLES = [
  { size: 22, lines: 4 },
  { size: 16, lines: 6 },
]
const SMALLEST_TITLE = 12
const LONGEST_TITLE = 300

const ems = (size: number) => (PAGE.width - 2 * PAGE.side) / (size * MM_PER_POINT)

const titleSize = (title: string): number =>
  TITLES.find(({ size, lines }) => labelLines(title, ems(size), { size: 1, bold: true }).length <= lines)
    ?.size ?? SMALLEST_TITLE

/** The QR code of a page on A5, to be put up at a counter. */
export const posterPdf: PdfDocumentKind<PosterJob> = {
  templates: { folder: new URL('template/', import.meta.url), main: 'poster.typ', others: [] },
  set: ({ createdAt, qr, ...given }, print) => {
    const job = print(given)
    const words = findingText(job.lang).poster
    const line = (text: string, size: number) =>
      plainInline(text, {
        names: [job.agencyName],
        widthEm: ems(size),
      })
    const title = job.title.slice(0, LONGEST_TITLE)
    const size = titleSize(title)
    return {
      data: {
        meta: {
          title: job.title,
          author: job.agencyName,
          createdOn: createdAt.toISOString().slice(0, 10).split('-').map(Number),
        },
        lang: job.lang,
        paper: PAGE,
        colour: job.colour,
        agency: line(job.agencyName, 12),
        title: line(title, size),
        titleSize: size,
        address: line(job.address, 11),
        alt: words.alt(job.title),
        say: { scan: line(words.scan, 14), orType: line(words.orType, 10) },
        qr,
      },
      attachment: null,
      createdAt,
    }
  },
}
