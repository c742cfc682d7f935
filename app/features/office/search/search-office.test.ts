import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, as } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aTicket, deskTools } from '../../../../tests/support/desk-builders.ts'
import { aMeasureAtWork, anIssueAtWork, anOpenYear } from '../../../../tests/support/working-builders.ts'
import { aValue } from '../../../kernel/field.ts'
import type { Result } from '../../../kernel/result.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { addAgendaItem, addBody, addMeeting } from '../../approvals/index.server.ts'
import { insertEvidence } from '../../evidence/evidence.repo.server.ts'
import { pagesFound, shownHit } from './office-hits.domain.ts'
import { searchOffice } from './search-office.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function work() {
  const ctx = await anAgency(database)
  const cycleId = await anOpenYear(ctx)
  const issueId = await anIssueAtWork(ctx, {
    cycleId,
    title: 'การให้บริการ',
    analysis: plain('เรื่องของขวัญที่ผู้รับบริการให้'),
  })
  const measureId = await aMeasureAtWork(ctx, { cycleId, issueId, text: aValue(plain('ประกาศไม่รับของขวัญ')) })
  return {
    ctx,
    issueId,
    measureId,
    evidenceId: await evidence(ctx, { title: 'ประกาศ', note: 'งดให้ของขวัญทุกเทศกาล' }),
  }
}

const evidence = (ctx: Ctx, facts: { title: string; note?: string; isConfidential?: boolean }) =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    insertEvidence(tx, {
      agencyId: ctx.agency.id,
      facts: {
        note: null,
        evidenceDate: null,
        expiresOn: null,
        isConfidential: false,
        unitId: null,
        ...facts,
      },
      source: { kind: 'link', link: 'https://agency.example/gift' },
      by: ctx.actor,
      at: ctx.now(),
    }),
  )
const text = (parts: readonly { text: string; isFound: boolean }[] | null | undefined) =>
  parts?.map((part) => (part.isFound ? `[${part.text}]` : part.text)).join('')

const kept = <T>(result: Result<T, Readonly<{ code: string }>>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('searching the office', () => {
  it('finds issues, measures and evidence by group, each where the words stand in it', async () => {
    const { ctx, issueId, measureId, evidenceId } = await work()
    const groups = await searchOffice(ctx, { text: 'ของ ขวัญ', limit: 10 })
    expect(groups.map(({ kind, hits }) => [kind, hits.map(({ part }) => part)])).toEqual([
      ['issue', [`issues/${issueId}`]],
      ['measure', [`measures/${measureId}`]],
      ['evidence', [`evidence/${evidenceId}`]],
    ])
    const [issue, measure, proof] = groups.map(({ hits }) => hits[0])
    expect([text(issue?.title), text(issue?.context)]).toEqual([
      'การให้บริการ',
      'การให้บริการ เรื่อง[ของขวัญ]ที่ผู้รับบริการให้',
    ])
    expect([text(measure?.title), measure?.context]).toEqual(['ประกาศไม่รับ[ของขวัญ]', null])
    expect(text(proof?.context)).toBe('งดให้[ของขวัญ]ทุกเทศกาล')
    expect(measure?.place).toEqual({ fiscalYear: 2568, number: '1.1' })
  })

  it('finds tickets of the desk, for who may read them', async () => {
    const ctx = await anAgency(database)
    const { id, reference } = await aTicket(ctx, deskTools(database), { typed: { body: 'ลิฟต์ชั้นสามเสีย' } })
    const found = async (role: 'desk-officer' | 'auditor') =>
      (await searchOffice(as(ctx, ctx.agency.id, [role]), { text: 'ชั้นสาม', limit: 10 })).flatMap(
        ({ hits }) => hits,
      )
    const [hit] = await found('desk-officer')
    expect([hit?.kind, hit?.part, text(hit?.title)]).toEqual([
      'ticket',
      `desk/tickets/${id}`,
      `${reference} ลิฟต์[ชั้นสาม]เสีย`,
    ])
    expect(await found('auditor')).toEqual([])
  })

  it('finds an agenda item by what its meeting is called, for who may read meetings', async () => {
    const { ctx } = await work()
    const { bodyId } = kept(await addBody(ctx, { name: 'ที่ประชุมฝ่ายบริหาร', shortName: null }))
    const { meetingId } = kept(
      await addMeeting(ctx, {
        bodyId,
        form: 'meeting',
        number: '9/2567',
        heldOn: '2024-09-20',
        startsAt: null,
        endsAt: null,
        place: null,
        chair: null,
        chairPosition: null,
        secretary: null,
        attendees: [],
        state: 'held',
      }),
    )
    const matter = { number: null, title: 'แนวทางการรับของฝาก', details: null, matter: null }
    const { agendaItemId } = kept(await addAgendaItem(ctx, { meetingId, ...matter }))
    const found = async (of: Ctx) =>
      (await searchOffice(of, { text: 'ฝ่ายบริหาร 9/2567 ของฝาก', limit: 10 })).flatMap(({ hits }) => hits)
    const [hit] = await found(ctx)
    expect([hit?.kind, hit?.part, text(hit?.title)]).toEqual([
      'agenda',
      `agenda/${agendaItemId}`,
      'แนวทางการรับ[ของฝาก]',
    ])
    const person = '11111111-1111-4111-8111-111111111111'
    expect(await found(as(ctx, person, ['desk-officer']))).toEqual([])
    expect(await found(as(ctx, person, ['auditor']))).toHaveLength(1)
  })

  it('says that there is more than it shows', async () => {
    const { ctx } = await work()
    await evidence(ctx, { title: 'ของขวัญอีกชิ้น' })
    const found = await searchOffice(ctx, { text: 'ของขวัญ', limit: 1 })
    expect(found.map(({ hits }) => hits.length)).toEqual([1, 1])
    expect(found.every(({ isCut }) => isCut)).toBe(true)
  })

  it('shows to each only what they may read', async () => {
    const { ctx } = await work()
    await evidence(ctx, { title: 'ของขวัญลับ', isConfidential: true })
    const kinds = async (of: Ctx) =>
      (await searchOffice(of, { text: 'ของขวัญ', limit: 10 })).map(({ kind, hits }) => [kind, hits.length])
    const person = '11111111-1111-4111-8111-111111111111'
    expect(await kinds(as(ctx, person, []))).toEqual([])
    expect(await kinds(as(ctx, person, ['desk-officer']))).toEqual([['evidence', 1]])
    expect(await kinds(as(ctx, person, ['auditor']))).toEqual([
      ['issue', 1],
      ['measure', 1],
      ['evidence', 2],
    ])
    expect(await kinds(as(await anAgency(database), person, ['auditor']))).toEqual([])
  })

  it('without a word nothing is found, and no table is asked', async () => {
    const { ctx } = await work()
    const away: Ctx = { ...ctx, db: null as unknown as Ctx['db'] }
    expect(await searchOffice(away, { text: ' ่ ', limit: 10 })).toEqual([])
  })
})

describe('what is shown of something that was found', () => {
  it('is no passage where the title says it all, and the first passage with a missing word else', () => {
    expect(shownHit(['ก'], { title: 'กข', texts: ['กค'] }).context).toBeNull()
    expect(text(shownHit(['ก', 'ค'], { title: 'กข', texts: ['ง', 'จคฉ', 'ค'] }).context)).toBe('จ[ค]ฉ')
  })

  it('pages are found by their names, all of them without a word', () => {
    const pages = [
      { part: '', label: 'หน้าแรก' },
      { part: 'evidence', label: 'คลังหลักฐาน' },
    ]
    expect(pagesFound(['หลักฐาน'], pages).map(({ part }) => part)).toEqual(['evidence'])
    expect(pagesFound([], pages)).toHaveLength(2)
  })
})
