import { openPdfMaker } from '../../../platform/documents/pdf/make-pdf.server.ts'
import { servePdfJobs } from '../../../platform/documents/pdf/serve-pdf-jobs.server.ts'
import type { DocumentJob } from './document-job.ts'
import { paperPdf } from './paper-pdf.server.ts'

const pdf = openPdfMaker(paperPdf)

servePdfJobs({
  make: async (job: DocumentJob) => {
    if (job.kind === 'pdf') return pdf.make(job.paper)
    const { paperDocx } = await import('./paper-docx.server.ts')
    return { bytes: await paperDocx(job.paper), notes: [] }
  },
  tidy: pdf.tidy,
})
