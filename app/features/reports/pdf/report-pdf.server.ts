import type { PdfDocumentKind } from '../../../platform/documents/pdf/make-pdf.server.ts'
import type { Report } from '../report.domain.ts'
import { typstData } from './typst-data.server.ts'

/** `attachment` is the canonical JSON of the content, never empty; `createdAt` an instant, the date of the file. */
export type PdfJob = Readonly<{ report: Report; attachment: Uint8Array; createdAt: Date }>

/** The yearly report with its content attached. */
export const reportPdf: PdfDocumentKind<PdfJob> = {
  templates: {
    folder: new URL('template/', import.meta.url),
    main: 'report.typ',
    others: ['style.typ', 'chart.typ', 'parts.typ'],
  },
  set: ({ report: given, attachment, createdAt }, print) => {
    const report = print(given)
    return {
      data: typstData(report, createdAt),
      attachment: {
        fileName: `report-${report.fiscalYear}.json`,
        mediaType: 'application/json',
        description: report.title,
        bytes: attachment,
      },
      createdAt,
    }
  },
}
