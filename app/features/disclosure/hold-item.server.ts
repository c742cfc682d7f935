import { refusalOf } from '../../kernel/permission.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import { catalogueIn } from '../catalogue/index.server.ts'
import type { Item } from '../catalogue/index.ts'
import { holdAgency } from '../people/index.server.ts'
import { hasRule } from '../reports/index.server.ts'
import { type EnteredAnswer, readAnswers } from './answers.repo.server.ts'
import type { DisclosureError } from './disclosure.errors.ts'
import { DISCLOSURE_POLICY } from './disclosure.policy.ts'
import { type ItemRecord, readItem } from './item.repo.server.ts'
import { requiredOf } from './items.domain.ts'
import { disclosureItem } from './year-ground.server.ts'

export type AtItem = Readonly<{ year: number; code: string }>
export type AtElement = AtItem & Readonly<{ element: string }>

/** An item and who answers for it, held with the agency until the transaction ends. */
export async function holdItem(
  tx: Tx,
  ctx: Ctx,
  { year, code }: AtItem,
): Promise<Readonly<{ item: Item; record: ItemRecord }> | null> {
  const agencyId = ctx.agency.id
  await holdAgency(tx, agencyId)
  const item = disclosureItem(await catalogueIn(tx, agencyId), year, code)
  return item && { item, record: await readItem(tx, { agencyId, year, code: item.code }) }
}

type HeldElement = Readonly<{
  /** The place, with the code in the writing of the year. */
  place: AtElement & Readonly<{ agencyId: string }>
  /** What stands there; null where nothing does. */
  entered: EnteredAnswer | null
}>

/**
 * An element that is about to be answered, held. Refuses who may not change it, an item that a report answers, and, where
 * `seen` is given, what was changed by somebody else since.
 */
export async function holdElement(
  tx: Tx,
  ctx: Ctx,
  { year, code, element, seen }: AtElement & Readonly<{ seen: string | null }>,
): Promise<Result<HeldElement, DisclosureError>> {
  const held = await holdItem(tx, ctx, { year, code })
  const unitId = held?.record.unitId ?? null
  const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.change', ctx.actor, {
    unitIds: unitId === null ? [] : [unitId],
  })
  if (refusal) return err(refusal)
  if (!held) return err({ code: 'item.unknown' })
  const { item } = held
  if (hasRule(item.ref)) return err({ code: 'item.by-report' })
  if (!requiredOf(item).some(({ key }) => key === element)) return err({ code: 'element.unknown' })
  const place = { agencyId: ctx.agency.id, year, code: item.code, element }
  const entered = (await readAnswers(tx, place)).get(item.code)?.get(element) ?? null
  if (seen !== null && seen !== (entered?.seen ?? '')) return err({ code: 'element.changed' })
  return ok({ place, entered })
}
