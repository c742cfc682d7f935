import type { Language } from '../../i18n/language.ts'
import type { RoleName } from '../../kernel/actor.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'
import { thaiDay } from '../../kernel/thai-day.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../platform/db/tenant.server.ts'
import { findNames } from './names.queries.server.ts'

/** A role of a person that ends soon, with the unit that it is for and its last day. */
export type EndingRole = Readonly<{ role: RoleName; unitName: string | null; lastDay: IsoDay }>

/** What the first page of the office says of the agency and of one person. */
export type OfficeFacts = Readonly<{
  isNamed: boolean
  /** Units that exist today. */
  units: number
  /** People who may sign in and hold the role today. */
  coordinators: number
  unitOwners: number
  own: Readonly<{ hasSecondFactor: boolean; endingRoles: readonly EndingRole[] }>
}>

const SOON_MS = 30 * 24 * 3_600_000

export async function findOfficeFacts(
  ctx: Ctx,
  { personId, lang }: { personId: string; lang: Language },
): Promise<OfficeFacts> {
  const now = ctx.now()
  const [today, soon] = [thaiDay(now), thaiDay(new Date(now.getTime() + SOON_MS))]
  const agencyId = ctx.agency.id
  const { ending, ...facts } = await withAgency(ctx.db, agencyId, async (tx) => {
    const agency = await tx
      .selectFrom('agency')
      .select('name_th')
      .where('id', '=', agencyId)
      .executeTakeFirstOrThrow()
    return {
      isNamed: agency.name_th !== null,
      units: await countUnits(tx, { agencyId, today }),
      coordinators: await countHolders(tx, { agencyId, today, role: 'ita-coordinator' }),
      unitOwners: await countHolders(tx, { agencyId, today, role: 'unit-owner' }),
      hasSecondFactor: await hasSecondFactor(tx, { agencyId, personId }),
      ending: await endingRoles(tx, { agencyId, personId, today, soon }),
    }
  })
  const names = await findNames(ctx, { ids: ending.flatMap(({ unit_id }) => unit_id ?? []), lang })
  const { hasSecondFactor: own, ...ofAgency } = facts
  return {
    ...ofAgency,
    own: {
      hasSecondFactor: own,
      endingRoles: ending.map(({ role, unit_id, valid_to }) => ({
        role: role as RoleName,
        unitName: unit_id === null ? null : (names[unit_id] ?? null),
        lastDay: valid_to as IsoDay,
      })),
    },
  }
}

async function countUnits(tx: Tx, { agencyId, today }: { agencyId: string; today: IsoDay }): Promise<number> {
  const { count } = await tx
    .selectFrom('unit')
    .select((row) => row.fn.countAll<string>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('valid_from', '<=', today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function countHolders(
  tx: Tx,
  { agencyId, today, role }: { agencyId: string; today: IsoDay; role: RoleName },
): Promise<number> {
  const { count } = await tx
    .selectFrom('role_grant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.agency_id', '=', 'role_grant.agency_id')
        .onRef('person.id', '=', 'role_grant.person_id'),
    )
    .select((row) => row.fn.count<string>('person.id').distinct().as('count'))
    .where('role_grant.agency_id', '=', agencyId)
    .where('role', '=', role)
    .where('role_grant.valid_from', '<=', today)
    .where((where) =>
      where.or([where('role_grant.valid_to', 'is', null), where('role_grant.valid_to', '>=', today)]),
    )
    .where('person.disabled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Whose = Readonly<{ agencyId: string; personId: string }>

async function hasSecondFactor(tx: Tx, { agencyId, personId }: Whose): Promise<boolean> {
  const app = await tx
    .selectFrom('totp_credential')
    .select('person_id')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (app) return true
  const passkey = await tx
    .selectFrom('passkey')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return passkey !== undefined
}

const endingRoles = (tx: Tx, { agencyId, personId, today, soon }: Whose & { today: IsoDay; soon: IsoDay }) =>
  tx
    .selectFrom('role_grant')
    .select(['role', 'unit_id', 'valid_to'])
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('valid_from', '<=', today)
    .where('valid_to', '>=', today)
    .where('valid_to', '<=', soon)
    .orderBy('valid_to')
    .execute()
