import path from 'node:path'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withoutAgency } from '../../../platform/db/tenant.server.ts'
import {
  createRenderer,
  type PdfRenderer,
  type PdfRendererOptions,
} from '../../../platform/documents/pdf/pdf-renderer.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import { log } from '../../../platform/log/log.server.ts'
import { projectRoot } from '../../../platform/project-root.server.ts'
import { findAgency } from '../../people/index.server.ts'
import type { MeasuresContent } from './measures-content.domain.ts'
import type { MeasuresJob } from './measures-pdf.server.ts'
import { matterWords } from './text/index.ts'

/** Makes measures as PDF files in processes that can be stopped; always the same bytes for the same job. */
export type MeasuresDocuments = PdfRenderer<MeasuresJob>

/** From the sources, also when the program itself is built: the worker and its template are not bundled. */
const workerFile = () => path.join(projectRoot, 'app/features/reports/matters/measures-worker.ts')

export const createMeasuresDocuments = (limits: Partial<PdfRendererOptions> = {}): MeasuresDocuments =>
  createRenderer<MeasuresJob>(workerFile(), limits)

type Wanted = Readonly<{ content: MeasuresContent; documents: MeasuresDocuments }>

/** Frozen measures as the paper of a meeting; null where it could not be made, which is logged. */
export async function measuresPaper(
  { db, agency, now }: Ctx,
  { content, documents }: Wanted,
): Promise<Readonly<{ bytes: Uint8Array; title: string }> | null> {
  const title = matterWords((words) => words.measures(content.fiscalYear)).th
  const found = await withoutAgency(db, (tx) => findAgency(tx, agency.id))
  const made = await documents.render({
    content,
    contentHash: contentHash(content),
    title,
    agencyName: found?.nameTh ?? agency.code,
    createdAt: now(),
  })
  if (made.ok) return { bytes: made.value.bytes, title }
  log.error({ fiscalYear: content.fiscalYear, ...made.error }, 'paper-not-made')
  return null
}
