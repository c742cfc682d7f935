import type { PdfJob } from '../../app/features/reports/pdf/report-pdf.server.ts'
import type { Report } from '../../app/features/reports/report.domain.ts'

/** What the tests of the PDF attach: small, and with Thai in it. */
export const ATTACHED = new TextEncoder().encode('{"title":"เนื้อหา"}')

/** The job that makes a report's PDF, on a day that never changes. */
export const pdfJob = (report: Report): PdfJob => ({
  report,
  attachment: ATTACHED,
  createdAt: new Date('2024-11-07T00:00:00Z'),
})
