import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { aPublishedReport, exampleRoster } from '../../../../../tests/support/example-at-work.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  reportFacts,
} from '../../../../../tests/support/working-builders.ts'
import type { ItemRef } from '../../../../kernel/item-ref.ts'
import { plain } from '../../../../kernel/rich-text.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { findWorkingCycle } from '../../working/working-cycle.queries.server.ts'
import { COPIED_PARTS, type CopyChoice } from '../copy-plan.domain.ts'
import { listYears, previewCopy } from '../years.queries.server.ts'
import { changeReportData } from './change-report-data.server.ts'
import { copyCycle } from './copy-cycle.server.ts'
import { openCycle } from './open-cycle.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const EVERYTHING: CopyChoice = { issues: 'all', parts: new Set(COPIED_PARTS) }

/** The keeper, a coordinator and an auditor of one agency. */
async function anOffice(): Promise<Readonly<{ ctx: Ctx; coordinator: Ctx; auditor: Ctx }>> {
  const ctx = await anAgency(database)
  const [one, other] = [await aPerson(ctx), await aPerson(ctx)]
  return {
    ctx,
    coordinator: as(ctx, one.id, ['ita-coordinator']),
    auditor: as(ctx, other.id, ['auditor']),
  }
}

const REFUSED = { ok: false, error: { code: 'permission.refused', act: 'cycle.change' } }

describe('opening a year', () => {
  it('gives it the year of the results, the item that asks for it and a drafted cover', async () => {
    const { ctx, coordinator } = await anOffice()
    await aPublishedReport(ctx)
    expect(await openCycle(coordinator, { fiscalYear: 2568 })).toMatchObject({ ok: true })
    const cycle = await findWorkingCycle(ctx, 2568)
    expect(cycle).toMatchObject({ version: 1, issues: [] })
    expect(cycle?.facts).toMatchObject({ resultsYear: 2567, answers: '2569:O26', units: null })
    expect(cycle?.facts.cover.agencyLine).toContain('สำนักงานพัฒนารัฐบาลดิจิทัล')
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'cycle.opened',
      object_id: cycle?.id,
      detail: { fiscalYear: 2568, resultsYear: 2567, answers: '2569:O26' },
    })
  })

  it('takes what was chosen instead, and refuses an item that no framework has', async () => {
    const { coordinator } = await anOffice()
    const input = { fiscalYear: 2568, resultsYear: 2566, answers: '2568:O28' }
    expect(await openCycle(coordinator, { ...input, answers: '2568:O99' })).toEqual({
      ok: false,
      error: { code: 'item.unknown' },
    })
    await openCycle(coordinator, input)
    expect((await findWorkingCycle(coordinator, 2568))?.facts).toMatchObject({
      resultsYear: 2566,
      answers: '2568:O28',
    })
  })

  it('of several at once one opens it, and the others are told', async () => {
    const { coordinator } = await anOffice()
    const opened = await Promise.all([1, 2, 3, 4].map(() => openCycle(coordinator, { fiscalYear: 2569 })))
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1)
    expect(opened.flatMap((result) => (result.ok ? [] : [result.error.code]))).toEqual(
      Array.from({ length: 3 }, () => 'year.open-already'),
    )
  })

  it('a year that cannot be is refused, and who has no role for it', async () => {
    const { coordinator, auditor } = await anOffice()
    expect(await openCycle(coordinator, { fiscalYear: 2024 })).toMatchObject({
      error: { code: 'year.unreadable' },
    })
    expect(await openCycle(auditor, { fiscalYear: 2568 })).toMatchObject(REFUSED)
    expect(await listYears(auditor)).toEqual([])
  })
})

describe('copying a year', () => {
  it('copies what was previewed, with where it comes from, and opens the new year', async () => {
    const { ctx, coordinator } = await anOffice()
    const cycleId = await anOpenYear(ctx, { fiscalYear: 2567 })
    const issueId = await anIssueAtWork(ctx, { cycleId, title: 'ประเด็นหนึ่ง', analysis: plain('ต่ำ') })
    const measureId = await aMeasureAtWork(ctx, { cycleId, issueId, state: 'done' })
    const preview = await previewCopy(ctx, { from: 2567, to: 2568, choice: EVERYTHING })
    expect(preview).toMatchObject({ from: 'work', isOpen: false })
    const copied = await copyCycle(coordinator, { from: 2567, to: 2568, choice: EVERYTHING })
    expect(copied).toMatchObject({ ok: true, value: { counts: preview?.plan.counts } })

    const cycle = await findWorkingCycle(ctx, 2568)
    expect(cycle?.facts).toMatchObject({ resultsYear: 2567, answers: '2569:O26' })
    expect(cycle?.issues[0]?.facts).toMatchObject({ title: 'ประเด็นหนึ่ง', analysis: plain('ต่ำ') })
    expect(cycle?.issues[0]?.measures[0]?.state).toBe('not-started')
    const { rows } = await database.owner.query(
      `select i.copied_from as issue, m.copied_from as measure from working_issue i
       join working_measure m on m.issue_id = i.id where i.cycle_id = $1`,
      [cycle?.id],
    )
    expect(rows).toEqual([{ issue: issueId, measure: measureId }])
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'cycle.copied',
      object_id: cycle?.id,
      detail: { from: 2567, fiscalYear: 2568, opened: true, issues: 1, measures: 1 },
    })
  })

  it('copies a published report of a year that was never at work', async () => {
    const { ctx, coordinator } = await anOffice()
    await exampleRoster(ctx)
    await aPublishedReport(ctx)
    const preview = await previewCopy(ctx, { from: 2567, to: 2568, choice: EVERYTHING })
    expect(preview).toMatchObject({
      from: 'publication',
      plan: { counts: { issues: 7, measures: 10, withOwners: 10, withPeriod: 10 } },
    })
    await copyCycle(coordinator, {
      from: 2567,
      to: 2568,
      choice: { issues: ['2', '7'], parts: new Set(['measures', 'owners', 'periods']) },
    })
    const cycle = await findWorkingCycle(ctx, 2568)
    expect(cycle?.issues.map(({ facts }) => facts.analysis)).toEqual([[], []])
    const measures = cycle?.issues.flatMap((issue) => issue.measures) ?? []
    expect(measures.every(({ units, dueOn }) => units.length > 0 && (dueOn ?? '') > '2024-09-30')).toBe(true)
    expect(measures.every(({ facts }) => facts.summary.state === 'missing')).toBe(true)
    expect(await findWorkingCycle(ctx, 2567)).toBeNull()
  })

  it('into an open year puts them behind what is there, and the same again copies nothing', async () => {
    const { ctx, coordinator } = await anOffice()
    const from = await anOpenYear(ctx, { fiscalYear: 2567 })
    for (const [index, title] of ['ก', 'ข'].entries())
      await anIssueAtWork(ctx, { cycleId: from, position: index + 1, title })
    const to = await anOpenYear(ctx, { fiscalYear: 2568 })
    await anIssueAtWork(ctx, { cycleId: to, position: 1, title: 'มีอยู่ก่อน' })
    const copy = () => copyCycle(coordinator, { from: 2567, to: 2568, choice: EVERYTHING })
    const copied = await Promise.all([copy(), copy()])
    expect(copied.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await copy()).toEqual({ ok: false, error: { code: 'copy.nothing-chosen' } })
    expect((await findWorkingCycle(ctx, 2568))?.issues.map(({ facts }) => facts.title)).toEqual([
      'มีอยู่ก่อน',
      'ก',
      'ข',
    ])
  })

  it('of nothing, into itself, by nobody who may, or across agencies it is refused', async () => {
    const { ctx, coordinator, auditor } = await anOffice()
    const copy = (as: Ctx, from: number, to: number, choice = EVERYTHING) =>
      copyCycle(as, { from, to, choice })
    expect(await copy(coordinator, 2567, 2568)).toMatchObject({ error: { code: 'year.nothing-to-copy' } })
    const cycleId = await anOpenYear(ctx, { fiscalYear: 2567 })
    await anIssueAtWork(ctx, { cycleId })
    expect(await copy(coordinator, 2567, 2567)).toMatchObject({ error: { code: 'year.same' } })
    expect(await copy(coordinator, 2567, 2568, { ...EVERYTHING, issues: [] })).toMatchObject({
      error: { code: 'copy.nothing-chosen' },
    })
    expect(await copy(auditor, 2567, 2568)).toMatchObject(REFUSED)
    const stranger = await anOffice()
    expect(await copy(stranger.coordinator, 2567, 2568)).toMatchObject({
      error: { code: 'year.nothing-to-copy' },
    })
    expect((await listYears(ctx)).map(({ fiscalYear }) => fiscalYear)).toEqual([2567])
  })
})

describe('what the report says besides its issues', () => {
  const change = (ctx: Ctx, facts: object, seenVersion = 1) =>
    changeReportData(ctx, { fiscalYear: 2568, seenVersion, facts })

  it('is saved field by field; the same again is no change', async () => {
    const { ctx, coordinator } = await anOffice()
    await anOpenYear(ctx)
    const { cover } = reportFacts()
    expect(await change(coordinator, { cover: { ...cover, title: 'ใหม่' } })).toEqual({
      ok: true,
      value: true,
    })
    expect(await change(coordinator, { background: plain('ที่มา'), resultsYear: 2566 })).toEqual({
      ok: true,
      value: true,
    })
    expect(await change(coordinator, { background: plain('ที่มา') }, 3)).toEqual({ ok: true, value: false })
    const cycle = await findWorkingCycle(ctx, 2568)
    expect(cycle).toMatchObject({ version: 3, facts: { resultsYear: 2566, background: plain('ที่มา') } })
    expect(cycle?.facts.cover.title).toBe('ใหม่')
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'cycle.changed',
      detail: { fields: 'background, resultsYear', version: 3 },
    })
  })

  it('the second of two who changed the same is shown both', async () => {
    const { ctx, coordinator } = await anOffice()
    await anOpenYear(ctx)
    const texts = ['ก', 'ข', 'ค']
    const changed = await Promise.all(texts.map((text) => change(coordinator, { background: plain(text) })))
    expect(changed.filter(({ ok }) => ok)).toHaveLength(1)
    const clash = changed.find((result) => !result.ok)
    expect(clash).toMatchObject({
      error: { code: 'edit.clash', clashes: [{ field: 'background', seen: [] }] },
    })
  })

  it('refuses a cover without its lines, an unknown item, a year that is not open, and who may not', async () => {
    const { ctx, coordinator, auditor } = await anOffice()
    expect(await change(coordinator, {})).toMatchObject({ error: { code: 'year.not-open' } })
    await anOpenYear(ctx)
    const { cover } = reportFacts()
    for (const [line, code] of [
      ['title', 'cover.no-title'],
      ['agencyLine', 'cover.no-agency-line'],
      ['yearLine', 'cover.no-year-line'],
    ] as const)
      expect(await change(coordinator, { cover: { ...cover, [line]: ' ' } })).toEqual({
        ok: false,
        error: { code },
      })
    expect(await change(coordinator, { answers: '2568:O99' as ItemRef })).toMatchObject({
      error: { code: 'item.unknown' },
    })
    expect(await change(coordinator, { resultsYear: 99 })).toMatchObject({
      error: { code: 'year.unreadable' },
    })
    expect(await change(auditor, { resultsYear: 2566 })).toMatchObject(REFUSED)
  })
})

describe('the list of years', () => {
  it('says what each year holds, how far it is, and what is published of it', async () => {
    const { ctx } = await anOffice()
    await aPublishedReport(ctx)
    const cycleId = await anOpenYear(ctx, { fiscalYear: 2568 })
    const issueId = await anIssueAtWork(ctx, { cycleId })
    const states = ['done', 'in-review', 'working', 'not-started'] as const
    for (const [index, state] of states.entries())
      await aMeasureAtWork(ctx, { cycleId, issueId, position: index + 1, state, dueDay: '2024-09-30' })
    expect(await listYears(ctx)).toEqual([
      {
        fiscalYear: 2568,
        work: { issues: 1, measures: 4, done: 1, inReview: 1, late: 2 },
        isSaved: false,
        published: null,
        isPublishedAsIs: null,
      },
      {
        fiscalYear: 2567,
        work: null,
        isSaved: true,
        published: { version: 1, at: ctx.now() },
        isPublishedAsIs: null,
      },
    ])
  })
})
