import type { Result } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
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
  return found && reportFiles({ prepared: found, cycle: found.cycle, ...making })
}
