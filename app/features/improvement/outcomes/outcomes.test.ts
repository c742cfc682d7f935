import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../tests/support/working-builders.ts'
import { itemRef } from '../../../kernel/item-ref.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { listScores } from '../../assessments/index.server.ts'
import { saveScores } from '../../assessments/score.repo.server.ts'
import { findWorkingCycle } from '../working/working-cycle.queries.server.ts'
import { addOutcome } from './usecases/add-outcome.server.ts'
import { changeOutcome } from './usecases/change-outcome.server.ts'
import { removeOutcome, restoreOutcome } from './usecases/remove-outcome.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function anIssue() {
  const agency = await anAgency(database)
  const cycleId = await anOpenYear(agency)
  const issueId = await anIssueAtWork(agency, { cycleId })
  const units = [await aUnit(agency, 'CSR'), await aUnit(agency, 'DCM')]
  const measure = (position: number) =>
    aMeasureAtWork(agency, { cycleId, issueId, position, unitIds: [units[position - 1] ?? ''] })
  const measures = [await measure(1), await measure(2)] as const
  const { id } = await aPerson(agency)
  const owner = as(agency, id, [{ role: 'unit-owner', unitId: units[0] ?? null }])
  return { ctx: as(agency, id, ['ita-coordinator']), owner, issueId, measures, cycleId }
}

const outcomesOf = async (ctx: Ctx) => (await findWorkingCycle(ctx, 2568))?.issues[0]?.outcomes ?? []

async function added(ctx: Ctx, issueId: string, covers: readonly string[], more: object = {}) {
  const result = await addOutcome(ctx, { issueId, typed: { covers, text: 'ดีขึ้น', ...more } })
  return result.ok ? result.value : expect.fail(JSON.stringify(result.error))
}

/** Two results that the crosswalk joins. */
async function results(ctx: Ctx) {
  const planned = (year: number, value: string) => ({
    year,
    ref: itemRef(year, 'ind6'),
    value,
    nAnswered: null,
    nRequired: null,
    sheet: null,
    row: 2,
    kind: 'added' as const,
    was: null,
  })
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    saveScores(tx, {
      agencyId: ctx.agency.id,
      scores: [planned(2567, '92.79'), planned(2566, '86.57')],
      fileName: 'scores.csv',
      sha256: 'a'.repeat(64),
      catalogue: { hash: 'b'.repeat(64), frameworks: {} },
      sourceNote: null,
      at: ctx.now(),
      by: 'test',
    }),
  )
  return listScores(ctx)
}

describe('outcomes of an issue', () => {
  it('name the measures they cover in their order, and what is printed', async () => {
    const { ctx, issueId, measures } = await anIssue()
    const id = await added(ctx, issueId, [measures[1], measures[0]], { text: 'ดีขึ้น [[O14]]' })
    expect(await outcomesOf(ctx)).toEqual([
      {
        id,
        issueId,
        version: 1,
        facts: {
          covers: measures,
          text: {
            state: 'value',
            value: [{ kind: 'paragraph', runs: [{ text: 'ดีขึ้น ' }, { text: 'O14', cites: ['2568:O14'] }] }],
          },
          facts: [],
          picked: [],
        },
      },
    ])
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({ action: 'outcome.added', object_id: id })
  })

  it('keep a picked pair with the results it was picked from, and its quote from the text', async () => {
    const { ctx, issueId, measures } = await anIssue()
    const [after, before] = await results(ctx)
    await added(ctx, issueId, [measures[0]], {
      text: 'ก่อนอื่น\nคะแนนจาก 86.57 เป็น 92.79',
      addFact: { kind: 'score', afterScore: after?.id, beforeScore: before?.id },
    })
    expect((await outcomesOf(ctx))[0]?.facts).toMatchObject({
      facts: [
        {
          kind: 'score',
          before: { value: '86.57' },
          after: { value: '92.79' },
          quote: 'คะแนนจาก 86.57 เป็น 92.79',
        },
      ],
      picked: [{ before: before?.id, after: after?.id }],
    })
  })

  it('are refused with every fault at its field, and nothing is kept then', async () => {
    const { ctx, issueId } = await anIssue()
    const typed = { covers: [], text: '', addFact: { kind: 'percentage', label: 'ก' } }
    expect(await addOutcome(ctx, { issueId, typed })).toMatchObject({
      error: {
        faults: [
          { field: 'covers', code: 'outcome.covers-nothing' },
          { field: 'text', code: 'outcome.no-text' },
          { field: 'afterValue', code: 'fact.no-value' },
        ],
      },
    })
    expect(await addOutcome(ctx, { issueId, typed: { covers: ['x'], text: '[[e99]]' } })).toMatchObject({
      error: {
        faults: [{ code: 'outcome.unknown-measure' }, { code: 'citation.unknown-item', detail: '2568:e99' }],
      },
    })
    expect(await outcomesOf(ctx)).toEqual([])
  })

  it('may be declared none by somebody on a day, and then hold no text', async () => {
    const { ctx, issueId, measures } = await anIssue()
    const id = await added(ctx, issueId, [measures[0]], { text: '', textNone: true })
    expect((await outcomesOf(ctx))[0]?.facts.text).toEqual({
      state: 'none',
      declaredBy: 'ผู้ทำงาน ตัวอย่าง',
      declaredOn: '2024-10-01',
    })
    const change = (typed: object) => changeOutcome(ctx, { outcomeId: id, seenVersion: 1, typed })
    expect(await change({ text: '', textNone: true })).toEqual({ ok: true, value: [] })
    expect(await change({ text: 'ก', textNone: true })).toMatchObject({
      error: { faults: [{ code: 'outcome.both' }] },
    })
    expect(await change({ text: 'ก' })).toEqual({ ok: true, value: ['text'] })
  })

  it('have facts added to what stands now, and dropped only from the page that still stands', async () => {
    const { ctx, issueId, measures } = await anIssue()
    const outcomeId = await added(ctx, issueId, [measures[0]])
    const change = (seenVersion: number, typed: object) =>
      changeOutcome(ctx, { outcomeId, seenVersion, typed })
    const percent = (afterValue: string) => ({ addFact: { kind: 'percentage', label: 'ก', afterValue } })
    expect(await change(1, percent('80'))).toEqual({ ok: true, value: ['facts', 'picked'] })
    expect(await change(1, percent('90'))).toEqual({ ok: true, value: ['facts', 'picked'] })
    expect(await change(1, { dropFact: 0 })).toMatchObject({ error: { code: 'outcome.changed-since' } })
    expect(await change(3, { dropFact: 0 })).toEqual({ ok: true, value: ['facts', 'picked'] })
    expect(await outcomesOf(ctx)).toMatchObject([
      { version: 4, facts: { facts: [{ after: { value: '90' } }], picked: [null] } },
    ])
  })

  it('that two change at once are put together by field, or told with both sides', async () => {
    const { ctx, issueId, measures } = await anIssue()
    const outcomeId = await added(ctx, issueId, [measures[0]])
    const change = (typed: object) => changeOutcome(ctx, { outcomeId, seenVersion: 1, typed })
    expect(await change({ covers: measures, text: 'ดีขึ้น' })).toEqual({ ok: true, value: ['covers'] })
    expect(await change({ covers: [measures[0]], text: 'ดีมาก' })).toEqual({ ok: true, value: ['text'] })
    expect(await change({ text: 'ดี' })).toMatchObject({
      error: { code: 'edit.clash', clashes: [{ field: 'text', theirs: { value: plain('ดีมาก') } }] },
    })
    expect((await outcomesOf(ctx))[0]?.facts).toMatchObject({ covers: measures })
  })

  it('are changed by the owner of a covered measure, who decides for no measure of others', async () => {
    const { ctx, owner, issueId, measures } = await anIssue()
    const refused = { error: { code: 'permission.refused', act: 'outcome.change' } }
    const mine = await added(owner, issueId, [measures[0]])
    const theirs = await added(ctx, issueId, [measures[1]])
    const shared = await added(ctx, issueId, [...measures])
    const change = (outcomeId: string, typed: object) =>
      changeOutcome(owner, { outcomeId, seenVersion: 1, typed })
    expect(await change(mine, { covers: measures })).toMatchObject(refused)
    expect(await change(theirs, { text: 'ก' })).toMatchObject(refused)
    expect(await change(shared, { covers: [measures[0]] })).toMatchObject(refused)
    expect(await change(shared, { text: 'ก', covers: measures })).toEqual({ ok: true, value: ['text'] })
    expect(await change(shared, { covers: [measures[1]] })).toEqual({ ok: true, value: ['covers'] })
    expect(await removeOutcome(owner, theirs)).toMatchObject(refused)
    expect(await addOutcome(owner, { issueId, typed: { covers: [measures[1]], text: 'ก' } })).toMatchObject(
      refused,
    )
    expect(await addOutcome(owner, { issueId, typed: { covers: [], text: 'ก' } })).toMatchObject({
      error: { faults: [{ code: 'outcome.covers-nothing' }] },
    })
  })

  it('are taken out and come back', async () => {
    const { ctx, issueId, measures } = await anIssue()
    const id = await added(ctx, issueId, [measures[0]])
    expect(await removeOutcome(ctx, id)).toEqual({ ok: true, value: issueId })
    expect(await outcomesOf(ctx)).toEqual([])
    expect(await changeOutcome(ctx, { outcomeId: id, seenVersion: 1, typed: { text: 'ก' } })).toMatchObject({
      error: { code: 'outcome.unknown' },
    })
    expect(await restoreOutcome(ctx, id)).toEqual({ ok: true, value: issueId })
    expect((await outcomesOf(ctx)).map((outcome) => outcome.id)).toEqual([id])
    expect((await auditOf(database, ctx)).map(({ action }) => action).slice(-2)).toEqual([
      'outcome.removed',
      'outcome.restored',
    ])
  })

  it('of another agency are not there', async () => {
    const { ctx, issueId, measures } = await anIssue()
    const id = await added(ctx, issueId, [measures[0]])
    const { ctx: other } = await anIssue()
    expect(await addOutcome(other, { issueId, typed: { covers: [measures[0]], text: 'ก' } })).toMatchObject({
      error: { code: 'issue.unknown' },
    })
    for (const act of [
      changeOutcome(other, { outcomeId: id, seenVersion: 1, typed: { text: 'ข' } }),
      removeOutcome(other, id),
      restoreOutcome(other, 'no identifier'),
    ])
      expect(await act).toMatchObject({ error: { code: 'outcome.unknown' } })
  })
})
