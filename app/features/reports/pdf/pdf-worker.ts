import { openPdfMaker } from '../../../platform/documents/pdf/make-pdf.server.ts'
import { servePdfJobs } from '../../../platform/documents/pdf/serve-pdf-jobs.server.ts'
import { reportPdf } from './report-pdf.server.ts'

servePdfJobs(openPdfMaker(reportPdf))
