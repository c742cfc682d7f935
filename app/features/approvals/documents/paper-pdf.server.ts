import type { PdfDocumentKind } from '../../../platform/documents/pdf/make-pdf.server.ts'
import type { OfficialPaper } from './official-paper.domain.ts'
import { packData } from './pack-data.domain.ts'
import { paperData } from './paper-data.domain.ts'
import type { PapersPack } from './papers-pack.domain.ts'

/** Papers of a meeting in the official form. A pack has pages of others in it, so nothing is claimed for it. */
export const paperPdf: PdfDocumentKind<OfficialPaper | PapersPack> = {
  templates: {
    folder: new URL('template/', import.meta.url),
    main: 'main.typ',
    others: ['style.typ', 'paper.typ', 'pack.typ'],
  },
  set: ({ madeAt, ...given }, print) => {
    const printed = { ...print(given), madeAt }
    return 'cover' in printed
      ? { data: packData(printed), attachment: null, createdAt: madeAt, isPartial: true }
      : { data: paperData(printed as OfficialPaper), attachment: null, createdAt: madeAt }
  },
}
