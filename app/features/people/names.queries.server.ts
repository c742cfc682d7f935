import type { Language } from '../../i18n/language.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'

/** What people and units of the agency are called, by identifier. Whatever is no identifier of them is left out. */
export function findNames(
  ctx: Ctx,
  { ids, lang }: { ids: readonly string[]; lang: Language },
): Promise<Readonly<Record<string, string>>> {
  const asked = [...new Set(ids)].filter((id) => isUuid(id))
  if (asked.length === 0) return Promise.resolve({})
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const people = await tx
      .selectFrom('person')
      .select(['id', 'name'])
      .where('agency_id', '=', ctx.agency.id)
      .where('id', 'in', asked)
      .execute()
    const units = await tx
      .selectFrom('unit')
      .select(['id', 'code', 'name_th', 'name_en'])
      .where('agency_id', '=', ctx.agency.id)
      .where('id', 'in', asked)
      .execute()
    return Object.fromEntries([
      ...people.map(({ id, name }) => [id, name]),
      ...units.map((unit) => [unit.id, unitName(unit, lang)]),
    ])
  })
}

const unitName = (
  unit: { code: string | null; name_th: string; name_en: string | null },
  lang: Language,
): string =>
  [unit.code, lang === 'en' ? (unit.name_en ?? unit.name_th) : unit.name_th]
    .filter((part) => part !== null)
    .join(' ')
