import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import { itemsOf } from '../../../catalogue/index.ts'
import { DISCLOSURE_POLICY } from '../../disclosure.policy.ts'
import { codesByReport, findReportsOf } from '../../year-ground.server.ts'
import { type SubmitError, submittedAddress } from '../submission.domain.ts'
import { holdYearRow, insertSubmission, listPublicCodes } from '../submission.repo.server.ts'
import { submissionFault } from '../window.domain.ts'

/** `origin`: of the site whose pages are submitted, without a slash at the end. */
type SubmitYear = Readonly<{ year: number; origin: string; seenVersion: number }>
/** How many items were submitted, and of how many of them nothing is public. */
export type SubmittedYear = Readonly<{ items: number; notPublic: number }>

/**
 * Writes down, once, which address an assessor opens for each item of a year: its permanent page. What changes on the pages
 * afterwards changes no address.
 */
export async function submitYear(ctx: Ctx, asked: SubmitYear): Promise<Result<SubmittedYear, SubmitError>> {
  const { year, origin, seenVersion } = asked
  const items = itemsOf(await catalogueFor(ctx), year, 'OIT')
  const byReport = codesByReport(await findReportsOf(ctx, items))
  return inTransaction<SubmittedYear, SubmitError>(ctx, async (tx) => {
    const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.submit', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    if (items.length === 0) return err({ code: 'submission.unknown-year' })
    const at = ctx.now()
    const { days, submitted, version } = await holdYearRow(tx, { agencyId, year })
    const fault = submissionFault({ ...days, isSubmitted: submitted !== null }, thaiDay(at))
    if (fault) return err({ code: fault })
    if (version !== seenVersion) return err({ code: 'submission.changed' })
    const publicCodes = new Set([...(await listPublicCodes(tx, { agencyId, year })), ...byReport])
    await insertSubmission(tx, {
      agencyId,
      year,
      addresses: items.map(({ code }) => ({ code, address: submittedAddress(origin, year, code) })),
      byName: ctx.actor.name,
      at,
    })
    const done = {
      items: items.length,
      notPublic: items.filter(({ code }) => !publicCodes.has(code)).length,
    }
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'disclosure-year.submitted',
      object: { kind: 'disclosure-year', id: String(year) },
      detail: done,
    })
    return ok(done)
  })
}
