import { refusalOf } from '../../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { isUuid } from '../../../../../kernel/uuid.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../../catalogue/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../../improvement.policy.ts'
import { holdIssue } from '../../../working/working.repo.server.ts'
import { insertLast } from '../insert-typed.server.ts'
import type { MeasureError } from '../measure.errors.ts'
import { readNewMeasure, type TypedMeasure } from '../measure-form.domain.ts'
import { measureGround, yearOfCycle } from '../owner-choices.queries.server.ts'
import { auditMeasure } from '../write-measure.server.ts'

/** Puts a measure behind the others of an issue, and gives its identifier. */
export async function addMeasure(
  ctx: Ctx,
  { issueId, typed }: Readonly<{ issueId: string; typed: TypedMeasure }>,
): Promise<Result<string, MeasureError>> {
  const catalogue = await catalogueFor(ctx)
  return inTransaction<string, MeasureError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor)
    if (refusal) return err(refusal)
    const issue = isUuid(issueId) ? await holdIssue(tx, { agencyId: ctx.agency.id, id: issueId }) : null
    if (!issue || issue.isRemoved) return err({ code: 'issue.unknown' })
    const fiscalYear = await yearOfCycle(tx, ctx, issue.cycleId)
    const read = readNewMeasure(typed, await measureGround(tx, ctx, { fiscalYear, catalogue }))
    if (!read.ok) return err({ code: 'measure.faults', faults: read.error })
    const id = await insertLast(tx, ctx, issue, read.value)
    await auditMeasure(tx, ctx, 'measure.added', id, { issue: issue.id })
    return ok(id)
  })
}
