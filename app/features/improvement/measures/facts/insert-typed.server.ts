import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { type HeldIssue, insertMeasure } from '../../working/working.repo.server.ts'
import type { MeasureFacts } from '../../working/working-cycle.domain.ts'
import { insertSteps } from '../steps/step.repo.server.ts'
import { placedMeasures } from './position.queries.server.ts'

/**
 * Puts a new measure behind the others of an issue that is held, and gives its identifier. Where the report prints numbers
 * before the others, it gets the next. One that comes with a summary is begun.
 */
export async function insertLast(tx: Tx, ctx: Ctx, issue: HeldIssue, facts: MeasureFacts): Promise<string> {
  const agencyId = ctx.agency.id
  const placed = await placedMeasures(tx, { agencyId, issueId: issue.id })
  const there = placed.filter(({ isRemoved }) => !isRemoved)
  const isNumbered =
    there.length > 0 && there.every(({ printedNumber }) => /^\d+\.$/.test(printedNumber ?? ''))
  const isBegun = facts.summary.state !== 'missing'
  const measureId = await insertMeasure(tx, {
    agencyId,
    cycleId: issue.cycleId,
    issueId: issue.id,
    position: Math.max(0, ...placed.map(({ position }) => position)) + 1,
    printedNumber: isNumbered ? `${Number.parseInt(there.at(-1)?.printedNumber ?? '0', 10) + 1}.` : null,
    state: isBegun ? 'working' : 'not-started',
    facts,
  })
  if (isBegun)
    await insertSteps(tx, [
      { agencyId, measureId, kind: 'started', actor: ctx.actor, at: ctx.now(), reason: null },
    ])
  return measureId
}
