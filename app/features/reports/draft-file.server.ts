import { err, ok, type Result } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { log } from '../../platform/log/log.server.ts'
import type { RenderDocument } from './document-maker.server.ts'
import { draftFiles, publishedName } from './draft-files.domain.ts'
import type { RenderedFile, Report } from './report.domain.ts'
import { reportHeadings } from './text/index.ts'
import { findWorkingReport } from './working-report.queries.server.ts'

type Wanted = Readonly<{ fiscalYear: number; fileName: string; render: RenderDocument }>
type Made = Result<RenderedFile, 'not-there' | 'not-made'>

/** Documents are in Thai, whatever the language of the page that offers them. */
const LANG = 'th'

/** Drafts on their way, by content: who asks twice waits for the same work. None is kept: the next day it is another. */
const making = new Map<string, ReturnType<RenderDocument>>()

/** One file of the draft of a year's report, made as the published ones are, with the word for a draft at its head. */
export async function draftFile(ctx: Ctx, { fiscalYear, fileName, render }: Wanted): Promise<Made> {
  const format = draftFiles(fiscalYear).find((file) => file.fileName === fileName)?.format
  if (format === undefined) return err('not-there')
  const working = await findWorkingReport(ctx, { fiscalYear, lang: LANG })
  if (!working) return err('not-there')
  const { cycle, contentHash, verdict, findings } = working
  const key = `${ctx.agency.id} ${contentHash} ${format}`
  const prepared = { report: asDraft(working.report), verdict, findings, contentHash }
  const work = making.get(key) ?? render({ prepared, cycle, format }).finally(() => making.delete(key))
  making.set(key, work)
  const made = await work
  if (!made.ok) {
    log.error({ fiscalYear, format, ...made.error }, 'draft-not-made')
    return err('not-made')
  }
  const file = made.value.find((one) => one.fileName === publishedName(fileName))
  return file ? ok({ ...file, fileName }) : err('not-there')
}

/** So that nobody takes a page of it for the report. The report's own words stay. */
export function asDraft(report: Report): Report {
  const { draft } = reportHeadings(report.lang)
  return {
    ...report,
    title: `${draft} ${report.title}`,
    // No page of it is without the word: the cover has no running head.
    cover: { ...report.cover, title: `${draft} ${report.cover.title}` },
    runningHead: { ...report.runningHead, title: `${draft} ${report.runningHead.title}` },
  }
}
