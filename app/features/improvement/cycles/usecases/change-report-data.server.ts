import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueIn } from '../../../catalogue/index.server.ts'
import { findItem } from '../../../catalogue/index.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { isYear } from '../../storable.domain.ts'
import { applyEdit } from '../../working/edit.server.ts'
import { holdCycle, updateCycle } from '../../working/working.repo.server.ts'
import type { ReportFacts } from '../../working/working-cycle.domain.ts'
import type { ReportDataError } from '../cycles.errors.ts'
import { type ReportData, reportDataFault } from '../report-data.domain.ts'

export type ChangeReportData = Readonly<{
  fiscalYear: number
  /** The version that was on the page. */
  seenVersion: number
  /** What was on the form; a field that is absent stays. */
  facts: Partial<ReportData>
}>

/** Changes what the report says besides its issues; false when nothing was different. */
export function changeReportData(
  ctx: Ctx,
  { fiscalYear, seenVersion, facts }: ChangeReportData,
): Promise<Result<boolean, ReportDataError>> {
  return inTransaction<boolean, ReportDataError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    const held = await holdCycle(tx, { agencyId, fiscalYear })
    if (!held) return err({ code: 'year.not-open' })
    const fault = reportDataFault(facts)
    if (fault) return err({ code: fault })
    if (facts.resultsYear !== undefined && !isYear(facts.resultsYear)) return err({ code: 'year.unreadable' })
    const { answers } = facts
    if (answers !== undefined && answers !== held.facts.answers)
      if (!findItem(await catalogueIn(tx, agencyId), answers)) return err({ code: 'item.unknown' })

    const edited = await applyEdit<ReportFacts>(tx, ctx, {
      kind: 'cycle',
      objectId: held.id,
      now: held.facts,
      version: held.version,
      seenVersion,
      mine: facts,
    })
    if (!edited.ok) return edited
    const { values, changed, version } = edited.value
    if (changed.length === 0) return ok(false)
    await updateCycle(tx, { agencyId, id: held.id, version, facts: values })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'cycle.changed',
      object: { kind: 'working-cycle', id: held.id },
      detail: { fiscalYear, fields: changed.join(', '), version },
    })
    return ok(true)
  })
}
