import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aMeasureAtWork, anIssueAtWork, anOpenYear } from '../../../../tests/support/working-builders.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { findWorkingCycle } from '../working/working-cycle.queries.server.ts'
import { addIssue } from './usecases/add-issue.server.ts'
import { changeIssue } from './usecases/change-issue.server.ts'
import { moveIssue } from './usecases/move-issue.server.ts'
import { removeIssue, restoreIssue } from './usecases/remove-issue.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function coordinator() {
  const ctx = await anAgency(database)
  const cycleId = await anOpenYear(ctx)
  const { id } = await aPerson(ctx)
  return { ctx: as(ctx, id, ['ita-coordinator']), cycleId }
}

async function added(ctx: Ctx, title: string) {
  const result = await addIssue(ctx, { fiscalYear: 2568, typed: { title } })
  return result.ok ? result.value : expect.fail(result.error.code)
}

const issuesOf = async (ctx: Ctx) => (await findWorkingCycle(ctx, 2568))?.issues ?? []
const titlesOf = async (ctx: Ctx) => (await issuesOf(ctx)).map(({ facts }) => facts.title)

describe('issues of a year', () => {
  it('stand in the order in which they were added, with what was typed of them', async () => {
    const { ctx } = await coordinator()
    const typed = {
      title: '  การ\u200bสื่อสาร ',
      listedTitle: '',
      analysis: 'คะแนน [[i1-i2]] ต่ำ\r\n\r\n- ก\r\n- ข\u0007',
      limitations: ['', 'ผู้ตอบน้อย', ' '],
    }
    expect(await addIssue(ctx, { fiscalYear: 2568, typed })).toMatchObject({ ok: true })
    await added(ctx, 'สอง')
    const [first, second] = await issuesOf(ctx)
    expect(first).toMatchObject({
      number: 1,
      version: 1,
      facts: { title: 'การสื่อสาร', listedTitle: null, limitations: [plain('ผู้ตอบน้อย')] },
    })
    expect(first?.facts.analysis).toEqual([
      {
        kind: 'paragraph',
        runs: [{ text: 'คะแนน ' }, { text: 'i1-i2', cites: ['2567:i1', '2567:i2'] }, { text: ' ต่ำ' }],
      },
      { kind: 'list', ordered: false, items: ['ก', 'ข'].map((text) => ({ level: 1, runs: [{ text }] })) },
    ])
    expect(second).toMatchObject({ number: 2, facts: { title: 'สอง' } })
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual(['issue.added', 'issue.added'])
  })

  it('that are sent twice from one form are added once, unless something else was written in it', async () => {
    const { ctx } = await coordinator()
    const formKey = randomUUID()
    const send = (title: string) =>
      addIssue(ctx, { fiscalYear: 2568, typed: { title, analysis: 'คะแนน [[i1]] ต่ำ' }, formKey })
    const [one, two] = await Promise.all([send('หนึ่ง'), send('หนึ่ง')])
    expect(one).toMatchObject({ ok: true })
    expect(two).toEqual(one)
    expect(await titlesOf(ctx)).toEqual(['หนึ่ง'])
    expect(await auditOf(database, ctx)).toHaveLength(1)
    expect(await send('สอง')).toMatchObject({ ok: true })
    expect(await titlesOf(ctx)).toEqual(['หนึ่ง', 'สอง'])
  })

  it('are refused with every fault at its field, and nothing is kept then', async () => {
    const { ctx } = await coordinator()
    const typed = { title: ' ', analysis: '[[i99]] [[2566:o99]]', limitations: ['ก', '[[e99]]'] }
    expect(await addIssue(ctx, { fiscalYear: 2568, typed })).toEqual({
      ok: false,
      error: {
        code: 'issue.faults',
        faults: [
          { field: 'title', code: 'issue.no-title', detail: '' },
          { field: 'analysis', code: 'citation.unknown-item', detail: '2567:i99, 2566:o99' },
          { field: 'limitation-1', code: 'citation.unknown-item', detail: '2567:e99' },
        ],
      },
    })
    expect(
      await addIssue(ctx, { fiscalYear: 2568, typed: { title: 'ก', analysis: 'ก'.repeat(50_001) } }),
    ).toMatchObject({ error: { faults: [{ field: 'analysis', code: 'issue.long-text' }] } })
    expect(await addIssue(ctx, { fiscalYear: 2560, typed: { title: 'ก' } })).toMatchObject({
      error: { code: 'cycle.unknown' },
    })
    expect(await issuesOf(ctx)).toEqual([])
  })

  it('change by who may, and what is the same is no change', async () => {
    const { ctx } = await coordinator()
    const issueId = await added(ctx, 'หนึ่ง')
    const change = (seenVersion: number, typed: object) => changeIssue(ctx, { issueId, seenVersion, typed })
    expect(await change(1, { title: 'หนึ่ง', analysis: 'ข้อ O14 และ (i1)' })).toEqual({
      ok: true,
      value: ['analysis'],
    })
    expect(await change(2, { title: 'หนึ่ง', analysis: 'ข้อ [[O14]] และ ([[i1]])' })).toEqual({
      ok: true,
      value: [],
    })
    expect(await change(2, { limitations: ['ก', 'ข'] })).toEqual({ ok: true, value: ['limitations'] })
    expect((await issuesOf(ctx))[0]).toMatchObject({ version: 3 })
    const { id } = await aPerson(ctx)
    for (const role of ['administrator', 'unit-owner', 'executive', 'auditor'] as const)
      expect(
        await changeIssue(as(ctx, id, [role]), { issueId, seenVersion: 3, typed: { title: 'ก' } }),
      ).toMatchObject({
        error: { code: 'permission.refused', act: 'issue.change' },
      })
  })

  it('what another changed meanwhile is told with both sides, and other fields are put together', async () => {
    const { ctx } = await coordinator()
    const issueId = await added(ctx, 'หนึ่ง')
    const change = (typed: object) => changeIssue(ctx, { issueId, seenVersion: 1, typed })
    await change({ title: 'หนึ่ง ก', analysis: '' })
    expect(await change({ title: 'หนึ่ง', analysis: 'ผล' })).toEqual({ ok: true, value: ['analysis'] })
    expect(await change({ title: 'หนึ่ง', analysis: 'ผลอื่น' })).toMatchObject({
      error: { code: 'edit.clash', version: 3, clashes: [{ field: 'analysis', theirs: plain('ผล') }] },
    })
    expect((await issuesOf(ctx))[0]?.facts).toMatchObject({ title: 'หนึ่ง ก', analysis: plain('ผล') })
  })

  it('move one place at a time, and no farther than the end', async () => {
    const { ctx } = await coordinator()
    const ids = [await added(ctx, 'ก'), await added(ctx, 'ข'), await added(ctx, 'ค')]
    const move = (at: number, towards: 'up' | 'down') => moveIssue(ctx, { issueId: ids[at] ?? '', towards })
    expect(await move(2, 'up')).toEqual({ ok: true, value: true })
    expect(await titlesOf(ctx)).toEqual(['ก', 'ค', 'ข'])
    expect(await move(0, 'up')).toEqual({ ok: true, value: false })
    expect(await move(0, 'down')).toEqual({ ok: true, value: true })
    expect(await titlesOf(ctx)).toEqual(['ค', 'ก', 'ข'])
  })

  it('many moves at once leave every issue in its own place', async () => {
    const { ctx } = await coordinator()
    const ids = await Promise.all(['ก', 'ข', 'ค', 'ง'].map((title) => added(ctx, title)))
    await Promise.all(
      ids.flatMap((issueId) =>
        (['up', 'down'] as const).map((towards) => moveIssue(ctx, { issueId, towards })),
      ),
    )
    expect((await titlesOf(ctx)).toSorted()).toEqual(['ก', 'ข', 'ค', 'ง'])
  })

  it('are taken out with what is in them, and come back to where they stood', async () => {
    const { ctx, cycleId } = await coordinator()
    const ids = [await added(ctx, 'ก'), await added(ctx, 'ข')]
    const issueId = ids[0] ?? ''
    await aMeasureAtWork(ctx, { cycleId, issueId })
    expect(await removeIssue(ctx, issueId)).toEqual({ ok: true, value: true })
    expect(await removeIssue(ctx, issueId)).toEqual({ ok: true, value: false })
    await added(ctx, 'ค')
    expect(await titlesOf(ctx)).toEqual(['ข', 'ค'])
    expect(await changeIssue(ctx, { issueId, seenVersion: 1, typed: { title: 'ง' } })).toMatchObject({
      error: { code: 'issue.unknown' },
    })
    expect(await moveIssue(ctx, { issueId, towards: 'down' })).toMatchObject({
      error: { code: 'issue.unknown' },
    })
    expect(await restoreIssue(ctx, issueId)).toEqual({ ok: true, value: true })
    expect(await restoreIssue(ctx, issueId)).toEqual({ ok: true, value: false })
    const issues = await issuesOf(ctx)
    expect(issues.map(({ facts, measures }) => [facts.title, measures.length])).toContainEqual(['ก', 1])
    expect(issues.at(-1)?.facts.title).toBe('ค')
  })

  it('of another agency are not there', async () => {
    const { ctx } = await coordinator()
    const issueId = await added(ctx, 'ก')
    const { ctx: other } = await coordinator()
    for (const id of [issueId, 'no identifier'])
      for (const act of [
        changeIssue(other, { issueId: id, seenVersion: 1, typed: { title: 'ข' } }),
        moveIssue(other, { issueId: id, towards: 'up' }),
        removeIssue(other, id),
        restoreIssue(other, id),
      ])
        expect(await act).toMatchObject({ error: { code: 'issue.unknown' } })
    expect(await titlesOf(ctx)).toEqual(['ก'])
  })

  it('that were imported stay letter for letter where nobody changed them', async () => {
    const { ctx, cycleId } = await coordinator()
    // Two runs that a form would join, and an item that no framework has.
    const analysis = [{ kind: 'paragraph' as const, runs: [{ text: 'ก' }, { text: 'ข (o99)' }] }]
    const issueId = await anIssueAtWork(ctx, { cycleId, title: 'ก', analysis })
    expect(
      await changeIssue(ctx, { issueId, seenVersion: 1, typed: { title: 'ข', analysis: 'กข (o99)\r\n' } }),
    ).toEqual({ ok: true, value: ['title'] })
    expect((await issuesOf(ctx))[0]?.facts.analysis).toEqual(analysis)
  })
})
