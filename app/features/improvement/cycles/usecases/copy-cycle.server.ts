import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { catalogueIn } from '../../../catalogue/index.server.ts'
import { findAgency, holdAgency, listUnits } from '../../../people/index.server.ts'
import type { Cover } from '../../cycle.domain.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { isYear } from '../../storable.domain.ts'
import { insertCycle } from '../../working/working.repo.server.ts'
import { type CopyChoice, type CopyPlan, planCopy } from '../copy-plan.domain.ts'
import { readCopyTarget, readYearToCopy } from '../copy-source.queries.server.ts'
import type { CyclesError } from '../cycles.errors.ts'
import { lastIssuePosition } from '../cycles.repo.server.ts'
import { coverAfter } from '../draft-cover.domain.ts'
import { newYearFacts } from '../new-year.domain.ts'
import { writeRows } from '../year-rows.server.ts'

export type CopyCycle = Readonly<{
  /** Fiscal years, B.E. The year `to` is opened when it is not open yet. */
  from: number
  to: number
  choice: CopyChoice
}>
export type CopiedCycle = Readonly<{ cycleId: string; counts: CopyPlan['counts'] }>

/**
 * Copies issues and measures of one year into another, as `planCopy` says. What the new year has already stays as it is, and
 * is not copied again.
 */
export function copyCycle(
  ctx: Ctx,
  { from, to, choice }: CopyCycle,
): Promise<Result<CopiedCycle, CyclesError>> {
  return inTransaction<CopiedCycle, CyclesError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.change', ctx.actor)
    if (refusal) return err(refusal)
    if (!isYear(from) || !isYear(to)) return err({ code: 'year.unreadable' })
    if (from === to) return err({ code: 'year.same' })
    const agencyId = ctx.agency.id
    // Of two who copy at once the second sees what the first has copied.
    await holdAgency(tx, agencyId)
    const units = await listUnits(tx, agencyId)
    const year = await readYearToCopy(tx, { agencyId, fiscalYear: from, units })
    if (!year) return err({ code: 'year.nothing-to-copy' })
    const target = await readCopyTarget(tx, { agencyId, fiscalYear: to })
    const plan = planCopy({ source: year.source, ...target, choice, years: to - from, units })
    if (plan.counts.issues === 0) return err({ code: 'copy.nothing-chosen' })

    const cycleId = target.target?.id ?? (await openAfter(tx, ctx, { fiscalYear: to, last: year.cover }))
    if (cycleId === null) return err({ code: 'item.none' })
    await writeRows(tx, {
      agencyId,
      cycleId,
      lastPosition: await lastIssuePosition(tx, { agencyId, cycleId }),
      issues: plan.issues.flatMap(({ standing, planned }) => (standing === 'copied' ? [planned] : [])),
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'cycle.copied',
      object: { kind: 'working-cycle', id: cycleId },
      detail: {
        from,
        fiscalYear: to,
        opened: target.target === null,
        issues: plan.counts.issues,
        measures: plan.counts.measures,
        parts: [...choice.parts].join(', '),
      },
    })
    return ok({ cycleId, counts: plan.counts })
  })
}

/** Opens the year that is copied into; its cover is that of the other, under its own year. Null where no item asks for it. */
async function openAfter(
  tx: Tx,
  ctx: Ctx,
  { fiscalYear, last }: { fiscalYear: number; last: Cover },
): Promise<string | null> {
  const agencyId = ctx.agency.id
  const agency = await findAgency(tx, agencyId)
  const facts = newYearFacts({
    fiscalYear,
    agency: { nameTh: agency?.nameTh ?? null, shortName: agency?.shortName ?? null },
    catalogue: await catalogueIn(tx, agencyId),
    answers: null,
  })
  return (
    facts &&
    insertCycle(tx, {
      agencyId,
      fiscalYear,
      facts: { ...facts, cover: coverAfter(last, facts.cover) },
      at: ctx.now(),
      by: ctx.actor.name,
    })
  )
}
