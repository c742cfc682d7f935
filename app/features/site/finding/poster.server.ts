import path from 'node:path'
import { createContext } from 'react-router'
import {
  createRenderer,
  type PdfRenderer,
  type PdfRendererOptions,
} from '../../../platform/documents/pdf/pdf-renderer.server.ts'
import { projectRoot } from '../../../platform/project-root.server.ts'
import type { PosterJob } from './poster-pdf.server.ts'

/** Makes posters in processes that can be stopped. */
export type PosterMaker = PdfRenderer<PosterJob>

/** From the sources, also when the program itself is built: the worker and its template are not bundled. */
const workerFile = () => path.join(projectRoot, 'app/features/site/finding/poster-worker.ts')

export const createPosterMaker = (limits: Partial<PdfRendererOptions> = {}): PosterMaker =>
  createRenderer<PosterJob>(workerFile(), limits)

/** Set by the server for every request. */
export const posterContext = createContext<PosterMaker>()
