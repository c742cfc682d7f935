import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, ORIGIN } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anEvidenceLink } from '../../../../tests/support/evidence-builders.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../tests/support/working-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { countEvidenceUses } from '../../evidence/index.server.ts'
import { listComments } from './comments/comments.queries.server.ts'
import { doneToMeasure } from './measure-acts.server.ts'
import { findMeasurePage } from './measure-page.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function aScene() {
  const ctx = await anAgency(database)
  const unitId = await aUnit(ctx, 'CSR')
  const cycleId = await anOpenYear(ctx)
  const issueId = await anIssueAtWork(ctx, { cycleId })
  const measureId = await aMeasureAtWork(ctx, { cycleId, issueId, unitIds: [unitId] })
  const role = { role: 'unit-owner', unitId } as const
  const owner = as(ctx, (await aPerson(ctx, role)).id, [role])
  const auditor = as(ctx, (await aPerson(ctx, { role: 'auditor' })).id, ['auditor'])
  return { ctx, owner, auditor, measureId }
}

const send = (ctx: Ctx, measureId: string, fields: readonly (readonly [string, string])[]) => {
  const sent = new FormData()
  for (const [name, value] of fields) sent.append(name, value)
  return doneToMeasure(ctx, { measureId, sent, fiscalYear: 2568, catalogue: loadCatalogue(), origin: ORIGIN })
}

describe('the forms of the page of a measure', () => {
  it('evidence is attached by who reports, once, and then handing in asks for no confirmation', async () => {
    const { ctx, owner, auditor, measureId } = await aScene()
    const evidenceId = await anEvidenceLink(owner)
    const attach = [
      ['act', 'attach'],
      ['evidenceId', evidenceId],
      ['evidenceId', evidenceId],
    ] as const
    expect(await send(auditor, measureId, attach)).toMatchObject({ error: { code: 'permission.refused' } })
    expect(await send(owner, measureId, attach)).toEqual({ ok: true, value: 'attached' })
    const uses = () => countEvidenceUses(ctx, { kind: 'measure', ids: [measureId] })
    expect((await uses()).get(measureId)).toBe(1)
    const submit = [
      ['act', 'submit'],
      ['seenVersion', '1'],
      ['seenStep', ''],
      ['summary', 'ทำแล้ว'],
    ] as const
    expect(await send(owner, measureId, submit)).toEqual({ ok: true, value: 'submitted' })
    expect(
      await send(owner, measureId, [
        ['act', 'detach'],
        ['evidenceId', evidenceId],
      ]),
    ).toEqual({ ok: true, value: 'detached' })
    expect((await uses()).size).toBe(0)
  })

  it('a citation that no framework has is named, and nothing is saved', async () => {
    const { ctx, owner, measureId } = await aScene()
    expect(
      await send(owner, measureId, [
        ['act', 'save-summary'],
        ['seenVersion', '1'],
        ['summary', 'ตาม [[o99]] และ [[2567:i99]]'],
      ]),
    ).toMatchObject({ error: { code: 'citation.unknown-item', unknown: ['2568:o99', '2567:i99'] } })
    expect((await findMeasurePage(ctx, measureId))?.measure.version).toBe(1)
  })

  it('where the version of another was chosen, the summary stays as it is', async () => {
    const { ctx, owner, measureId } = await aScene()
    const save = (more: readonly (readonly [string, string])[]) =>
      send(owner, measureId, [['act', 'save-summary'], ...more])
    expect(
      await save([
        ['seenVersion', '1'],
        ['summary', 'ของเขา'],
      ]),
    ).toEqual({ ok: true, value: 'saved' })
    expect(
      await save([
        ['seenVersion', '1'],
        ['summary', 'ของฉัน'],
      ]),
    ).toMatchObject({ error: { code: 'edit.clash' } })
    expect(
      await save([
        ['seenVersion', '2'],
        ['summary', 'ของฉัน'],
        ['choice.summary', 'theirs'],
      ]),
    ).toEqual({ ok: true, value: 'same' })
    expect((await findMeasurePage(ctx, measureId))?.measure.facts.summary).toMatchObject({
      value: [{ runs: [{ text: 'ของเขา' }] }],
    })
  })

  it('what no text can hold is left out, of new texts what nobody can see too, and a version to come is the present one', async () => {
    const { ctx, owner, measureId } = await aScene()
    const unseen = 'ทำ\0แล้ว\u202e\u200b'
    const said = [
      [
        ['act', 'save-summary'],
        ['seenVersion', '99999999999999999999'],
        ['summary', unseen],
      ],
      [
        ['act', 'add-progress'],
        ['progress', unseen],
        ['happenedOn', ''],
      ],
      [
        ['act', 'comment'],
        ['comment', unseen],
      ],
    ] as const
    for (const fields of said) expect(await send(owner, measureId, fields)).toMatchObject({ ok: true })
    const page = await findMeasurePage(ctx, measureId)
    expect(page?.measure.facts.summary).toMatchObject({
      value: [{ runs: [{ text: 'ทำแล้ว\u202e\u200b' }] }],
    })
    expect(page?.progress).toMatchObject([{ text: [{ runs: [{ text: 'ทำแล้ว' }] }] }])
    expect(await listComments(ctx, { measureId })).toMatchObject([{ parts: [{ text: 'ทำแล้ว' }] }])
  })

  it('a reason or an answer that no letter could hold is refused', async () => {
    const { ctx, owner, measureId } = await aScene()
    const long = 'ก'.repeat(20_001)
    const submit = (answer: string) =>
      send(owner, measureId, [
        ['act', 'submit'],
        ['seenVersion', '1'],
        ['seenStep', ''],
        ['summary', 'ทำแล้ว'],
        ['answer', answer],
        ['confirmed', 'on'],
      ])
    expect(await submit(long)).toMatchObject({ error: { code: 'text.too-long' } })
    expect(await submit('แก้แล้ว')).toMatchObject({ ok: true })
    const coordinator = as(ctx, (await aPerson(ctx, { role: 'ita-coordinator' })).id, ['ita-coordinator'])
    for (const act of ['return', 'reopen'])
      expect(
        await send(coordinator, measureId, [
          ['act', act],
          ['seenStep', ''],
          ['reason', long],
        ]),
      ).toMatchObject({ error: { code: 'text.too-long' } })
  })

  it('a progress day is read as people write it; what is no day, and an act that there is not, are refused', async () => {
    const { ctx, owner, measureId } = await aScene()
    const add = (happenedOn: string) =>
      send(owner, measureId, [
        ['act', 'add-progress'],
        ['progress', 'ประชุม'],
        ['happenedOn', happenedOn],
      ])
    expect(await add('๓๐ ก.ย. ๒๕๖๗')).toEqual({ ok: true, value: 'progress-added' })
    expect(await add('')).toEqual({ ok: true, value: 'progress-added' })
    expect(await add('เมื่อวาน')).toMatchObject({ error: { code: 'progress.bad-day' } })
    expect((await findMeasurePage(ctx, measureId))?.progress.map(({ happenedOn }) => happenedOn)).toEqual([
      '2024-10-01',
      '2024-09-30',
    ])
    expect(await send(owner, measureId, [['act', 'sell']])).toMatchObject({ error: { code: 'act.unknown' } })
  })
})
