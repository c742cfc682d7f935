import path from 'node:path'
import {
  createRenderer,
  type PdfRenderer,
  type PdfRendererOptions,
} from '../../../platform/documents/pdf/pdf-renderer.server.ts'
import { projectRoot } from '../../../platform/project-root.server.ts'
import type { RecordJob } from './record.domain.ts'

/** Makes records in processes that can be stopped. */
export type RecordMaker = PdfRenderer<RecordJob>

/** From the sources, also when the program itself is built: the worker and its template are not bundled. */
const workerFile = () => path.join(projectRoot, 'app/features/watch/keeping/record-worker.ts')

export const createRecordMaker = (limits: Partial<PdfRendererOptions>): RecordMaker =>
  createRenderer<RecordJob>(workerFile(), { processes: 1, ...limits })
