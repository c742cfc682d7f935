import type { Result } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { catalogueStamp } from '../catalogue/index.server.ts'
import { findPublishedReport } from './published-report.queries.server.ts'
import type { RenderError } from './render-report.server.ts'
import { type DocumentMaking, type ReportFile, reportFiles } from './report-files.server.ts'

type FilesWanted = DocumentMaking & Readonly<{ fiscalYear: number }>

/** The documents of a published report, made when they are not there yet; null when there is no such report. */
export async function publishedFiles(
  ctx: Ctx,
  { fiscalYear, ...making }: FilesWanted,
): Promise<Result<readonly ReportFile[], RenderError> | null> {
  // Documents are in Thai, whatever the language of the page that offers them.
  const found = await findPublishedReport(ctx, { fiscalYear, lang: 'th' })
  if (!found) return null
  // What a document says of items and findings comes from the catalogue: another catalogue makes the files anew.
  const edition = `${making.edition}-${catalogueStamp(found.catalogue).hash.slice(0, 16)}`
  return reportFiles({ ...making, prepared: found, cycle: found.cycle, edition })
}
