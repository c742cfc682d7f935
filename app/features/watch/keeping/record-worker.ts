import { openPdfMaker } from '../../../platform/documents/pdf/make-pdf.server.ts'
import { servePdfJobs } from '../../../platform/documents/pdf/serve-pdf-jobs.server.ts'
import { recordPdf } from './record-pdf.server.ts'

servePdfJobs(openPdfMaker(recordPdf))
