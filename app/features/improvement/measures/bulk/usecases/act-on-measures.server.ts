import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { thaiDay } from '../../../../../kernel/thai-day.ts'
import { isUuid } from '../../../../../kernel/uuid.ts'
import { type AuditEvent, writeAudit } from '../../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../../platform/db/tenant.server.ts'
import { applyEdit } from '../../../working/edit.server.ts'
import { type HeldMeasure, holdMeasures, updateMeasure } from '../../../working/working.repo.server.ts'
import { seenFacts } from '../../facts/write-measure.server.ts'
import { type Responsible, responsibleFor } from '../../responsible.queries.server.ts'
import { measureTitle } from '../../short-title.domain.ts'
import { insertSteps } from '../../steps/step.repo.server.ts'
import type { BulkError } from '../bulk.errors.ts'
import type { BulkOrder, Chosen, SentBulk } from '../bulk-form.domain.ts'
import { type BulkGround, planOf, readGround, refusalOfBulk } from '../bulk-ground.server.ts'
import { type BulkAct, dueOf, STEP_OF_ACT } from '../bulk-plan.domain.ts'
import { type ManyNews, tellMany } from '../tell-many.server.ts'
import { peopleTold, type ToldMeasure } from '../told-measures.domain.ts'

/** How many measures were dealt with, and how many people were told. */
export type BulkDone = Readonly<{ measures: number; people: number }>

type Asked = Readonly<{
  /** B.E. */
  fiscalYear: number
  /** The measures that a preview said would be dealt with, each with the version that it showed. */
  sent: SentBulk
  /** Where letters lead: scheme and host. */
  origin: string
}>

const KINDS: Readonly<
  Record<
    BulkAct,
    Readonly<{
      action: AuditEvent['action']
      notice: ManyNews['kind']
      letter: ManyNews['letter']
    }>
  >
> = {
  assign: { action: 'measure.assigned', notice: 'measure.assigned', letter: 'assignment' },
  extend: { action: 'measure.extended', notice: 'measure.extended', letter: null },
  remind: { action: 'measure.reminded', notice: 'measure.reminded', letter: 'reminder' },
}

/**
 * Assigns many measures, puts off their day, or reminds of them: all in one transaction, or none. Where the same was done since
 * the preview, it is not done again: a button that is pressed twice writes to nobody twice. Where somebody changed one of
 * them since the preview, so that it would become other than was shown, nothing is done and those are named.
 */
export function actOnMeasures(
  ctx: Ctx,
  { fiscalYear, sent, origin }: Asked,
): Promise<Result<BulkDone, BulkError>> {
  return inTransaction<BulkDone, BulkError>(ctx, async (tx) => {
    const refusal = refusalOfBulk(ctx, sent.act)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    // Held before they are looked at: nobody changes one of them until this is done.
    const ids = sent.chosen.flatMap(({ id }) => (isUuid(id) ? [id] : []))
    const held = await holdMeasures(tx, { agencyId, ids })
    const read = await readGround(tx, ctx, { fiscalYear, sent })
    if (!read.ok) return err({ code: 'bulk.faults', faults: read.error })
    const ground = read.value
    const before = doneBefore(ground)
    if (before) return err({ code: 'bulk.done-before', byName: before.byName, at: before.at })
    const written = await writeAll(tx, ctx, ground, held)
    if (!written.ok) return err({ code: 'bulk.changed-meanwhile', measureIds: written.error })
    const measures = written.value
    const { order } = ground
    const kind = KINDS[order.act]
    const at = ctx.now()
    await insertSteps(
      tx,
      measures.map(({ id }) => ({
        agencyId,
        measureId: id,
        kind: STEP_OF_ACT[order.act],
        actor: ctx.actor,
        at,
        reason: order.note,
      })),
    )
    const toldOf = await whoIsTold(tx, ctx, ground, measures)
    const people = await tellMany(tx, ctx, {
      kind: kind.notice,
      letter: kind.letter,
      people: peopleTold(measures, toldOf),
      fiscalYear,
      note: order.note,
      day: order.act === 'extend' ? order.day : null,
      origin,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: kind.action,
      object: { kind: 'working-cycle', id: held.values().next().value?.cycleId ?? '' },
      detail: { year: fiscalYear, measures: measures.length, people, ...detailOf(order) },
    })
    return ok({ measures: measures.length, people })
  })
}

/** The first of the measures to which the same was done after the preview; undefined where it was to none. */
const doneBefore = ({ chosen, lastDone }: BulkGround) =>
  chosen.flatMap(({ id, seenStep }) => {
    const last = lastDone.get(id)
    return last && last.id !== seenStep ? [last] : []
  })[0]

/** The measures as they are told of afterwards; or those that are other than the preview showed. */
async function writeAll(
  tx: Tx,
  ctx: Ctx,
  { order, chosen, gone, responsible }: BulkGround,
  held: ReadonlyMap<string, HeldMeasure>,
): Promise<Result<readonly ToldMeasure[], readonly string[]>> {
  const meanwhile: string[] = [...gone]
  const written: ToldMeasure[] = []
  for (const { id, seenVersion, place } of chosen) {
    const measure = held.get(id)
    const facts = measure ? await writeOne(tx, ctx, { measure, seenVersion, order, responsible }) : null
    if (facts === null) meanwhile.push(id)
    else written.push({ id, title: measureTitle(place), dueOn: dueOf(facts) })
  }
  return meanwhile.length > 0 ? err(meanwhile) : ok(written)
}

/** What a measure says afterwards; null where it would not become what the preview showed. */
async function writeOne(
  tx: Tx,
  ctx: Ctx,
  {
    measure,
    seenVersion,
    order,
    responsible,
  }: { measure: HeldMeasure; order: BulkOrder } & Pick<Chosen, 'seenVersion'> &
    Pick<BulkGround, 'responsible'>,
) {
  const seen = await seenFacts(tx, ctx, measure, seenVersion)
  const people = responsible.get(measure.id)?.length ?? 0
  const planned = planOf(order, { facts: seen, state: measure.state }, people)
  if (planned.kind === 'pass') return null
  const edited = await applyEdit(tx, ctx, {
    kind: 'measure',
    objectId: measure.id,
    now: measure.facts,
    version: measure.version,
    seenVersion,
    mine: planned.mine,
  })
  if (!edited.ok) return null
  const { values: facts, version, changed } = edited.value
  if (changed.length > 0) await updateMeasure(tx, { agencyId: ctx.agency.id, id: measure.id, version, facts })
  return facts
}

/** Of an assignment those are told who did not see to the measure before; of the rest everybody who sees to it. */
async function whoIsTold(
  tx: Tx,
  ctx: Ctx,
  { order, responsible: before }: BulkGround,
  measures: readonly ToldMeasure[],
): Promise<(measureId: string) => readonly Responsible[]> {
  if (order.act !== 'assign') return (id) => before.get(id) ?? []
  const after = await responsibleFor(tx, {
    agencyId: ctx.agency.id,
    measureIds: measures.map(({ id }) => id),
    day: thaiDay(ctx.now()),
  })
  return (id) => {
    const known = new Set((before.get(id) ?? []).map(({ personId }) => personId))
    return (after.get(id) ?? []).filter(({ personId }) => !known.has(personId))
  }
}

const detailOf = (order: BulkOrder): AuditEvent['detail'] => {
  if (order.act === 'assign')
    return { how: order.how, units: order.unitIds.length, named: order.personIds.length }
  return order.act === 'extend' ? { day: order.day } : {}
}
