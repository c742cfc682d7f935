import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { catalogueIn } from '../../catalogue/index.server.ts'
import { itemsOf } from '../../catalogue/index.ts'
import type { Submission, SubmissionRow } from './submission.domain.ts'
import { findYearRow, listPublicCodes, listSubmitted } from './submission.repo.server.ts'
import { submissionFault, windowOf } from './window.domain.ts'

/** Where the submission of a year stands, item by item; null for a year without disclosure items. */
export const findSubmission = (ctx: Ctx, { year }: Readonly<{ year: number }>): Promise<Submission | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const items = itemsOf(await catalogueIn(tx, agencyId), year, 'OIT')
    const { addresses, disputes } = await listSubmitted(tx, { agencyId, year })
    if (items.length === 0 && addresses.size === 0) return null
    const { days, submitted, version } = await findYearRow(tx, { agencyId, year })
    const publicCodes = await listPublicCodes(tx, { agencyId, year })
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
