import { fieldValue } from '../../../../kernel/field.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { listScores } from '../../../assessments/index.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import { insertOutcome } from '../../working/working.repo.server.ts'
import type { OutcomeFacts } from '../../working/working-cycle.domain.ts'
import { makeFact } from '../fact-form.domain.ts'
import type { OutcomeError } from '../outcome.errors.ts'
import { countOutcomes, holdOutcomePlace } from '../outcome.repo.server.ts'
import {
  asOutcomeFaults,
  EMPTY_OUTCOME,
  type OutcomeFault,
  readOutcome,
  type TypedOutcome,
} from '../outcome-form.domain.ts'
import { outcomeRefusal } from '../outcome-permission.domain.ts'
import { withQuotes } from '../quote.domain.ts'

const MOST = 99

/** Adds an outcome to an issue, with one fact where it states one, and gives its identifier. */
export async function addOutcome(
  ctx: Ctx,
  { issueId, typed }: Readonly<{ issueId: string; typed: TypedOutcome }>,
): Promise<Result<string, OutcomeError>> {
  const catalogue = await catalogueFor(ctx)
  const scores = typed.addFact ? await listScores(ctx) : []
  return inTransaction<string, OutcomeError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const place = await holdOutcomePlace(tx, { agencyId, issueId })
    if (!place) return err({ code: 'issue.unknown' })
    const { measures, years } = place
    const refusal = outcomeRefusal(ctx.actor, { measures, before: [], after: typed.covers ?? [] })
    if (refusal) return err(refusal)
    const { last, standing } = await countOutcomes(tx, { agencyId, issueId })
    if (standing >= MOST) return err({ code: 'outcome.many' })

    const faults: OutcomeFault[] = []
    const ground = { ...years, catalogue, measures, by: ctx.actor.name, today: thaiDay(ctx.now()) }
    const read = readOutcome({ covers: [], text: '', ...typed }, EMPTY_OUTCOME, { ground, faults })
    const made = typed.addFact && makeFact(typed.addFact, { ...years, catalogue, scores })
    if (made && !made.ok) faults.push(...asOutcomeFaults(made.error))
    if (faults.length > 0) return err({ code: 'outcome.faults', faults })
    const values: OutcomeFacts = { ...EMPTY_OUTCOME, ...read }
    const facts: OutcomeFacts = made?.ok
      ? {
          ...values,
          facts: withQuotes([made.value.fact], fieldValue(values.text) ?? []),
          picked: [made.value.picked],
        }
      : values
    const id = await insertOutcome(tx, { agencyId, issueId, position: last + 1, facts })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'outcome.added',
      object: { kind: 'outcome', id },
      detail: { issueId, covers: facts.covers.length, facts: facts.facts.length },
    })
    return ok(id)
  })
}
