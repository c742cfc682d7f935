import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'

type GivenFact = Readonly<{ title?: string; address?: string; date?: string; removed?: boolean }>

/** Something that the agency discloses: words, or a page where an address is given. Gives its identifier. */
export const aDisclosedFact = (ctx: Ctx, given: GivenFact = {}): Promise<string> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const id = randomUUID()
    const at = ctx.now()
    const { title = 'ขั้นตอนการร้องเรียน', address = null, date = null, removed = false } = given
    await tx
      .insertInto('disclosure_fact')
      .values({
        agency_id: ctx.agency.id,
        id,
        made_at: at,
        made_by_name: 'test',
        removed_at: removed ? at : null,
      })
      .execute()
    await tx
      .insertInto('disclosure_fact_version')
      .values({
        agency_id: ctx.agency.id,
        fact_id: id,
        number: 1,
        kind: address === null ? 'text' : 'page',
        title_th: title,
        words: 'ข้อความตัวอย่าง',
        address,
        content_date: date,
        changed_at: at,
        changed_by_name: 'test',
      })
      .execute()
    return id
  })

/** Answers an element with facts in their order; with none of them, that there is none. */
export async function anAnswer(
  ctx: Ctx,
  {
    year,
    code,
    element,
    facts,
  }: Readonly<{ year: number; code: string; element: string; facts: readonly string[] }>,
): Promise<void> {
  const common = {
    agency_id: ctx.agency.id,
    framework_year: year,
    code,
    element,
    entered_at: ctx.now(),
    entered_by_name: 'test',
  }
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .insertInto('disclosure_entry')
      .values(
        facts.length === 0
          ? [{ ...common, position: 1, state: 'none', declared: 'ไม่มีในปีนี้' }]
          : facts.map((fact_id, index) => ({ ...common, position: index + 1, state: 'value', fact_id })),
      )
      .execute(),
  )
}

type GivenDays = Readonly<{
  submission?: readonly [string, string]
  scoring?: readonly [string, string]
  clarification?: readonly [string, string]
}>

/** Types in the calendar of a year. */
export const theDays = (ctx: Ctx, year: number, days: GivenDays): Promise<unknown> => {
  const values = {
    submission_from: days.submission?.[0] ?? null,
    submission_to: days.submission?.[1] ?? null,
    scoring_from: days.scoring?.[0] ?? null,
    scoring_to: days.scoring?.[1] ?? null,
    clarification_from: days.clarification?.[0] ?? null,
    clarification_to: days.clarification?.[1] ?? null,
  }
  return withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .insertInto('disclosure_year')
      .values({ agency_id: ctx.agency.id, framework_year: year, ...values })
      .onConflict((conflict) => conflict.columns(['agency_id', 'framework_year']).doUpdateSet(values))
      .execute(),
  )
}
