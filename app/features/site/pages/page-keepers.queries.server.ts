import type { Language } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'

type Asked = Readonly<{ agencyId: string; unitId: string | null; day: IsoDay }>
type Keeper = Readonly<{ personId: string; lang: Language }>

/** Who keeps a page on a day: who holds its unit, else the coordinators. Disabled people keep nothing. */
export async function listPageKeepers(tx: Tx, { agencyId, unitId, day }: Asked): Promise<readonly Keeper[]> {
  const holdersOf = async (unit: string | null): Promise<readonly Keeper[]> => {
    const rows = await tx
      .selectFrom('role_grant')
      .innerJoin('person', (join) =>
        join
          .onRef('person.agency_id', '=', 'role_grant.agency_id')
          .onRef('person.id', '=', 'role_grant.person_id'),
      )
      .select(['person.id', 'person.lang'])
      .distinct()
      .where('role_grant.agency_id', '=', agencyId)
      .where('role_grant.role', '=', unit === null ? 'ita-coordinator' : 'unit-owner')
      .$if(unit !== null, (query) => query.where('role_grant.unit_id', '=', unit))
      .where('role_grant.valid_from', '<=', day)
      .where(({ or, eb }) =>
        or([eb('role_grant.valid_to', 'is', null), eb('role_grant.valid_to', '>=', day)]),
      )
      .where('person.disabled_at', 'is', null)
      .orderBy('person.id')
      .execute()
    return rows.map(({ id, lang }) => ({ personId: id, lang: lang as Language }))
  }
  const own = unitId === null ? [] : await holdersOf(unitId)
  return own.length > 0 ? own : holdersOf(null)
}
