import path from 'node:path'
import type { Result } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { log } from '../../platform/log/log.server.ts'
import { catalogueStamp } from '../catalogue/index.server.ts'
import { findPublishedReport, type PublishedReport } from './published-report.queries.server.ts'
import {
  type DocumentMaking,
  type FilesError,
  keptReportFiles,
  type ReportFile,
  reportFiles,
} from './report-files.server.ts'

type FilesWanted = DocumentMaking & Readonly<{ fiscalYear: number }>
type FilesOffered = DocumentMaking & Readonly<{ found: PublishedReport }>

/** Documents are in Thai, whatever the language of the page that offers them. */
const LANG = 'th'

/**
 * The documents of a published report, made when they are not there yet; null when there is no such report. Says in the
 * log why they could not be made.
 */
export async function publishedFiles(
  ctx: Ctx,
  { fiscalYear, ...making }: FilesWanted,
): Promise<Result<readonly ReportFile[], FilesError> | null> {
  const found = await findPublishedReport(ctx, { fiscalYear, lang: LANG })
  if (!found) return null
  const files = await reportFiles({
    ...making,
    ...placeOf(ctx, making, found),
    prepared: found,
    cycle: found.cycle,
  })
  if (!files.ok) log.error({ fiscalYear, ...files.error }, 'documents-not-made')
  return files
}

/**
 * The documents that a page can offer now. Where there are none, nobody waits: null, and they are made in the background,
 * by one process once for all who ask.
 */
export async function offeredFiles(
  ctx: Ctx,
  { found, ...making }: FilesOffered,
): Promise<readonly ReportFile[] | null> {
  const { fiscalYear } = found.cycle
  const kept = await keptReportFiles({
    ...placeOf(ctx, making, found),
    contentHash: found.contentHash,
    lang: LANG,
  })
  if (kept === null)
    void publishedFiles(ctx, { fiscalYear, ...making }).catch((error: Error) =>
      log.error({ fiscalYear, detail: error.message }, 'documents-not-made'),
    )
  return kept
}

/** What a document says of items and findings comes from the catalogue: another catalogue makes the files anew. */
const placeOf = (ctx: Ctx, making: DocumentMaking, { cycle, catalogue }: PublishedReport) => ({
  folder: path.join(making.folder, ctx.agency.code, String(cycle.fiscalYear)),
  edition: `${making.edition}-${catalogueStamp(catalogue).hash.slice(0, 16)}`,
})
