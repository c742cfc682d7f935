import { plainInline } from '../../../kernel/inline-text.ts'
import type { PdfDocumentKind } from '../../../platform/documents/pdf/make-pdf.server.ts'
import type { RecordJob } from './record.domain.ts'

/** Of a line of A4 between its margins, in letters of 12 points. */
const WIDTH_EM = 38

/** A record of what was seen, on A4. */
export const recordPdf: PdfDocumentKind<RecordJob> = {
  templates: { folder: new URL('template/', import.meta.url), main: 'record.typ', others: [] },
  set: ({ createdAt, ...given }, print) => {
    const job = print(given)
    const line = (text: string) => plainInline(text, { names: [job.author], widthEm: WIDTH_EM })
    return {
      data: {
        meta: {
          title: job.title,
          author: job.author,
          createdOn: createdAt.toISOString().slice(0, 10).split('-').map(Number),
        },
        title: line(job.title),
        lead: line(job.lead),
        foot: line(job.foot),
        sections: job.sections.map(({ heading, rows }) => ({
          heading: line(heading),
          rows: rows.map(({ label, text }) => ({ label: label && line(label), text: line(text) })),
        })),
      },
      attachment: null,
      createdAt,
    }
  },
}
