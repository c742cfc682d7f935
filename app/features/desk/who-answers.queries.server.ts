import type { Language } from '../../i18n/language.ts'
import type { RoleName } from '../../kernel/actor.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'
import { thaiDay } from '../../kernel/thai-day.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../platform/db/tenant.server.ts'

/** Somebody at work at the desk. `unitIds` are those that they answer for. */
export type Officer = Readonly<{
  id: string
  name: string
  lang: Language
  unitIds: readonly string[]
  isDesk: boolean
  isAdministrator: boolean
}>

/** Everybody to whom a ticket can be given today or who is told of one: the desk, owners of units, administrators. */
export async function listOfficersOn(
  tx: Tx,
  { agencyId, day }: Readonly<{ agencyId: string; day: IsoDay }>,
): Promise<readonly Officer[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.agency_id', '=', 'role_grant.agency_id')
        .onRef('person.id', '=', 'role_grant.person_id'),
    )
    .select(['person.id', 'person.name', 'person.lang', 'role_grant.role', 'role_grant.unit_id'])
    .where('role_grant.agency_id', '=', agencyId)
    .where('role_grant.role', 'in', ['desk-officer', 'unit-owner', 'administrator'] satisfies RoleName[])
    .where('role_grant.valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .where('person.disabled_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const found = new Map<string, { officer: Officer; units: string[] }>()
  for (const row of rows) {
    const was = found.get(row.id)
    const units = was?.units ?? []
    if (row.unit_id !== null) units.push(row.unit_id)
    found.set(row.id, {
      units,
      officer: {
        id: row.id,
        name: row.name,
        lang: row.lang as Language,
        unitIds: units,
        isDesk: row.role === 'desk-officer' || (was?.officer.isDesk ?? false),
        isAdministrator: row.role === 'administrator' || (was?.officer.isAdministrator ?? false),
      },
    })
  }
  return [...found.values()].map(({ officer }) => officer)
}

/** Whom a ticket can be given to: the desk, and who answers for a unit. */
export const listOfficers = (ctx: Ctx): Promise<readonly Officer[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) =>
    (await listOfficersOn(tx, { agencyId: ctx.agency.id, day: thaiDay(ctx.now()) })).filter(
      ({ isDesk, unitIds }) => isDesk || unitIds.length > 0,
    ),
  )
