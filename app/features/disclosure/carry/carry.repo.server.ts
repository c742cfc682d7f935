import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { CarryAdded } from './carry.domain.ts'

type Adding = Readonly<{
  agencyId: string
  year: number
  rows: readonly CarryAdded[]
  byName: string
  at: Date
}>

/** Answers elements that nothing answers yet with facts, in the order of the rows. */
export async function insertCarried(tx: Tx, { agencyId, year, rows, byName, at }: Adding): Promise<void> {
  const byElement = Map.groupBy(rows, ({ to, element }) => `${to.code}/${element.key}`)
  const values = [...byElement.values()].flatMap((of) =>
    of.map(({ to, element, fact }, index) => ({
      agency_id: agencyId,
      framework_year: year,
      code: to.code,
      element: element.key,
      position: index + 1,
      state: 'value',
      fact_id: fact.id,
      entered_at: at,
      entered_by_name: byName,
    })),
  )
  if (values.length > 0) await tx.insertInto('disclosure_entry').values(values).execute()
}
