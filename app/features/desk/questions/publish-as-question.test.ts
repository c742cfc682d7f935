import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aTicket, deskTools } from '../../../../tests/support/desk-builders.ts'
import { findTicket } from '../tickets/ticket-page.queries.server.ts'
import { answerTicket } from '../tickets/usecases/answer-ticket.server.ts'
import { publishAsQuestion } from './publish-as-question.server.ts'
import { findQuestionDraft } from './question-draft.queries.server.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('an answered question becomes a draft of a page, once what tells who asked is gone or was said to be good', async () => {
  const agency = await anAgency(database)
  const tools = deskTools(database)
  const desk = as(agency, (await aPerson(agency, { role: 'desk-officer' })).id, ['desk-officer'])
  const visitor = { ...agency, actor: { kind: 'system' as const, name: 'visitor' } }
  const { id } = await aTicket(visitor, tools, {
    typed: { kind: 'question', body: 'เปิดกี่โมง โทรกลับ 0812345678' },
  })
  const words = {
    id,
    titleTh: 'เปิดกี่โมง',
    titleEn: 'When are you open?',
    bodyTh: '08.30 น.',
    bodyEn: '',
    slug: '',
    confirmed: false,
  }
  expect(await publishAsQuestion(desk, { ...words, seenVersion: 1 })).toEqual({
    ok: false,
    error: { code: 'ticket.state' },
  })
  await answerTicket(desk, tools, { id, seenVersion: 1, text: 'เปิด 08.30 น.', final: 'answer', files: [] })
  const draft = await findQuestionDraft(desk, id)
  expect(draft.ok && draft.value.marked.question.filter(({ kind }) => kind !== null)).toEqual([
    { text: '0812345678', kind: 'telephone' },
  ])
  const fault = (field: string, code: string) => ({
    ok: false,
    error: { code: 'desk.faults', faults: { [field]: code } },
  })
  const publish = (given: Partial<typeof words>) =>
    publishAsQuestion(desk, { ...words, seenVersion: 2, ...given })
  expect(await publish({ bodyTh: 'โทร 02 123 4567' })).toEqual(fault('bodyTh', 'ticket.personal-data'))
  expect(await publish({ titleTh: ' ' })).toEqual(fault('titleTh', 'ticket.no-question'))
  expect(await publish({ slug: 'ที่อยู่' })).toEqual(fault('slug', 'question.bad-slug'))
  const made = await publish({ bodyTh: 'โทร 02 123 4567', confirmed: true })
  expect(made.ok).toBe(true)
  const page = await findTicket(desk, id)
  expect(page.ok && page.value.question).toEqual(made.ok && { pageId: made.value.pageId })
  expect((await auditOf(database, agency)).slice(-2).map(({ action }) => action)).toEqual([
    'page.added',
    'ticket.question-made',
  ])
  expect(await publish({ slug: 'when-are-you-open', confirmed: true })).toMatchObject({
    error: { code: 'ticket.clash' },
  })
  const executive = as(agency, (await aPerson(agency, { role: 'executive' })).id, ['executive'])
  expect(await publishAsQuestion(executive, { ...words, seenVersion: 3 })).toMatchObject({
    error: { code: 'permission.refused' },
  })
})
