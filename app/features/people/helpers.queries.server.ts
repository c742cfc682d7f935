import type { RoleName } from '../../kernel/actor.ts'
import { thaiDay } from '../../kernel/thai-day.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'

const MOST = 6

/** Who holds one of these roles today and may sign in, by name: whom somebody can ask who may not do it themselves. */
export function listHoldersOf(
  ctx: Ctx,
  roles: readonly RoleName[],
): Promise<readonly Readonly<{ name: string; role: RoleName }>[]> {
  if (roles.length === 0) return Promise.resolve([])
  const today = thaiDay(ctx.now())
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('role_grant')
      .innerJoin('person', (join) =>
        join
          .onRef('person.agency_id', '=', 'role_grant.agency_id')
          .onRef('person.id', '=', 'role_grant.person_id'),
      )
      .select(['person.name', 'role_grant.role'])
      .distinct()
      .where('role_grant.agency_id', '=', ctx.agency.id)
      .where('role_grant.role', 'in', roles)
      .where('role_grant.valid_from', '<=', today)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
      .where('person.disabled_at', 'is', null)
      // Whoever has no address yet was named only, and has not come in.
      .where('person.email', 'is not', null)
      .orderBy('person.name')
      .limit(MOST)
      .execute()
    return rows.map(({ name, role }) => ({ name, role: role as RoleName }))
  })
}
