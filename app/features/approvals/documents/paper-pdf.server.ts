import type { PdfDocumentKind } from '../../../platform/documents/pdf/make-pdf.server.ts'
import type { OfficialPaper } from './official-paper.domain.ts'
import { paperData } from './paper-data.domain.ts'

/** Official papers of a meeting. */
export const paperPdf: PdfDocumentKind<OfficialPaper> = {
  templates: {
    folder: new URL('template/', import.meta.url),
    main: 'main.typ',
    others: ['style.typ', 'paper.typ', 'pack.typ'],
  },
  set: (given, print) => {
    const { madeAt, ...rest } = given
    const paper = { ...print(rest), madeAt }
    return { data: paperData(paper), attachment: null, createdAt: madeAt }
  },
}
