import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf, ORIGIN } from '../../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../../tests/support/database.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../../../tests/support/working-builders.ts'
import type { Ctx } from '../../../../../platform/ctx.server.ts'
import { listComments, listMentionable } from '../comments.queries.server.ts'
import { withdrawComment } from './withdraw-comment.server.ts'
import { LONGEST_COMMENT, writeComment } from './write-comment.server.ts'

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
  const owner = await aPerson(ctx, { name: 'สมศรี เจ้าของ', email: 'o@a.example', role: 'unit-owner', unitId })
  const coordinator = await aPerson(ctx, { name: 'ประสาน ดี', email: 'c@a.example', role: 'ita-coordinator' })
  const boss = await aPerson(ctx, { name: 'ผู้บริหาร สูง', email: 'b@a.example', role: 'executive' })
  return {
    ctx,
    issueId,
    measureId,
    ids: { owner: owner.id, coordinator: coordinator.id, boss: boss.id },
    owner: as(ctx, owner.id, [{ role: 'unit-owner', unitId }]),
    coordinator: as(ctx, coordinator.id, ['ita-coordinator']),
    boss: as(ctx, boss.id, ['executive']),
  }
}

const told = async (ctx: Ctx) =>
  (
    await database.owner.query<{ person_id: string; kind: string; part: string }>(
      'select person_id, kind, part from notice where agency_id = $1 order by kind, person_id',
      [ctx.agency.id],
    )
  ).rows
const mailed = async (ctx: Ctx) =>
  (
    await database.owner.query<{ to_address: string; kind: string; text_body: string }>(
      'select to_address, kind, text_body from mail_outbox where agency_id = $1',
      [ctx.agency.id],
    )
  ).rows
const write = (ctx: Ctx, place: { issueId: string } | { measureId: string }, text: string, toId?: string) =>
  writeComment(ctx, { place, text, toId: toId ?? null, origin: ORIGIN })

describe('a comment', () => {
  it('tells who is named in it by the bell and by mail, and the others concerned by the bell', async () => {
    const { ctx, measureId, owner, ids } = await aScene()
    expect(await write(owner, { measureId }, 'ขอให้ @ผู้บริหาร สูง ลงนาม')).toMatchObject({ ok: true })
    expect(await told(ctx)).toEqual([
      { person_id: ids.boss, kind: 'comment.mentioned', part: `measures/${measureId}` },
      { person_id: ids.coordinator, kind: 'comment.written', part: `measures/${measureId}` },
    ])
    const mail = await mailed(ctx)
    expect(mail.map(({ to_address, kind }) => [to_address, kind])).toEqual([
      ['b@a.example', 'comment-mentioned'],
    ])
    expect(mail[0]?.text_body).toContain('ลงนาม')
    expect(await listComments(ctx, { measureId })).toMatchObject([
      { byName: 'ผู้ทำงาน ตัวอย่าง', toNames: ['ผู้บริหาร สูง'], withdrawnAt: null },
    ])
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual(['comment.written'])
  })

  it('without a script its reader is chosen from a list, and one who is named twice is told once', async () => {
    const { ctx, issueId, coordinator, ids } = await aScene()
    expect(await write(coordinator, { issueId }, 'ดูด้วย @สมศรี เจ้าของ', ids.owner)).toMatchObject({ ok: true })
    expect(await told(ctx)).toEqual([
      { person_id: ids.owner, kind: 'comment.mentioned', part: `issues/${issueId}` },
    ])
    expect((await mailed(ctx)).map(({ to_address }) => to_address)).toEqual(['o@a.example'])
  })

  it('who names themselves is not told, and a disabled person is nobody', async () => {
    const { ctx, measureId, coordinator, ids } = await aScene()
    await database.owner.query('update person set disabled_at = now() where id = $1', [ids.boss])
    await write(coordinator, { measureId }, '@ประสาน ดี @ผู้บริหาร สูง', ids.boss)
    expect(await told(ctx)).toEqual([
      { person_id: ids.owner, kind: 'comment.written', part: `measures/${measureId}` },
    ])
    expect(await mailed(ctx)).toEqual([])
    expect((await listMentionable(ctx)).map(({ name }) => name)).toEqual(['ประสาน ดี', 'สมศรี เจ้าของ'])
  })

  it('that is empty, too long, or on nothing is refused', async () => {
    const { ctx, measureId, owner } = await aScene()
    expect(await write(owner, { measureId }, '  \n ')).toMatchObject({ error: { code: 'comment.no-text' } })
    expect(await write(owner, { measureId }, 'ก'.repeat(LONGEST_COMMENT + 1))).toMatchObject({
      error: { code: 'comment.too-long' },
    })
    const elsewhere = await aScene()
    expect(await write(owner, { measureId: elsewhere.measureId }, 'ข้ามหน่วยงาน')).toMatchObject({
      error: { code: 'measure.unknown' },
    })
    expect(await write(owner, { issueId: 'x' }, 'ไม่มี')).toMatchObject({ error: { code: 'measure.unknown' } })
    expect([await told(ctx), await listComments(ctx, { measureId: elsewhere.measureId })]).toEqual([[], []])
  })

  it('is withdrawn by who wrote it or a coordinator, and what it said is not shown any more', async () => {
    const { ctx, measureId, owner, boss, coordinator } = await aScene()
    const place = { measureId }
    const ids = []
    for (const text of ['หนึ่ง', 'สอง']) {
      const written = await write(owner, place, text)
      ids.push(written.ok ? written.value : '')
    }
    const [first = '', second = ''] = ids
    expect(await withdrawComment(boss, { place, commentId: first })).toMatchObject({
      error: { code: 'permission.refused', act: 'comment.withdraw' },
    })
    expect(await withdrawComment(owner, { place, commentId: first })).toMatchObject({ ok: true })
    expect(await withdrawComment(owner, { place, commentId: first })).toMatchObject({
      error: { code: 'comment.unknown' },
    })
    expect(await withdrawComment(coordinator, { place, commentId: second })).toMatchObject({ ok: true })
    const listed = await listComments(ctx, place)
    expect(listed.map(({ parts, withdrawnAt }) => [parts, withdrawnAt !== null])).toEqual([
      [[], true],
      [[], true],
    ])
  })

  it('leaves the bell of everybody when it is withdrawn, alone; a letter that was sent stays', async () => {
    const { ctx, measureId, owner, coordinator, ids } = await aScene()
    const place = { measureId }
    const written = await write(owner, place, 'ความลับ @ผู้บริหาร สูง')
    await write(coordinator, place, 'อีกความเห็น')
    expect(await told(ctx)).toHaveLength(3)
    const commentId = written.ok ? written.value : ''
    expect(await withdrawComment(owner, { place, commentId })).toMatchObject({ ok: true })
    expect((await told(ctx)).map(({ person_id }) => person_id)).toEqual([ids.owner])
    expect(await mailed(ctx)).toHaveLength(1)
  })

  it('a comment of another place or agency cannot be withdrawn from here', async () => {
    const { measureId, issueId, owner, coordinator } = await aScene()
    const written = await write(owner, { measureId }, 'ที่นี่')
    const commentId = written.ok ? written.value : ''
    expect(await withdrawComment(coordinator, { place: { issueId }, commentId })).toMatchObject({
      error: { code: 'comment.unknown' },
    })
    const other = await aScene()
    expect(await withdrawComment(other.coordinator, { place: { measureId }, commentId })).toMatchObject({
      error: { code: 'comment.unknown' },
    })
  })
})
