import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { aDisclosedFact, anAnswer } from '../../../../../tests/support/disclosed-rows.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { previewCarry } from '../carry-preview.server.ts'
import { carryOver } from './carry-over.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const YEARS = { fromYear: 2567, toYear: 2568 }

/** An agency whose 2567:O22 is answered: `how` by two facts, `time` by one that names the year, `unit` declared none. */
async function anAnsweredYear() {
  const ctx = await anAgency(database)
  const [first, second] = [await aDisclosedFact(ctx), await aDisclosedFact(ctx, { title: 'แบบฟอร์ม' })]
  const bound = await aDisclosedFact(ctx, { title: 'ระยะเวลา ปี 2567' })
  await anAnswer(ctx, { year: 2567, code: 'O22', element: 'how', facts: [second, first] })
  await anAnswer(ctx, { year: 2567, code: 'O22', element: 'time', facts: [bound] })
  await anAnswer(ctx, { year: 2567, code: 'O22', element: 'unit', facts: [] })
  const { id } = await aPerson(ctx, { role: 'ita-coordinator' })
  return { ctx: as(ctx, id, ['ita-coordinator']), first, second, bound }
}

const seen = async (ctx: Ctx) => {
  const { preview } = await previewCarry(ctx, YEARS)
  if (!preview) throw new Error('no preview')
  return preview
}
const entriesOf = async (ctx: Ctx, year = 2568) =>
  (
    await database.owner.query(
      `select code, element, position, fact_id, entered_by_name from disclosure_entry
       where agency_id = $1 and framework_year = $2 order by code, element, position`,
      [ctx.agency.id, year],
    )
  ).rows as readonly { code: string; element: string; position: number; fact_id: string }[]

describe('carrying answers over', () => {
  it('adds what the preview showed, in its order, and says so in the audit log', async () => {
    const { ctx, first, second, bound } = await anAnsweredYear()
    const { plan, hash } = await seen(ctx)
    expect(plan.added.map(({ fact }) => fact.id)).toEqual([second, first, bound])
    expect(plan.left.map(({ reason }) => reason)).toEqual(['absence.of-its-year'])
    expect(await carryOver(ctx, { ...YEARS, seenHash: hash })).toEqual({
      ok: true,
      value: { added: 3, renew: 1 },
    })
    expect(
      (await entriesOf(ctx)).map(({ code, element, position, fact_id }) => [
        code,
        element,
        position,
        fact_id,
      ]),
    ).toEqual([
      ['O17', 'how', 1, second],
      ['O17', 'how', 2, first],
      ['O17', 'time', 1, bound],
    ])
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'disclosure-year.carried',
      object_id: '2568',
      detail: { fromYear: 2567, added: 3, renew: 1 },
    })
  })

  it('adds only what was ticked', async () => {
    const { ctx, first } = await anAnsweredYear()
    const { hash } = await seen(ctx)
    await carryOver(ctx, { ...YEARS, seenHash: hash, take: [`O17/how/${first}`, 'O17/how/unknown'] })
    expect((await entriesOf(ctx)).map(({ fact_id, position }) => [fact_id, position])).toEqual([[first, 1]])
  })

  it('adds nothing where nothing is ticked, and a second time nothing at all', async () => {
    const { ctx } = await anAnsweredYear()
    const { hash } = await seen(ctx)
    expect(await carryOver(ctx, { ...YEARS, seenHash: hash, take: [] })).toMatchObject({
      error: { code: 'carry.nothing' },
    })
    await carryOver(ctx, { ...YEARS, seenHash: hash })
    const again = await seen(ctx)
    expect(again.plan.added).toEqual([])
    expect(again.plan.kept).toHaveLength(2)
    expect(await carryOver(ctx, { ...YEARS, seenHash: again.hash })).toMatchObject({
      error: { code: 'carry.nothing' },
    })
  })

  it('does nothing where an answer changed after the preview', async () => {
    const { ctx } = await anAnsweredYear()
    const { hash } = await seen(ctx)
    await anAnswer(ctx, { year: 2568, code: 'O17', element: 'how', facts: [await aDisclosedFact(ctx)] })
    expect(await carryOver(ctx, { ...YEARS, seenHash: hash })).toMatchObject({
      error: { code: 'carry.changed' },
    })
    expect(await entriesOf(ctx)).toHaveLength(1)
  })

  it('lets one of two who confirm at once add, and refuses the other', async () => {
    const { ctx } = await anAnsweredYear()
    const { hash } = await seen(ctx)
    const answers = await Promise.all([1, 2].map(() => carryOver(ctx, { ...YEARS, seenHash: hash })))
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await entriesOf(ctx)).toHaveLength(3)
  })

  it('knows no year that asks for no disclosure, and goes forward only', async () => {
    const { ctx } = await anAnsweredYear()
    expect((await previewCarry(ctx, { toYear: 2700, fromYear: 2567 })).preview).toBeNull()
    expect((await previewCarry(ctx, { toYear: 2567, fromYear: 2568 })).preview).toBeNull()
    expect(await carryOver(ctx, { fromYear: 2567, toYear: 2567, seenHash: '' })).toMatchObject({
      error: { code: 'carry.unknown-year' },
    })
  })

  it('offers nothing where no earlier year has answers', async () => {
    expect(await previewCarry(await anAgency(database), { toYear: 2568, fromYear: null })).toEqual({
      years: [],
      preview: null,
    })
  })
})

describe('who may carry over', () => {
  it('is a unit owner for items that their unit answers for, this year or the year before', async () => {
    const { ctx } = await anAnsweredYear()
    const [own, other] = [randomUUID(), randomUUID()]
    await withAgency(ctx.db, ctx.agency.id, async (tx) => {
      await tx
        .insertInto('unit')
        .values(
          [own, other].map((id, index) => ({
            agency_id: ctx.agency.id,
            id,
            name_th: `กอง ${index}`,
            valid_from: '2024-01-01',
          })),
        )
        .execute()
      await tx
        .insertInto('disclosure_item')
        .values({ agency_id: ctx.agency.id, framework_year: 2567, code: 'O22', unit_id: own })
        .execute()
    })
    const { id } = await aPerson(ctx)
    const owner = as(ctx, id, [{ role: 'unit-owner', unitId: own }])
    const { plan, hash, isWhole } = await seen(owner)
    expect(isWhole).toBe(false)
    expect(plan.added).toHaveLength(3)
    const stranger = as(ctx, id, [{ role: 'unit-owner', unitId: other }])
    expect((await seen(stranger)).plan).toMatchObject({ added: [], left: [] })
    expect(await carryOver(owner, { ...YEARS, seenHash: hash })).toMatchObject({ ok: true })
  })

  it('is nobody who only reads', async () => {
    const { ctx } = await anAnsweredYear()
    const { hash } = await seen(ctx)
    const { id } = await aPerson(ctx)
    expect(await carryOver(as(ctx, id, ['auditor']), { ...YEARS, seenHash: hash })).toMatchObject({
      error: { code: 'permission.refused', act: 'disclosure.change' },
    })
    expect(await entriesOf(ctx)).toEqual([])
  })
})
