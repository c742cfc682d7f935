import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  addTo,
  aFullItem,
  elementOf,
  itemOf,
  O9,
  publish,
  textFact,
} from '../../../../tests/support/disclosure-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { findFactWork } from '../item-work.queries.server.ts'
import { findPublicItem } from '../public-item.queries.server.ts'
import { addFact } from './add-fact.server.ts'
import { answerElement } from './answer-element.server.ts'
import { changeFact } from './change-fact.server.ts'
import { clearElement } from './clear-element.server.ts'
import { publishItem } from './publish-item.server.ts'
import { removeFact } from './remove-fact.server.ts'
import { withdrawItem } from './withdraw-item.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

type Outcome = Readonly<{ ok: true; value: unknown } | { ok: false; error: Readonly<{ code: string }> }>
const said = (outcome: Outcome) => (outcome.ok ? 'done' : outcome.error.code)
const actions = async (ctx: Ctx, action: string) =>
  (await auditOf(database, ctx)).filter((entry) => entry.action === action)

const FIRST_WORDS = 'ยื่นคำขอแล้วรอรับผล'
const change = (ctx: Ctx, id: string, words: string, seenVersion = 1) =>
  changeFact(ctx, { id, fact: textFact({ words }), unitId: null, pages: [], seenVersion })
const versionsOf = async (ctx: Ctx, id: string) =>
  (await findFactWork(ctx, { id }))?.versions.map(({ version, words }) => [version, words])

// Which of two comes first is left to the database, so each holds again and again, and whoever it is.
const AGAIN = [1, 2, 3, 4]

describe.each(AGAIN)('two people at once (%i)', () => {
  test('of two changes of a fact one is made; who comes second is told, and may save over what they then see', async () => {
    const ctx = await anAgency(database)
    const id = await addTo(ctx)
    const words = ['คนแรก', 'คนที่สอง']
    const outcomes = await Promise.all(words.map((one) => change(ctx, id, one)))
    expect(outcomes.map(said).toSorted()).toEqual(['done', 'fact.changed'])
    const won = words[outcomes.findIndex(({ ok }) => ok)]
    const lost = words[outcomes.findIndex(({ ok }) => !ok)] ?? ''
    expect(await versionsOf(ctx, id)).toEqual([
      [2, won],
      [1, FIRST_WORDS],
    ])
    expect(said(await change(ctx, id, lost, 2))).toBe('done')
    expect(await versionsOf(ctx, id)).toEqual([
      [3, lost],
      [2, won],
      [1, FIRST_WORDS],
    ])
    expect(await actions(ctx, 'disclosure-fact.changed')).toHaveLength(2)
  })

  test('of six changes of a fact one is made and no version is written over', async () => {
    const ctx = await anAgency(database)
    const id = await addTo(ctx)
    const words = ['ก', 'ข', 'ค', 'ง', 'จ', 'ฉ']
    const outcomes = await Promise.all(words.map((one) => change(ctx, id, one)))
    expect(outcomes.map(said).toSorted()).toEqual(['done', ...Array(5).fill('fact.changed')])
    expect(await versionsOf(ctx, id)).toEqual([
      [2, words[outcomes.findIndex(({ ok }) => ok)]],
      [1, FIRST_WORDS],
    ])
  })

  test('a change and a removal of one fact at once: one is done, and who comes second is told', async () => {
    const ctx = await anAgency(database)
    const id = await addTo(ctx)
    const [changed, removed] = await Promise.all([
      change(ctx, id, 'ใหม่'),
      removeFact(ctx, { id, seenVersion: 1, isConfirmed: true }),
    ])
    expect([
      ['done', 'fact.changed'],
      ['fact.unknown', 'done'],
    ]).toContainEqual([said(changed), said(removed)])
    const work = await findFactWork(ctx, { id })
    expect(work?.removedAt === null).toBe(changed.ok)
    expect(work?.fact.words).toBe(changed.ok ? 'ใหม่' : FIRST_WORDS)
  })

  test('of two answers to an element one stands whole, and who comes second is told', async () => {
    const ctx = await anAgency(database)
    const [one, two, three] = [await addTo(ctx), await addTo(ctx), await addTo(ctx, {}, 'steps')]
    const { seen } = await elementOf(ctx, 'steps')
    const answers = [
      [three, one],
      [three, two],
    ]
    const outcomes = await Promise.all(
      answers.map((factIds) => answerElement(ctx, { ...O9, element: 'steps', factIds, seen })),
    )
    expect(outcomes.map(said).toSorted()).toEqual(['done', 'element.changed'])
    expect((await elementOf(ctx, 'steps')).answer.facts.map(({ id }) => id)).toEqual(
      answers[outcomes.findIndex(({ ok }) => ok)],
    )
  })

  test('an answer and a clearing of one element: one is done, the other is told', async () => {
    const ctx = await anAgency(database)
    const [kept, other] = [await addTo(ctx, {}, 'steps'), await addTo(ctx)]
    const at = { ...O9, element: 'steps', seen: (await elementOf(ctx, 'steps')).seen }
    const outcomes = await Promise.all([
      answerElement(ctx, { ...at, factIds: [kept, other] }),
      clearElement(ctx, at),
    ])
    expect(outcomes.map(said).toSorted()).toEqual(['done', 'element.changed'])
    expect((await elementOf(ctx, 'steps')).answer.facts.map(({ id }) => id)).toEqual(
      outcomes[0].ok ? [kept, other] : [],
    )
  })

  test('facts that are added to one element at once all stand there, and answers to two elements do not meet', async () => {
    const ctx = await anAgency(database)
    const add = (element: string, words: string) =>
      addFact(ctx, { fact: textFact({ words }), unitId: null, pages: [], answers: { ...O9, element } })
    const outcomes = await Promise.all([
      add('steps', 'ก'),
      add('steps', 'ข'),
      add('time', 'ค'),
      add('steps', 'ง'),
    ])
    expect(outcomes.map(said)).toEqual(Array(4).fill('done'))
    const wordsAt = async (element: string) =>
      (await elementOf(ctx, element)).answer.facts.map(({ words }) => words).toSorted()
    expect(await wordsAt('steps')).toEqual(['ก', 'ข', 'ง'])
    expect(await wordsAt('time')).toEqual(['ค'])
  })

  test('a fact that is taken out while somebody answers with it answers nothing', async () => {
    const ctx = await anAgency(database)
    const id = await addTo(ctx)
    const [answered, removed] = await Promise.all([
      answerElement(ctx, { ...O9, element: 'steps', factIds: [id], seen: '' }),
      removeFact(ctx, { id, seenVersion: 1, isConfirmed: false }),
    ])
    expect([
      ['done', 'fact.in-use'],
      ['fact.unknown', 'done'],
    ]).toContainEqual([said(answered), said(removed)])
    expect(await elementOf(ctx, 'steps')).toMatchObject({ state: answered.ok ? 'value' : 'missing' })
  })

  test('an item that two publish at once has one version, and both are told which', async () => {
    const ctx = await anAgency(database)
    await aFullItem(ctx)
    const outcomes = await Promise.all([publish(ctx), publish(ctx)])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.version)).toEqual([1, 1])
    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.isNew)).toHaveLength(1)
    expect((await findPublicItem(ctx, O9))?.versions).toHaveLength(1)
    expect(await actions(ctx, 'disclosure.published')).toHaveLength(1)
  })

  test('what is published while a fact of it is changed is what was seen, or nothing; the change is not lost', async () => {
    const ctx = await anAgency(database)
    const id = await aFullItem(ctx)
    const { contentHash } = await itemOf(ctx)
    const [published, changed] = await Promise.all([
      publishItem(ctx, { ...O9, seenHash: contentHash }),
      change(ctx, id, 'ใหม่'),
    ])
    expect(said(changed)).toBe('done')
    expect(['done', 'item.changed']).toContain(said(published))
    const shown = await findPublicItem(ctx, O9)
    expect(shown?.answers[0]?.facts[0]?.words).toBe(published.ok ? FIRST_WORDS : undefined)
    expect(shown?.shown?.contentHash).toBe(published.ok ? contentHash : undefined)
    expect((await elementOf(ctx, 'steps')).answer.facts[0]?.words).toBe('ใหม่')
  })

  test('what is published while an element of it is cleared is what was seen, or nothing', async () => {
    const ctx = await anAgency(database)
    await aFullItem(ctx)
    const { contentHash } = await itemOf(ctx)
    const [published, cleared] = await Promise.all([
      publishItem(ctx, { ...O9, seenHash: contentHash }),
      clearElement(ctx, { ...O9, element: 'fee', seen: (await elementOf(ctx, 'fee')).seen }),
    ])
    expect(said(cleared)).toBe('done')
    expect(['done', 'item.changed']).toContain(said(published))
    expect((await findPublicItem(ctx, O9))?.score.score).toBe(published.ok ? 100 : 0)
    expect((await elementOf(ctx, 'fee')).state).toBe('missing')
  })

  test('a new version and a withdrawal of the one before at once: one is done, and no version is lost', async () => {
    const ctx = await anAgency(database)
    const id = await aFullItem(ctx)
    await publish(ctx)
    await change(ctx, id, 'ใหม่')
    const [published, withdrawn] = await Promise.all([
      publish(ctx),
      withdrawItem(ctx, { ...O9, seenVersion: 1, reason: 'ผิดฉบับ' }),
    ])
    expect(published).toEqual({ ok: true, value: { version: 2, isNew: true } })
    expect(['done', 'item.changed']).toContain(said(withdrawn))
    const item = await findPublicItem(ctx, O9)
    expect(item?.shown?.version).toBe(2)
    expect(item?.versions.map((one) => [one.version, one.withdrawn !== null])).toEqual([
      [2, false],
      [1, withdrawn.ok],
    ])
  })
})
