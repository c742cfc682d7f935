import { type ItemRef, parseItemRef } from '../../../../kernel/item-ref.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueIn } from '../../../catalogue/index.server.ts'
import { findItem } from '../../../catalogue/index.ts'
import { findAgency, holdAgency } from '../../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { isYear } from '../../storable.domain.ts'
import { holdCycle, insertCycle } from '../../working/working.repo.server.ts'
import type { CyclesError } from '../cycles.errors.ts'
import { newYearFacts } from '../new-year.domain.ts'

export type OpenCycle = Readonly<{
  /** B.E. */
  fiscalYear: number
  /** The year before when nothing is said. */
  resultsYear?: number | null
  /** The item that asks for this year's report when nothing is said (`itemAnsweredBy`). */
  answers?: string | null
}>

/** Opens an empty year, its cover drafted. Gives the identifier of its cycle. */
export function openCycle(ctx: Ctx, input: OpenCycle): Promise<Result<string, CyclesError>> {
  return inTransaction<string, CyclesError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.change', ctx.actor)
    if (refusal) return err(refusal)
    const { fiscalYear } = input
    if (!isYear(fiscalYear)) return err({ code: 'year.unreadable' })
    const agencyId = ctx.agency.id
    // Of two who open the same year at once the second sees that of the first.
    await holdAgency(tx, agencyId)
    if (await holdCycle(tx, { agencyId, fiscalYear })) return err({ code: 'year.open-already' })

    const catalogue = await catalogueIn(tx, agencyId)
    const chosen: ItemRef | null = input.answers ? parseItemRef(input.answers) : null
    if (input.answers && (chosen === null || !findItem(catalogue, chosen)))
      return err({ code: 'item.unknown' })
    const agency = await findAgency(tx, agencyId)
    const facts = newYearFacts({
      fiscalYear,
      agency: { nameTh: agency?.nameTh ?? null, shortName: agency?.shortName ?? null },
      catalogue,
      answers: chosen,
    })
    if (!facts) return err({ code: 'item.none' })
    const resultsYear = input.resultsYear ?? facts.resultsYear
    if (!isYear(resultsYear)) return err({ code: 'year.unreadable' })
    const id = await insertCycle(tx, {
      agencyId,
      fiscalYear,
      facts: { ...facts, resultsYear },
      at: ctx.now(),
      by: ctx.actor.name,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'cycle.opened',
      object: { kind: 'working-cycle', id },
      detail: { fiscalYear, resultsYear, answers: facts.answers },
    })
    return ok(id)
  })
}
