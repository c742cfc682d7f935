import type { PermissionRefusal } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { findNames } from '../../../people/index.server.ts'
import type { MeasureFacts, NamedUnit } from '../../working/working-cycle.domain.ts'
import { readWorkingCycle } from '../../working/working-cycle.queries.server.ts'
import { readOwnerChoices } from '../facts/owner-choices.queries.server.ts'
import { measureTitle } from '../short-title.domain.ts'
import type { BulkFault } from './bulk.errors.ts'
import type { SentBulk } from './bulk-form.domain.ts'
import { planOf, readGround, refusalOfBulk } from './bulk-ground.server.ts'
import { dueOf, type Passed } from './bulk-plan.domain.ts'

/** What a measure is before and after: owners, or a day, or who will be told. */
export type PreviewSide = Readonly<{
  units: readonly string[]
  people: readonly string[]
  day: IsoDay | null
}>
export type PreviewRow = Readonly<{
  id: string
  version: number
  /** The last time that the same was done to it; '' for never. */
  step: string
  title: string
  /** Null: it is changed. */
  passed: Passed | null
  before: PreviewSide
  after: PreviewSide
}>
/** Plain data: it goes through the answer of an action. */
export type BulkPreview = Readonly<{ rows: readonly PreviewRow[] }>

type Asked = Readonly<{ fiscalYear: number; sent: SentBulk }>

/** What a bulk act would do, row by row; nothing is written. */
export async function previewBulk(
  ctx: Ctx,
  asked: Asked,
): Promise<Result<BulkPreview, PermissionRefusal | readonly BulkFault[]>> {
  const refusal = refusalOfBulk(ctx, asked.sent.act)
  if (refusal) return err(refusal)
  const found = await withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const ground = await readGround(tx, ctx, asked)
    if (!ground.ok) return ground
    const cycle = await readWorkingCycle(tx, ctx.agency.id, { fiscalYear: asked.fiscalYear })
    const { units } = await readOwnerChoices(tx, ctx)
    return ok({ ground: ground.value, cycle, units })
  })
  if (!found.ok) return found
  const { ground, cycle, units } = found.value
  const { order, chosen, responsible, lastDone } = ground
  const measures = new Map(
    cycle?.issues.flatMap((issue) => issue.measures.map((measure) => [measure.id, measure] as const)),
  )
  const planned = chosen.flatMap(({ id, place }) => {
    const measure = measures.get(id)
    if (!measure) return []
    const people = (responsible.get(id) ?? []).map(({ name }) => name)
    const plan = planOf(order, measure, people.length)
    const after = plan.kind === 'change' ? { ...measure.facts, ...plan.mine } : measure.facts
    return [{ measure, title: measureTitle(place), people, plan, after }]
  })
  const personIds = planned.flatMap(({ measure, after }) => [...measure.facts.personIds, ...after.personIds])
  const names = await findNames(ctx, { ids: personIds, lang: 'th' })
  const side = (facts: MeasureFacts): PreviewSide => ({
    units: facts.unitIds.flatMap((id) => shortName(units.find((unit) => unit.id === id))),
    people: facts.personIds.flatMap((id) => names[id] ?? []),
    day: dueOf(facts),
  })
  return ok({
    rows: planned.map(({ measure, title, people, plan, after }) => ({
      id: measure.id,
      version: measure.version,
      step: lastDone.get(measure.id)?.id ?? '',
      title,
      passed: plan.kind === 'pass' ? plan.why : null,
      before: side(measure.facts),
      after: order.act === 'remind' ? { ...side(after), people } : side(after),
    })),
  })
}

const shortName = (unit: Pick<NamedUnit, 'code' | 'nameTh'> | undefined): readonly string[] =>
  unit ? [unit.code ?? unit.nameTh] : []
