import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
  measureFacts,
} from '../../../../tests/support/working-builders.ts'
import { changedMiddle } from '../../../kernel/changed-middle.ts'
import { aValue, missing } from '../../../kernel/field.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { findWorkNames } from '../work-names.queries.server.ts'
import { writeChanges } from '../working/field-change.repo.server.ts'
import { insertOutcome, setRemoved } from '../working/working.repo.server.ts'
import type { MeasureFacts } from '../working/working-cycle.domain.ts'
import { listChanges } from './changes.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function aScene() {
  const ctx = await anAgency(database)
  const unitId = await aUnit(ctx, 'CSR')
  const cycleId = await anOpenYear(ctx)
  const issueId = await anIssueAtWork(ctx, { cycleId, title: 'การให้บริการ' })
  const measureId = await aMeasureAtWork(ctx, { cycleId, issueId, unitIds: [unitId] })
  const person = await aPerson(ctx, { name: 'สมศรี' })
  return { ctx: as(ctx, person.id, ['ita-coordinator']), unitId, issueId, measureId, personId: person.id }
}

const change = (
  ctx: Ctx,
  objectId: string,
  version: number,
  before: MeasureFacts,
  after: Partial<MeasureFacts>,
) =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    writeChanges(tx, {
      agencyId: ctx.agency.id,
      kind: 'measure',
      objectId,
      version,
      fields: Object.keys(after) as (keyof MeasureFacts & string)[],
      before,
      after: { ...before, ...after },
      actor: ctx.actor,
      at: ctx.now(),
    }),
  )

describe('the history of a measure', () => {
  it('tells each field in words, before and after, by whom', async () => {
    const { ctx, unitId, measureId, personId } = await aScene()
    await change(ctx, measureId, 2, measureFacts({ kind: 'policy' }), {
      kind: 'training',
      unitIds: [unitId],
      personIds: [personId],
      budget: aValue('12500'),
      dueDay: '2025-03-31',
      period: { state: 'none', declaredBy: 'ก', declaredOn: '2024-10-01' },
    })
    const th = await listChanges(ctx, { kind: 'measure', objectId: measureId, page: 1, lang: 'th' })
    expect(th.changes).toMatchObject([
      {
        byName: 'ผู้ทำงาน ตัวอย่าง',
        fields: [
          { field: 'ประเภทของมาตรการ', before: 'กฎ ระเบียบ และนโยบาย', after: 'การอบรมและสร้างความเข้าใจ' },
          { field: 'ส่วนงานผู้รับผิดชอบ', before: '', after: 'CSR ส่วน CSR' },
          { after: 'สมศรี' },
          { after: '12500 บาท' },
          { after: '31 มีนาคม 2568' },
          { before: '', after: 'ไม่มี (ระบุโดย ก เมื่อ 1 ตุลาคม 2567)' },
        ],
      },
    ])
    const en = await listChanges(ctx, { kind: 'measure', objectId: measureId, page: 1, lang: 'en' })
    expect(en.changes[0]?.fields.at(-1)?.after).toBe('None (declared by ก on 1 October 2024 (B.E. 2567))')
  })

  it('many changes come page by page, the newest first', async () => {
    const { ctx, measureId } = await aScene()
    for (let version = 2; version <= 62; version += 1)
      await change(ctx, measureId, version, measureFacts({ summary: missing }), {
        summary: aValue(plain(`ครั้งที่ ${version}`)),
      })
    const [first, second] = await Promise.all(
      [1, 2].map((page) => listChanges(ctx, { kind: 'measure', objectId: measureId, page, lang: 'th' })),
    )
    expect([first?.pages, first?.changes.length, second?.changes.length]).toEqual([2, 50, 11])
    expect(first?.changes[0]?.fields[0]?.after).toBe('ครั้งที่ 62')
    expect(
      (await listChanges(ctx, { kind: 'measure', objectId: measureId, page: 99, lang: 'th' })).page,
    ).toBe(2)
  })

  it('another agency reads nothing of it', async () => {
    const { ctx, measureId } = await aScene()
    await change(ctx, measureId, 2, measureFacts(), { expectedEvidence: 'ภาพ' })
    const other = await aScene()
    const asked = { kind: 'measure', page: 1, lang: 'th' } as const
    expect((await listChanges(other.ctx, { ...asked, objectId: measureId })).changes).toEqual([])
    expect((await listChanges(other.ctx, { ...asked, objectId: 'x' })).changes).toEqual([])
  })
})

describe('the history of an issue', () => {
  it('holds that of its measures and outcomes, by what they are called, the removed ones too', async () => {
    const { ctx, issueId, measureId } = await aScene()
    await change(ctx, measureId, 2, measureFacts(), { expectedEvidence: 'ภาพ' })
    const agencyId = ctx.agency.id
    await withAgency(ctx.db, agencyId, async (tx) => {
      const facts = { covers: [measureId], text: aValue(plain('ดีขึ้น')), facts: [], picked: [] }
      const outcomeId = await insertOutcome(tx, { agencyId, issueId, position: 1, facts })
      await writeChanges(tx, {
        agencyId,
        kind: 'outcome',
        objectId: outcomeId,
        version: 2,
        fields: ['covers'],
        before: { ...facts, covers: [] },
        after: facts,
        actor: ctx.actor,
        at: ctx.now(),
      })
    })
    const listed = () => listChanges(ctx, { kind: 'issue', objectId: issueId, page: 1, lang: 'th' })
    expect((await listed()).changes).toMatchObject([
      { object: 'ผลลัพธ์ ดีขึ้น', fields: [{ before: '', after: 'มาตรการ 1.1 จัดทำมาตรการทดสอบ' }] },
      { object: 'มาตรการ 1.1 จัดทำมาตรการทดสอบ', fields: [{ after: 'ภาพ' }] },
    ])
    await withAgency(ctx.db, agencyId, (tx) =>
      setRemoved(tx, 'measure', { agencyId, id: measureId }, ctx.now()),
    )
    expect((await listed()).changes[1]?.object).toBe('มาตรการ จัดทำมาตรการทดสอบ (นำออกแล้ว)')
  })
})

describe('names of what evidence proves', () => {
  it('are given with their address; what is gone, or of another agency, is left out', async () => {
    const { ctx, issueId, measureId } = await aScene()
    const other = await aScene()
    const uses = [
      { kind: 'measure', id: measureId },
      { kind: 'issue', id: issueId },
      { kind: 'outcome', id: issueId },
      { kind: 'measure', id: other.measureId },
      { kind: 'measure', id: 'x' },
    ] as const
    expect(Object.fromEntries(await findWorkNames(ctx, uses, 'th'))).toEqual({
      [`measure ${measureId}`]: {
        title: 'มาตรการ 1.1 จัดทำมาตรการทดสอบ',
        part: `measures/${measureId}`,
      },
      [`issue ${issueId}`]: { title: 'ประเด็นที่ 1 การให้บริการ', part: `issues/${issueId}` },
    })
  })
})

describe('where two texts differ', () => {
  it('the parts put together are the texts', () => {
    const thai = fc.string({ unit: fc.constantFrom('ก', 'ิ', '่', 'า', ' ', 'e', '́', '1', ',') })
    fc.assert(
      fc.property(thai, thai, (a, b) => {
        const { head, before, after, tail } = changedMiddle(a, b)
        expect([head + before + tail, head + after + tail]).toEqual([a, b])
      }),
    )
  })

  it('a number is another number as a whole', () => {
    expect(changedMiddle('มี 214 คน', 'มี 250 คน')).toEqual({
      head: 'มี ',
      before: '214',
      after: '250',
      tail: ' คน',
    })
  })

  it('a tone mark stays with the letter that it stands on', () => {
    expect(changedMiddle('ก่อน', 'ก้อน')).toEqual({ head: '', before: 'ก่', after: 'ก้', tail: 'อน' })
  })
})
