import { Document, Packer } from 'docx'
import { EMBEDDED_FONTS, NUMBERING } from '../../../platform/documents/docx/docx-look.server.ts'
import { listCounter, propertyText } from '../../../platform/documents/docx/docx-text.server.ts'
import { steadyPackage } from '../../../platform/documents/steady-package.server.ts'
import type { Report } from '../report.domain.ts'
import { reportWords } from '../text/index.ts'
import { bodyOf, contentsPage, coverPage, pageFoot, pageHead } from './docx-sections.server.ts'
import { STYLES } from './docx-styles.server.ts'

/** A4; 2.5 cm at the left for the binding, 2 cm at the right. Twentieths of a point. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1417, bottom: 1304, left: 1417, right: 1134, header: 680, footer: 624 },
}

/**
 * The report as an editable Word document (Office Open XML): named styles, real headings, lists, fields and tables, the
 * font embedded. The same report gives the same bytes. What XML cannot carry is left out of the text.
 */
export async function renderDocx(report: Report): Promise<Uint8Array> {
  const words = reportWords(report.lang)
  const pictureId = counter()
  const context = { words, lists: listCounter(), pictureId: () => String(pictureId()) }
  const document = new Document({
    title: propertyText(report.title),
    creator: propertyText(report.agency.name),
    lastModifiedBy: propertyText(report.agency.name),
    subject: propertyText(report.cover.yearLine),
    description: `${words.contentHash}: ${report.contentHash}`,
    revision: 1,
    fonts: EMBEDDED_FONTS,
    styles: STYLES,
    numbering: NUMBERING,
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: { default: pageHead(report) },
        footers: { default: pageFoot(report, words) },
        children: [...coverPage(report.cover), ...contentsPage(words), ...bodyOf(report.sections, context)],
      },
    ],
  })
  return steadyPackage(await Packer.toBuffer(document))
}

function counter(): () => number {
  let last = 0
  return () => {
    last += 1
    return last
  }
}
