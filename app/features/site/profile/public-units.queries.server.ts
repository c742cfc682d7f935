import type { MaybeBilingual } from '../../../i18n/language.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { listUnits } from '../../people/index.server.ts'
import { existsOn, inTreeOrder } from '../../people/index.ts'

/** A unit as the public reads it, with those below it. */
export type PublicUnit = Readonly<{
  id: string
  code: string | null
  name: MaybeBilingual
  below: readonly PublicUnit[]
}>

/** The units that exist today, as a tree; nobody who works in them is named. */
export async function findPublicUnits(ctx: Ctx): Promise<readonly PublicUnit[]> {
  const today = thaiDay(ctx.now())
  const units = await withAgency(ctx.db, ctx.agency.id, (tx) => listUnits(tx, ctx.agency.id))
  const ordered = inTreeOrder(units.filter((unit) => existsOn(unit, today)))
  const ids = new Set(ordered.map(({ unit }) => unit.id))
  const branch = (parentId: string | null): readonly PublicUnit[] =>
    ordered
      .filter(
        ({ unit }) => (unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null) === parentId,
      )
      .map(({ unit }) => ({
        id: unit.id,
        code: unit.code,
        name: { th: unit.nameTh, en: unit.nameEn },
        below: branch(unit.id),
      }))
  return branch(null)
}
