import path from 'node:path'
import { createContext } from 'react-router'
import {
  createRenderer,
  type PdfRenderer,
  type PdfRendererOptions,
} from '../../../platform/documents/pdf/pdf-renderer.server.ts'
import { projectRoot } from '../../../platform/project-root.server.ts'
import type { DocumentJob, DocumentMade } from './document-job.ts'

/** What makes the papers of meetings: processes of their own, within limits of time and memory. */
export type MeetingDocuments = PdfRenderer<DocumentJob, DocumentMade>

/** From the sources, also when the program itself is built: the worker and its templates are not bundled. */
const workerFile = () => path.join(projectRoot, 'app/features/approvals/documents/documents-worker.ts')

export const createMeetingDocuments = (limits: Partial<PdfRendererOptions>): MeetingDocuments =>
  createRenderer<DocumentJob, DocumentMade>(workerFile(), limits)

/** Set by the server for every request. */
export const meetingDocumentsContext = createContext<MeetingDocuments>()
