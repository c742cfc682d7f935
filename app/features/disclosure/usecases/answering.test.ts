import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as, at, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  addTo,
  aFullItem,
  ELEMENTS,
  elementOf,
  itemOf,
  O9,
  publish,
  textFact,
} from '../../../../tests/support/disclosure-builders.ts'
import { anEvidenceFile } from '../../../../tests/support/evidence-builders.ts'
import { aUnit } from '../../../../tests/support/working-builders.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { TypedFact } from '../fact.domain.ts'
import { findFactWork, listYearWork } from '../item-work.queries.server.ts'
import { findPublicItem } from '../public-item.queries.server.ts'
import { addFact } from './add-fact.server.ts'
import { answerElement } from './answer-element.server.ts'
import { changeFact } from './change-fact.server.ts'
import { changeItem } from './change-item.server.ts'
import { changeYear } from './change-year.server.ts'
import { clearElement } from './clear-element.server.ts'
import { declareNone } from './declare-none.server.ts'
import { removeFact } from './remove-fact.server.ts'
import { withdrawItem } from './withdraw-item.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

describe('answering', () => {
  test('one fact answers several items and years, and a declared absence says who declared it and when', async () => {
    const ctx = await anAgency(database)
    const id = await aFullItem(ctx)
    const elsewhere = { year: 2567, code: 'O11', element: 'steps' }
    expect(await answerElement(ctx, { ...elsewhere, factIds: [id], seen: '' })).toEqual({
      ok: true,
      value: true,
    })
    const item = await itemOf(ctx)
    expect(item.score).toMatchObject({ score: 100, faults: [] })
    expect(item.uses[id]).toEqual([elsewhere])
    const fee = item.elements.find(({ key }) => key === 'fee')
    expect(fee?.answer).toEqual({
      key: 'fee',
      state: 'none',
      facts: [],
      declared: { text: 'ไม่มีค่าธรรมเนียม', byName: 'test', at: '2024-10-01T03:00:00.000Z' },
    })
  })

  test('removing any one element turns the item to 0, with the reason on the page of its owner', async () => {
    const ctx = await anAgency(database)
    await aFullItem(ctx)
    for (const key of ELEMENTS) {
      const before = await elementOf(ctx, key)
      expect((await itemOf(ctx)).score.score).toBe(100)
      await clearElement(ctx, { ...O9, element: key, seen: before.seen })
      const item = await itemOf(ctx)
      expect(item.score.score).toBe(0)
      expect(item.score.faults.map(({ th }) => th)).toEqual([`ขาด “${before.text.th}”`])
      const row = (await listYearWork(ctx, { year: 2568 }))?.groups
        .flatMap(({ items }) => items)
        .find(({ code }) => code === 'O9')
      expect(row).toMatchObject({ missing: 1, score: { score: 0 } })
      if (key === 'fee') await declareNone(ctx, { ...O9, element: key, text: 'ไม่มี', seen: '' })
      else
        await answerElement(ctx, {
          ...O9,
          element: key,
          factIds: before.answer.facts.map(({ id }) => id),
          seen: '',
        })
    }
  })

  test('a fact that is taken out leaves every element that it alone answered missing, after it was confirmed', async () => {
    const ctx = await anAgency(database)
    const id = await aFullItem(ctx)
    const asked = { id, seenVersion: 1, isConfirmed: false }
    const refused = await removeFact(ctx, asked)
    expect(refused).toMatchObject({ ok: false, error: { code: 'fact.in-use' } })
    expect(refused.ok || ('uses' in refused.error && refused.error.uses.length)).toBe(5)
    expect(await removeFact(ctx, { ...asked, isConfirmed: true })).toEqual({ ok: true, value: null })
    const item = await itemOf(ctx)
    expect(item.elements.filter(({ state }) => state === 'missing')).toHaveLength(5)
    expect(await answerElement(ctx, { ...O9, element: 'name', factIds: [id], seen: '' })).toMatchObject({
      error: { code: 'fact.unknown' },
    })
  })

  test('of two people at one element the second is told, and nothing of the first is lost', async () => {
    const ctx = await anAgency(database)
    const [first, second] = [await addTo(ctx), await addTo(ctx)]
    const seen = (await elementOf(ctx, 'steps')).seen
    const results = await Promise.all([
      answerElement(ctx, { ...O9, element: 'steps', factIds: [first], seen }),
      answerElement(ctx, { ...O9, element: 'steps', factIds: [second], seen }),
    ])
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'element.changed' } })
    expect((await elementOf(ctx, 'steps')).answer.facts).toHaveLength(1)
    expect(await declareNone(ctx, { ...O9, element: 'steps', text: 'ไม่มี', seen })).toMatchObject({
      error: { code: 'element.changed' },
    })
  })

  test('a fact added to an element comes after what is there; the same again changes nothing', async () => {
    const ctx = await anAgency(database)
    const first = await addTo(ctx, {}, 'steps')
    const second = await addTo(ctx, {}, 'steps')
    const { seen, answer } = await elementOf(ctx, 'steps')
    expect(answer.facts.map(({ id }) => id)).toEqual([first, second])
    const before = (await auditOf(database, ctx)).length
    expect(await answerElement(ctx, { ...O9, element: 'steps', factIds: [first, second], seen })).toEqual({
      ok: true,
      value: false,
    })
    expect(await auditOf(database, ctx)).toHaveLength(before)
  })

  test('every earlier version of a fact is kept, and who comes second to a version is told', async () => {
    const ctx = await anAgency(database)
    const id = await addTo(ctx)
    const change = { id, unitId: null, pages: [], seenVersion: 1 }
    const later = at(ctx, '2024-10-02T03:00:00Z')
    expect(await changeFact(later, { ...change, fact: textFact() })).toEqual({ ok: true, value: false })
    expect(await changeFact(later, { ...change, fact: textFact({ words: 'ยื่นคำขอออนไลน์' }) })).toEqual({
      ok: true,
      value: true,
    })
    expect(await changeFact(later, { ...change, fact: textFact({ words: 'อื่น' }) })).toEqual({
      ok: false,
      error: { code: 'fact.changed' },
    })
    const work = await findFactWork(ctx, { id })
    expect(work?.versions.map(({ version, words }) => [version, words])).toEqual([
      [2, 'ยื่นคำขอออนไลน์'],
      [1, 'ยื่นคำขอแล้วรอรับผล'],
    ])
    await expect(
      database.owner.query('update disclosure_fact_version set words = $1 where fact_id = $2', ['x', id]),
    ).rejects.toThrow()
  })

  test.each<[string, Partial<TypedFact>]>([
    ['fact.no-title', { title: { th: ' ', en: null } }],
    ['fact.no-words', { words: null }],
    ['fact.bad-address', { kind: 'link', address: 'javascript:alert(1)' }],
    ['fact.bad-address', { kind: 'link', address: 'https://user@a.go.th/' }],
    ['fact.unknown-page', { kind: 'page', address: '/office' }],
    ['fact.no-file', { kind: 'file' }],
    ['file.unknown', { kind: 'file', evidenceId: 'none' }],
  ])('a fact is refused with %s', async (code, given) => {
    const ctx = await anAgency(database)
    expect(await addFact(ctx, { fact: textFact(given), unitId: null, pages: ['/contact'] })).toEqual({
      ok: false,
      error: { code },
    })
  })

  test('a confidential and an infected file are refused', async () => {
    const ctx = await anAgency(database)
    for (const [given, code] of [
      [{ isConfidential: true }, 'file.confidential'],
      [{ scan: 'infected' }, 'file.infected'],
    ] as const) {
      const { id } = await anEvidenceFile(ctx, given)
      const fact = textFact({ kind: 'file', evidenceId: id })
      expect(await addFact(ctx, { fact, unitId: null, pages: [] })).toEqual({ ok: false, error: { code } })
    }
  })

  test('an unknown element, an unknown item and one that a report answers take no answer', async () => {
    const ctx = await anAgency(database)
    const id = await addTo(ctx)
    const asked = { factIds: [id], seen: '', element: 'steps' }
    const codes = []
    for (const place of [
      { ...O9, element: 'colour' },
      { year: 2568, code: 'O99' },
      { year: 2568, code: 'O28' },
    ]) {
      const answered = await answerElement(ctx, { ...asked, ...place })
      codes.push(answered.ok || answered.error.code)
    }
    expect(codes).toEqual(['element.unknown', 'item.unknown', 'item.by-report'])
  })
})

describe('who may', () => {
  test('a unit owner answers the items of the own unit alone, and publishes none', async () => {
    const ctx = await anAgency(database)
    const [own, other] = [await aUnit(ctx, 'A'), await aUnit(ctx, 'B')]
    const { id: personId } = await aPerson(ctx, { role: 'unit-owner', unitId: own })
    const owner = as(ctx, personId, [{ role: 'unit-owner', unitId: own }])
    await changeItem(ctx, { ...O9, unitId: own, dueOn: '2025-04-30', seenVersion: 0 })
    await changeItem(ctx, { year: 2568, code: 'O17', unitId: other, dueOn: null, seenVersion: 0 })
    const added = await addFact(owner, {
      fact: textFact(),
      unitId: own,
      pages: [],
      answers: { ...O9, element: 'steps' },
    })
    expect(added.ok).toBe(true)
    const elsewhere = { year: 2568, code: 'O17', element: 'steps', text: 'ไม่มี', seen: '' }
    expect(await declareNone(owner, elsewhere)).toMatchObject({ error: { act: 'disclosure.change' } })
    expect(await publish(owner)).toMatchObject({ error: { act: 'disclosure.publish' } })
    expect(await changeItem(owner, { ...O9, unitId: null, dueOn: null, seenVersion: 1 })).toMatchObject({
      error: { act: 'disclosure.assign' },
    })
    const notices = await database.owner.query('select kind, part from notice where person_id = $1', [
      personId,
    ])
    expect(notices.rows).toEqual([{ kind: 'disclosure.assigned', part: 'disclosure/2568/O9' }])
  })

  test('an auditor changes nothing', async () => {
    const ctx = await anAgency(database)
    const { id } = await aPerson(ctx, { role: 'auditor' })
    const auditor = as(ctx, id, ['auditor'])
    expect(await addFact(auditor, { fact: textFact(), unitId: null, pages: [] })).toMatchObject({
      error: { code: 'permission.refused' },
    })
    expect(await withdrawItem(auditor, { ...O9, seenVersion: 1, reason: 'x' })).toMatchObject({
      error: { code: 'permission.refused' },
    })
  })

  test('another agency sees and changes nothing of it', async () => {
    const [ctx, other] = [await anAgency(database), await anAgency(database)]
    const id = await aFullItem(ctx)
    await publish(ctx)
    expect(await findFactWork(other, { id })).toBeNull()
    expect((await itemOf(other)).elements.every(({ state }) => state === 'missing')).toBe(true)
    expect(await findPublicItem(other, O9)).toMatchObject({ shown: null, versions: [] })
    expect(await answerElement(other, { ...O9, element: 'steps', factIds: [id], seen: '' })).toMatchObject({
      error: { code: 'fact.unknown' },
    })
    const rows = await withAgency(other.db, other.agency.id, (tx) =>
      tx.selectFrom('disclosure_entry').select('code').execute(),
    )
    expect(rows).toEqual([])
  })
})

describe('owner and calendar', () => {
  test('of two people who set them the second is told', async () => {
    const ctx = await anAgency(database)
    const set = { ...O9, unitId: null, dueOn: '2025-04-01', seenVersion: 0 }
    expect(await changeItem(ctx, set)).toEqual({ ok: true, value: true })
    expect(await changeItem(ctx, { ...set, dueOn: '2025-04-02' })).toMatchObject({
      error: { code: 'item.changed' },
    })
    expect(await changeItem(ctx, { ...set, seenVersion: 1 })).toEqual({ ok: true, value: false })
    expect(await itemOf(ctx)).toMatchObject({ dueOn: '2025-04-01', version: 1 })
  })

  test('a window that ends before it begins is refused, and the year keeps what was set', async () => {
    const ctx = await anAgency(database)
    const calendar = {
      submissionFrom: '2025-04-01',
      submissionTo: '2025-04-30',
      scoringFrom: null,
      scoringTo: null,
      clarificationFrom: null,
      clarificationTo: null,
    }
    expect(await changeYear(ctx, { year: 2568, calendar, seenVersion: 0 })).toEqual({ ok: true, value: true })
    const turned = { ...calendar, submissionTo: '2025-03-01' }
    expect(await changeYear(ctx, { year: 2568, calendar: turned, seenVersion: 1 })).toMatchObject({
      error: { code: 'year.end-before-start' },
    })
    expect(await changeYear(ctx, { year: 2568, calendar, seenVersion: 0 })).toMatchObject({
      error: { code: 'year.changed' },
    })
    expect(await changeYear(ctx, { year: 2560, calendar, seenVersion: 0 })).toMatchObject({
      error: { code: 'year.unknown' },
    })
    expect(await listYearWork(ctx, { year: 2568 })).toMatchObject({ calendar, version: 1 })
  })
})
