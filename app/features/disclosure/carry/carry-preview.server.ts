import { refusalOf } from '../../../kernel/permission.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import { catalogueIn } from '../../catalogue/index.server.ts'
import { frameworkOf, itemsOf } from '../../catalogue/index.ts'
import { hasRule } from '../../reports/index.server.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { type CarryPlan, planCarry } from './carry.domain.ts'
import { listAnsweredYears, listEntries, listItemUnits } from './carry.queries.server.ts'

/** `isWhole`: of all items; else of those that units of the person answer for. `hash` names exactly this plan. */
export type CarryPreview = Readonly<{ plan: CarryPlan; hash: string; isWhole: boolean }>
type Years = Readonly<{ fromYear: number; toYear: number }>

/** What carrying would do now, inside a transaction; null where one of the years asks for no disclosure. */
export async function prepareCarry(
  tx: Tx,
  ctx: Ctx,
  { fromYear, toYear }: Years,
): Promise<CarryPreview | null> {
  const agencyId = ctx.agency.id
  const catalogue = await catalogueIn(tx, agencyId)
  const isKnown = (year: number) =>
    frameworkOf(catalogue, year) !== null && itemsOf(catalogue, year, 'OIT').length > 0
  if (!isKnown(fromYear) || !isKnown(toYear) || fromYear >= toYear) return null
  const whole = planCarry({
    catalogue,
    fromYear,
    toYear,
    from: await listEntries(tx, { agencyId, year: fromYear }),
    to: await listEntries(tx, { agencyId, year: toYear }),
    isFromReport: ({ ref }) => hasRule(ref),
  })
  const isWhole = refusalOf(DISCLOSURE_POLICY, 'disclosure.change', ctx.actor) === null
  if (isWhole) return { plan: whole, hash: contentHash(whole), isWhole }
  const [before, now] = [
    await listItemUnits(tx, { agencyId, year: fromYear }),
    await listItemUnits(tx, { agencyId, year: toYear }),
  ]
  // An item that no unit has yet is of the one that answered for it before.
  const isOwn = (fromCode: string | null, toCode: string | null) => {
    const unit =
      (toCode === null ? undefined : now.get(toCode)) ??
      (fromCode === null ? undefined : before.get(fromCode))
    return (
      unit !== undefined &&
      refusalOf(DISCLOSURE_POLICY, 'disclosure.change', ctx.actor, { unitIds: [unit] }) === null
    )
  }
  const plan: CarryPlan = {
    ...whole,
    added: whole.added.filter(({ from, to }) => isOwn(from.code, to.code)),
    kept: whole.kept.filter(({ to }) => isOwn(null, to.code)),
    left: whole.left.filter(({ from }) => isOwn(from.code, null)),
  }
  return { plan, hash: contentHash(plan), isWhole }
}

/** The preview, with the earlier years that have answers, the newest first. */
export const previewCarry = (
  ctx: Ctx,
  { toYear, fromYear }: Readonly<{ toYear: number; fromYear: number | null }>,
): Promise<Readonly<{ years: readonly number[]; preview: CarryPreview | null }>> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const years = (await listAnsweredYears(tx, ctx.agency.id)).filter((year) => year < toYear)
    const chosen = fromYear ?? years[0]
    return {
      years,
      preview: chosen === undefined ? null : await prepareCarry(tx, ctx, { fromYear: chosen, toYear }),
    }
  })
