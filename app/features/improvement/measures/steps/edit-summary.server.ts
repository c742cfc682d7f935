import { aValue, type Field, missing } from '../../../../kernel/field.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { plainText, type RichText } from '../../../../kernel/rich-text.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { applyEdit } from '../../working/edit.server.ts'
import type { EditClash } from '../../working/working.errors.ts'
import { type HeldMeasure, updateMeasure } from '../../working/working.repo.server.ts'
import type { MeasureFault } from '../measure-work.errors.ts'
import { isTooLong } from '../text-length.domain.ts'

/** The summary as a form states it: a text (an empty one is missing), or that there is none. */
export type TypedSummary = Readonly<{ kind: 'text'; text: RichText } | { kind: 'none' }>

export type SummaryEdit = Readonly<{
  seenVersion: number
  /** Null: it is not on the form, or the other's version was chosen; it stays. */
  summary: TypedSummary | null
}>

/** Writes the summary of a measure that is held; gives the measure as it is then. */
export async function editSummary(
  tx: Tx,
  ctx: Ctx,
  measure: HeldMeasure,
  { seenVersion, summary }: SummaryEdit,
): Promise<Result<HeldMeasure, EditClash | MeasureFault>> {
  if (summary?.kind === 'text' && isTooLong(plainText(summary.text))) return err({ code: 'text.too-long' })
  const edited = await applyEdit(tx, ctx, {
    kind: 'measure',
    objectId: measure.id,
    now: measure.facts,
    version: measure.version,
    seenVersion,
    mine: summary === null ? {} : { summary: fieldOf(ctx, measure, summary) },
  })
  if (!edited.ok) return edited
  const { values: facts, version, changed } = edited.value
  if (changed.length > 0) await updateMeasure(tx, { agencyId: ctx.agency.id, id: measure.id, version, facts })
  return ok({ ...measure, facts, version })
}

function fieldOf(ctx: Ctx, { facts }: HeldMeasure, typed: TypedSummary): Field<RichText> {
  if (typed.kind === 'text') return plainText(typed.text).trim() === '' ? missing : aValue(typed.text)
  // Who declared it first stays named.
  if (facts.summary.state === 'none') return facts.summary
  return { state: 'none', declaredBy: ctx.actor.name, declaredOn: thaiDay(ctx.now()) }
}
