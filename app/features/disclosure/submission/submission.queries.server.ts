import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { itemsOf } from '../../catalogue/index.ts'
import { codesByReport, findReportsOf } from '../year-ground.server.ts'
import type { Submission, SubmissionRow } from './submission.domain.ts'
import { findYearRow, listPublicCodes, listSubmitted } from './submission.repo.server.ts'
import { submissionFault, windowOf } from './window.domain.ts'

/** Where the submission of a year stands, item by item; null for a year without disclosure items. */
export async function findSubmission(
  ctx: Ctx,
  { year }: Readonly<{ year: number }>,
): Promise<Submission | null> {
  const items = itemsOf(await catalogueFor(ctx), year, 'OIT')
  const byReport = codesByReport(await findReportsOf(ctx, items))
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const { addresses, disputes } = await listSubmitted(tx, { agencyId, year })
    if (items.length === 0 && addresses.size === 0) return null
    const { days, submitted, version } = await findYearRow(tx, { agencyId, year })
    const publicCodes = new Set([...(await listPublicCodes(tx, { agencyId, year })), ...byReport])
    const titles = new Map(items.map(({ code, title }) => [code, title]))
    // What was submitted stays, even where the agency has brought another list of items since.
    const codes = [...new Set([...titles.keys(), ...addresses.keys()])]
    const today = thaiDay(ctx.now())
    return {
      year,
      days,
      state: windowOf(days, today),
      fault: submissionFault({ ...days, isSubmitted: submitted !== null }, today),
      submitted,
      version,
      rows: codes.map(
        (code): SubmissionRow => ({
          code,
          title: titles.get(code) ?? null,
          isPublic: publicCodes.has(code),
          submitted: addresses.get(code) ?? null,
          dispute: disputes.get(code) ?? null,
        }),
      ),
    }
  })
}
