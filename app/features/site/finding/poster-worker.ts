import { openPdfMaker } from '../../../platform/documents/pdf/make-pdf.server.ts'
import { servePdfJobs } from '../../../platform/documents/pdf/serve-pdf-jobs.server.ts'
import { posterPdf } from './poster-pdf.server.ts'

servePdfJobs(openPdfMaker(posterPdf))
