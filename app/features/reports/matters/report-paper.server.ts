import type { Ctx } from '../../../platform/ctx.server.ts'
import { log } from '../../../platform/log/log.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { type CycleContent, faultsOfContent } from '../../improvement/index.ts'
import type { RenderDocument } from '../document-maker.server.ts'
import { asDraft } from '../draft-file.server.ts'
import { prepareReport } from '../prepare-report.server.ts'

type Wanted = Readonly<{ content: CycleContent; render: RenderDocument }>

/** A frozen report as the paper of a meeting: the PDF of exactly that content, with the word for a draft on every page. */
export async function reportPaper(
  ctx: Ctx,
  { content, render }: Wanted,
): Promise<Readonly<{ bytes: Uint8Array; title: string }> | null> {
  const cycle = { ...content, source: null }
  const prepared = prepareReport({
    cycle,
    catalogue: await catalogueFor(ctx),
    lang: 'th',
    suspectedFaults: faultsOfContent(cycle),
    withFindings: true,
  })
  const report = asDraft(prepared.report)
  const made = await render({ prepared: { ...prepared, report }, cycle, format: 'pdf' })
  if (!made.ok) {
    log.error({ fiscalYear: cycle.fiscalYear, ...made.error }, 'paper-not-made')
    return null
  }
  const [file] = made.value
  return file ? { bytes: file.bytes, title: report.title } : null
}
