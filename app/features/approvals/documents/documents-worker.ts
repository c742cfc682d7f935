import { writeFile } from 'node:fs/promises'
import { claimAccessibility } from '../../../platform/documents/pdf/conformance.ts'
import { openTypesetter, savedPdf } from '../../../platform/documents/pdf/make-pdf.server.ts'
import { servePdfJobs } from '../../../platform/documents/pdf/serve-pdf-jobs.server.ts'
import type { DocumentJob, DocumentMade } from './document-job.ts'
import { drawPapers, inspectPdf } from './draw-papers.server.ts'
import { paperPdf } from './paper-pdf.server.ts'

const typesetter = openTypesetter(paperPdf)

async function make(job: DocumentJob): Promise<DocumentMade> {
  switch (job.kind) {
    case 'pdf': {
      const { document, notes } = await typesetter.set(job.paper)
      claimAccessibility(document)
      return { kind: 'file', bytes: await savedPdf(document), notes }
    }
    case 'docx': {
      const { paperDocx } = await import('./paper-docx.server.ts')
      return { kind: 'file', bytes: await paperDocx(job.paper), notes: [] }
    }
    case 'inspect': {
      const found = await inspectPdf(job.path)
      return typeof found === 'string' ? { kind: 'left', left: found } : { kind: 'sheets', sheets: found }
    }
    case 'pack': {
      const { document, marks, notes } = await typesetter.set(job.pack)
      await drawPapers(document, job.pack, marks)
      await writeFile(job.out, await savedPdf(document))
      return { kind: 'written', notes }
    }
  }
}

servePdfJobs({ make, tidy: typesetter.tidy })
