import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { FactKind } from '../disclosure.domain.ts'
import type { CarriedFact, ElementEntry } from './carry.domain.ts'

type Asked = Readonly<{ agencyId: string; year: number }>

/** What answers the elements of the items of a year, each fact as it is now. */
export async function listEntries(tx: Tx, { agencyId, year }: Asked): Promise<readonly ElementEntry[]> {
  const rows = await tx
    .selectFrom('disclosure_entry as entry')
    .leftJoin('disclosure_fact as fact', (join) =>
      join.onRef('fact.agency_id', '=', 'entry.agency_id').onRef('fact.id', '=', 'entry.fact_id'),
    )
    .leftJoin('disclosure_fact_version as version', (join) =>
      join
        .onRef('version.agency_id', '=', 'fact.agency_id')
        .onRef('version.fact_id', '=', 'fact.id')
        .onRef('version.number', '=', 'fact.version'),
    )
    .select(['entry.code', 'entry.element', 'entry.state', 'entry.fact_id', 'fact.removed_at'])
    .select(['version.number', 'version.kind', 'version.title_th', 'version.title_en'])
    .select(['version.address', 'version.content_date'])
    .where('entry.agency_id', '=', agencyId)
    .where('entry.framework_year', '=', year)
    .orderBy('entry.code')
    .orderBy('entry.element')
    .orderBy('entry.position')
    .execute()
  const byElement = Map.groupBy(rows, ({ code, element }) => `${code}/${element}`)
  return [...byElement.values()].flatMap((of) => {
    const [first] = of
    if (first === undefined) return []
    return {
      code: first.code,
      element: first.element,
      state: first.state as ElementEntry['state'],
      facts: of.flatMap((row): readonly CarriedFact[] =>
        row.fact_id === null || row.number === null || row.title_th === null
          ? []
          : [
              {
                id: row.fact_id,
                version: row.number,
                kind: row.kind as FactKind,
                title: { th: row.title_th, en: row.title_en },
                address: row.address,
                date: row.content_date as IsoDay | null,
                isRemoved: row.removed_at !== null,
              },
            ],
      ),
    }
  })
}

/** Which unit answers for each item of a year, by its code; an item without a unit has no entry. */
export async function listItemUnits(tx: Tx, { agencyId, year }: Asked): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('disclosure_item')
    .select(['code', 'unit_id'])
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .where('unit_id', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ code, unit_id }) => (unit_id === null ? [] : [[code, unit_id]])))
}

/** Framework years that have answers, the newest first. */
export async function listAnsweredYears(tx: Tx, agencyId: string): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('disclosure_entry')
    .select('framework_year')
    .distinct()
    .where('agency_id', '=', agencyId)
    .orderBy('framework_year', 'desc')
    .execute()
  return rows.map(({ framework_year }) => framework_year)
}
