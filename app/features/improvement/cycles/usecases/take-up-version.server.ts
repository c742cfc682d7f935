import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency, listUnits } from '../../../people/index.server.ts'
import type { OwnerUnit } from '../../cycle.domain.ts'
import { findCurrentCycleIn } from '../../cycle.queries.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { holdCycle, insertCycle } from '../../working/working.repo.server.ts'
import type { CyclesError } from '../cycles.errors.ts'
import { readDraftCycle } from '../draft-cycle.queries.server.ts'
import { unmatchedUnits } from '../matched-units.domain.ts'
import { takenUp } from '../taken-up.domain.ts'
import { writeRows } from '../year-rows.server.ts'

export type TakenUp = Readonly<{
  cycleId: string
  issues: number
  measures: number
  /** Units that the report names and the directory does not have. */
  unmatched: readonly Readonly<{ unit: OwnerUnit; measures: number }>[]
  /** Whether publishing what was taken up would be the same content again. */
  isSame: boolean
}>

/**
 * Makes the version of a year that was saved last, public or not, the one that is worked on. A measure with a summary is
 * done, one without is not begun. Refuses a year that is open already: nothing of its work is ever written over.
 */
export function takeUpVersion(
  ctx: Ctx,
  { fiscalYear }: { fiscalYear: number },
): Promise<Result<TakenUp, CyclesError>> {
  return inTransaction<TakenUp, CyclesError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    if (await holdCycle(tx, { agencyId, fiscalYear })) return err({ code: 'year.open-already' })
    const saved = await findCurrentCycleIn(tx, agencyId, fiscalYear)
    if (!saved) return err({ code: 'year.not-saved' })

    const units = await listUnits(tx, agencyId)
    const { facts, issues } = takenUp(saved.cycle, units)
    const cycleId = await insertCycle(tx, { agencyId, fiscalYear, facts, at: ctx.now(), by: ctx.actor.name })
    await writeRows(tx, { agencyId, cycleId, lastPosition: 0, issues })
    const draft = await readDraftCycle(tx, agencyId, fiscalYear)
    const unmatched = unmatchedUnits(saved.cycle, units)
    const measures = issues.reduce((count, issue) => count + issue.measures.length, 0)
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'cycle.opened',
      object: { kind: 'working-cycle', id: cycleId },
      detail: {
        fiscalYear,
        takenUp: saved.cycleId,
        version: saved.version,
        issues: issues.length,
        measures,
        unmatchedUnits: unmatched.map(({ unit }) => unit.code ?? unit.name).join(', '),
      },
    })
    return ok({
      cycleId,
      issues: issues.length,
      measures,
      unmatched,
      isSame: draft?.contentHash === saved.contentHash,
    })
  })
}
