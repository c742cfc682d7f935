import path from 'node:path'
import {
  createRenderer,
  type PdfRenderer,
  type PdfRendererOptions,
} from '../../../platform/documents/pdf/pdf-renderer.server.ts'
import { projectRoot } from '../../../platform/project-root.server.ts'
import type { PdfJob } from './report-pdf.server.ts'

export type ReportPdfRenderer = PdfRenderer<PdfJob>

/** From the sources, also when the program itself is built: the worker and its templates are not bundled. */
const workerFile = () => path.join(projectRoot, 'app/features/reports/pdf/pdf-worker.ts')

/**
 * Makes reports as PDF/A-3a and PDF/UA-1 files with an exact Thai text layer, in processes that can be stopped; always the
 * same bytes for the same job.
 */
export const createPdfRenderer = (options: Partial<PdfRendererOptions> = {}): ReportPdfRenderer =>
  createRenderer<PdfJob>(workerFile(), options)
