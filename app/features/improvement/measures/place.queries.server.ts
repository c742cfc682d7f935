import { type RawBuilder, sql } from 'kysely'
import type { Field } from '../../../kernel/field.ts'
import { fieldValue } from '../../../kernel/field.ts'
import { plainText, type RichText } from '../../../kernel/rich-text.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'

/** Where a measure stands in its year. */
export type MeasurePlace = Readonly<{
  measureId: string
  issueId: string
  /** B.E. */
  fiscalYear: number
  /** As issue and measure are counted in the report, from 1. */
  issue: number
  measure: number
  /** What is to be done, without its marks; empty where nobody has written it. */
  text: string
}>

/** Places of measures that are still there, in one statement. One that was removed, or whose issue was, has none. */
export async function placesOf(
  tx: Tx,
  { agencyId, measureIds }: Readonly<{ agencyId: string; measureIds: readonly string[] }>,
): Promise<ReadonlyMap<string, MeasurePlace>> {
  if (measureIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('working_measure as m')
    .innerJoin('working_issue as i', (join) =>
      join.onRef('i.agency_id', '=', 'm.agency_id').onRef('i.id', '=', 'm.issue_id'),
    )
    .innerJoin('working_cycle as c', (join) =>
      join.onRef('c.agency_id', '=', 'm.agency_id').onRef('c.id', '=', 'm.cycle_id'),
    )
    .select([
      'm.id',
      'm.issue_id',
      'm.text',
      'c.fiscal_year',
      ISSUE_NUMBER.as('issue'),
      MEASURE_NUMBER.as('measure'),
    ])
    .where('m.agency_id', '=', agencyId)
    .where('m.id', 'in', measureIds)
    .where('m.removed_at', 'is', null)
    .where('i.removed_at', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        measureId: row.id,
        issueId: row.issue_id,
        fiscalYear: row.fiscal_year,
        issue: row.issue,
        measure: row.measure,
        text: plainText(fieldValue(row.text as unknown as Field<RichText>) ?? []),
      },
    ]),
  )
}

/** What an issue `i` is counted as: how many of its cycle stand before it, and itself. */
export const ISSUE_NUMBER: RawBuilder<number> = sql<number>`(select count(*)::int from working_issue o
  where o.agency_id = i.agency_id and o.cycle_id = i.cycle_id and o.removed_at is null
    and (o.position, o.id) <= (i.position, i.id))`

const MEASURE_NUMBER = sql<number>`(select count(*)::int from working_measure o
  where o.agency_id = m.agency_id and o.issue_id = m.issue_id and o.removed_at is null
    and (o.position, o.id) <= (m.position, m.id))`

/** Where one measure stands; null when there is none, or it or its issue was removed. */
export async function findMeasurePlace(ctx: Ctx, measureId: string): Promise<MeasurePlace | null> {
  if (!isUuid(measureId)) return null
  const agencyId = ctx.agency.id
  const places = await withAgency(ctx.db, agencyId, (tx) =>
    placesOf(tx, { agencyId, measureIds: [measureId] }),
  )
  return places.get(measureId) ?? null
}
