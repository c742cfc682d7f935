import { thaiDay } from '../../../../kernel/thai-day.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../../platform/db/tenant.server.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import { listUnits } from '../../../people/index.server.ts'
import type { MeasureGround } from './measure-form.domain.ts'
import type { OwnerUnitChoice } from './typed-owners.domain.ts'

/** Somebody who may be named for a measure, with the units that they answer for today. */
export type OwnerPerson = Readonly<{ id: string; name: string; unitIds: readonly string[] }>

export type OwnerChoices = Readonly<{
  /** All units, those that have ended too, by code and name. */
  units: readonly OwnerUnitChoice[]
  people: readonly OwnerPerson[]
}>

/** Who may carry a measure out: units, and the people who answer for one of them today. */
export const findOwnerChoices = (ctx: Ctx): Promise<OwnerChoices> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => readOwnerChoices(tx, ctx))

/** The same inside a transaction of the caller. */
export async function readOwnerChoices(tx: Tx, ctx: Ctx): Promise<OwnerChoices> {
  const agencyId = ctx.agency.id
  const today = thaiDay(ctx.now())
  const units = await listUnits(tx, agencyId)
  const owners = await tx
    .selectFrom('role_grant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.agency_id', '=', 'role_grant.agency_id')
        .onRef('person.id', '=', 'role_grant.person_id'),
    )
    .select(['person.id', 'person.name', 'role_grant.unit_id'])
    .where('role_grant.agency_id', '=', agencyId)
    .where('role_grant.role', '=', 'unit-owner')
    .where('role_grant.valid_from', '<=', today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .where('person.disabled_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const byPerson = Map.groupBy(owners, ({ id }) => id)
  return {
    units: units.toSorted(
      (a, b) =>
        (a.code ?? '\uffff').localeCompare(b.code ?? '\uffff', 'th') ||
        a.nameTh.localeCompare(b.nameTh, 'th'),
    ),
    people: [...byPerson].map(([id, grants]) => ({
      id,
      name: grants[0]?.name ?? '',
      unitIds: [...new Set(grants.flatMap(({ unit_id }) => (unit_id === null ? [] : [unit_id])))],
    })),
  }
}

/** What a typed measure of a year (B.E.) is read by. */
export async function measureGround(
  tx: Tx,
  ctx: Ctx,
  { fiscalYear, catalogue }: Readonly<{ fiscalYear: number; catalogue: Catalogue }>,
): Promise<MeasureGround> {
  const { units, people } = await readOwnerChoices(tx, ctx)
  return {
    fiscalYear,
    catalogue,
    units,
    personIds: people.map(({ id }) => id),
    by: ctx.actor.name,
    today: thaiDay(ctx.now()),
  }
}

/** The fiscal year (B.E.) of a cycle that is there. */
export async function yearOfCycle(tx: Tx, ctx: Ctx, cycleId: string): Promise<number> {
  const row = await tx
    .selectFrom('working_cycle')
    .select('fiscal_year')
    .where('agency_id', '=', ctx.agency.id)
    .where('id', '=', cycleId)
    .executeTakeFirstOrThrow()
  return row.fiscal_year
}
