import { fieldValue } from '../../../../kernel/field.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { listScores } from '../../../assessments/index.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import { applyEdit } from '../../working/edit.server.ts'
import { updateOutcome } from '../../working/working.repo.server.ts'
import type { OutcomeFacts } from '../../working/working-cycle.domain.ts'
import { makeFact } from '../fact-form.domain.ts'
import type { OutcomeError } from '../outcome.errors.ts'
import { holdOutcomeWithPlace } from '../outcome.repo.server.ts'
import {
  asOutcomeFaults,
  MOST_FACTS,
  type OutcomeFault,
  readOutcome,
  type TypedOutcome,
} from '../outcome-form.domain.ts'
import { outcomeRefusal } from '../outcome-permission.domain.ts'
import { withQuotes } from '../quote.domain.ts'

export type ChangeOutcome = Readonly<{
  outcomeId: string
  seenVersion: number
  typed: TypedOutcome &
    Readonly<{
      /** Which of the facts on the page goes, counted from 0. */
      dropFact?: number
    }>
}>

/** Saves what was typed of an outcome; gives the fields that changed, none where nothing was different. */
export async function changeOutcome(
  ctx: Ctx,
  { outcomeId, seenVersion, typed }: ChangeOutcome,
): Promise<Result<readonly string[], OutcomeError>> {
  const catalogue = await catalogueFor(ctx)
  const scores = typed.addFact ? await listScores(ctx) : []
  return inTransaction<readonly string[], OutcomeError>(ctx, async (tx) => {
    const key = { agencyId: ctx.agency.id, id: outcomeId }
    const held = await holdOutcomeWithPlace(tx, key)
    if (!held || held.outcome.isRemoved) return err({ code: 'outcome.unknown' })
    const { outcome, place } = held
    const { measures, years } = place

    const faults: OutcomeFault[] = []
    const ground = { ...years, catalogue, measures, by: ctx.actor.name, today: thaiDay(ctx.now()) }
    const mine = readOutcome(typed, outcome.facts, { ground, faults })
    const after = mine.covers ?? outcome.facts.covers
    const refusal = outcomeRefusal(ctx.actor, { measures, before: outcome.facts.covers, after })
    if (refusal) return err(refusal)
    const made = typed.addFact && makeFact(typed.addFact, { ...years, catalogue, scores })
    if (made && !made.ok) faults.push(...asOutcomeFaults(made.error))
    if (made && outcome.facts.facts.length >= MOST_FACTS)
      faults.push({ field: 'kind', code: 'outcome.many-facts', detail: String(MOST_FACTS) })
    if (faults.length > 0) return err({ code: 'outcome.faults', faults })
    // Which one goes was chosen on the page, so it must be the page that still stands.
    if (typed.dropFact !== undefined && seenVersion !== outcome.version)
      return err({ code: 'outcome.changed-since' })

    const edit = { kind: 'outcome', objectId: outcomeId } as const
    const said = await applyEdit(tx, ctx, {
      ...edit,
      now: outcome.facts,
      version: outcome.version,
      seenVersion,
      mine,
    })
    if (!said.ok) return said
    // Facts are added and dropped, never typed over, so they are put to what stands now.
    const { values, version } = said.value
    const stated = await applyEdit(tx, ctx, {
      ...edit,
      now: values,
      version,
      seenVersion: version,
      mine: factsAfter(values, {
        made: made?.ok ? made.value : null,
        dropFact: typed.dropFact,
        isNewText: said.value.changed.includes('text'),
      }),
    })
    if (!stated.ok) return stated
    const changed = [...said.value.changed, ...stated.value.changed]
    if (changed.length === 0) return ok([])
    await updateOutcome(tx, { ...key, version: stated.value.version, facts: stated.value.values })
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'outcome.changed',
      object: { kind: 'outcome', id: outcomeId },
      detail: { fields: changed.join(', '), version: stated.value.version },
    })
    return ok(changed)
  })
}

type Turn = Readonly<{
  made: Readonly<{ fact: OutcomeFacts['facts'][number]; picked: OutcomeFacts['picked'][number] }> | null
  dropFact: number | undefined
  isNewText: boolean
}>

function factsAfter({ facts, picked, text }: OutcomeFacts, { made, dropFact, isNewText }: Turn) {
  const stays = (_: unknown, at: number) => at !== dropFact
  const beside = facts.map((_, at) => picked[at] ?? null).filter(stays)
  const said = fieldValue(text) ?? []
  // Of an imported text the passages stay as the import read them.
  const standing = isNewText ? withQuotes(facts.filter(stays), said) : facts.filter(stays)
  return {
    facts: [...standing, ...(made ? withQuotes([made.fact], said) : [])],
    picked: [...beside, ...(made ? [made.picked] : [])],
  }
}
