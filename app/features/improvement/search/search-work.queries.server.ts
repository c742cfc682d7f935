import { type RawBuilder, sql } from 'kysely'
import { refusalOf } from '../../../kernel/permission.ts'
import { searchedWords } from '../../../kernel/search-fold.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import type { MeasureState } from '../working/measure-state.domain.ts'

/** An issue or a measure in which something was found. */
export type WorkHit = Readonly<{
  kind: 'issue' | 'measure'
  id: string
  /** B.E. */
  fiscalYear: number
  /** As the report counts them; the number of a measure within its issue is null for an issue. */
  issue: number
  measure: number | null
  title: string
  /** All of it that is searched, the title first. */
  text: string
  /** Null for an issue. */
  state: MeasureState | null
}>

const THAI_DIGITS = '\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59'
const digits = (folded: RawBuilder<string>) => sql<string>`translate(${folded}, ${THAI_DIGITS}, '0123456789')`
/** Where a word stands: a position, not a pattern, so % and _ are characters like others. 0 where it is not. */
const placeOf = (word: string, folded: RawBuilder<string>) =>
  sql<number>`position(${digits(sql`fold_search(${word})`)} in ${digits(folded)})`
const hasAll = (words: readonly string[], folded: RawBuilder<string>) =>
  sql.join(
    words.map((word) => sql<boolean>`${placeOf(word, folded)} > 0`),
    sql` and `,
  )

/**
 * Issues and measures of all years in which every word of a text occurs, as it is spoken: without spaces between Thai words
 * and whatever the tone marks. The newest year first, and within it what has the first word furthest to the front. Nothing for
 * who may not read the cycle. Words as `searchedWords` cuts them.
 */
export function searchWork(
  ctx: Ctx,
  { text, limit }: Readonly<{ text: string; limit: number }>,
): Promise<readonly WorkHit[]> {
  const words = searchedWords(text)
  const [first] = words
  if (first === undefined || refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor))
    return Promise.resolve([])
  const agencyId = ctx.agency.id
  return withAgency(ctx.db, agencyId, async (tx) => {
    const { rows } = await sql<WorkHit>`
      with issue as (
        select id, cycle_id, title, search_text, folded,
          (row_number() over (partition by cycle_id order by position, id))::int as number
        from working_issue where agency_id = ${agencyId} and removed_at is null
      ), measure as (
        select id, issue_id, search_text, folded, state,
          (row_number() over (partition by issue_id order by position, id))::int as number
        from working_measure where agency_id = ${agencyId} and removed_at is null
      ), hit as (
        select 'issue' as kind, id, cycle_id, number as issue, null::int as measure, title, search_text as text,
          null as state, ${placeOf(first, sql`folded`)} as place
        from issue where ${hasAll(words, sql`folded`)}
        union all
        select 'measure', measure.id, issue.cycle_id, issue.number, measure.number,
          split_part(measure.search_text, E'\n', 1), measure.search_text, measure.state,
          ${placeOf(first, sql`measure.folded`)}
        from measure join issue on issue.id = measure.issue_id where ${hasAll(words, sql`measure.folded`)}
      )
      select hit.kind, hit.id, cycle.fiscal_year as "fiscalYear", hit.issue, hit.measure, hit.title, hit.text, hit.state
      from hit join working_cycle as cycle on cycle.agency_id = ${agencyId} and cycle.id = hit.cycle_id
      order by cycle.fiscal_year desc, hit.place, hit.kind, hit.issue, hit.measure
      limit ${limit}`.execute(tx)
    return rows
  })
}
