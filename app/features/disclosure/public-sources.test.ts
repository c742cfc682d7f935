import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, auditOf, ORIGIN } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import {
  addTo,
  aFullItem,
  itemOf,
  O9,
  publish,
  textFact,
} from '../../../tests/support/disclosure-builders.ts'
import { anEvidenceFile } from '../../../tests/support/evidence-builders.ts'
import { loadCatalogue } from '../catalogue/index.server.ts'
import { itemsOf } from '../catalogue/index.ts'
import { disclosureDatasets } from './disclosure-datasets.server.ts'
import { disclosurePages } from './disclosure-pages.server.ts'
import { marksOf } from './marks.domain.ts'
import { addFact } from './usecases/add-fact.server.ts'
import { withdrawItem } from './usecases/withdraw-item.server.ts'
import { disclosureTargets } from './watch-targets.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('every item of every year has its page in the list, and its words are found in it once they are public', async () => {
  const ctx = await anAgency(database)
  await aFullItem(ctx)
  const before = await disclosurePages(ctx)
  expect(before).toHaveLength(1 + 4 + 43 + 35 + 28 + 26)
  expect(new Set(before.map(({ address }) => address)).size).toBe(before.length)
  const O9Page = (pages: typeof before) => pages.find(({ address }) => address === '/oit/2568/O9')
  expect(O9Page(before)?.text.th).not.toContain('ยื่นคำขอแล้วรอรับผล')
  await publish(ctx)
  const page = O9Page(await disclosurePages(ctx))
  expect(page?.text.th).toContain('ยื่นคำขอแล้วรอรับผล')
  expect(page).toMatchObject({ isTranslated: false, changedAt: ctx.now() })
})

test('the registers hold what is public, with one key a row, and say when they changed', async () => {
  const ctx = await anAgency(database)
  const [items, facts] = disclosureDatasets
  if (!items || !facts) throw new Error('no registers')
  await aFullItem(ctx)
  expect(await facts.rows(ctx)).toEqual([])
  expect(await facts.changedAt(ctx)).toBeNull()
  await publish(ctx)
  const itemRows = await items.rows(ctx)
  expect(itemRows.find((row) => row.address === '/oit/2568/O9')).toMatchObject({
    state: 'published',
    score: 100,
    missing: 0,
    version: 1,
  })
  const factRows = await facts.rows(ctx)
  expect(factRows.map(({ element, kind }) => [element, kind])).toEqual([
    ['name', 'text'],
    ['steps', 'text'],
    ['time', 'text'],
    ['channel', 'text'],
    ['fee', 'none'],
    ['documents', 'text'],
  ])
  for (const [source, rows] of [
    [items, itemRows],
    [facts, factRows],
  ] as const) {
    const names = source.fields.map(({ name }) => name).sort()
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(names)
    const keys = rows.map((row) => source.primaryKey.map((name) => row[name]).join('|'))
    expect(new Set(keys).size).toBe(rows.length)
  }
  expect(await facts.changedAt(ctx)).toEqual(ctx.now())
})

test('what is public is watched: the page, each link, and each file by its hash; what is withdrawn is not', async () => {
  const ctx = await anAgency(database)
  const { id: evidenceId, sha256 } = await anEvidenceFile(ctx, { fileName: 'a.pdf' })
  const link = 'https://data.example.go.th/x'
  await addTo(ctx, { kind: 'link', address: link, words: null }, 'steps')
  await addTo(ctx, { kind: 'file', evidenceId, words: null }, 'time')
  await addTo(ctx, { kind: 'file', evidenceId, words: null }, 'channel')
  const addresses = async () =>
    (await disclosureTargets(ctx, { origin: ORIGIN })).map(({ address }) => address)
  expect(await addresses()).toEqual([`${ORIGIN}/`])
  await publish(ctx)
  const targets = await disclosureTargets(ctx, { origin: ORIGIN })
  expect(targets.map(({ address }) => address)).toEqual([
    `${ORIGIN}/`,
    `${ORIGIN}/oit/2568/O9`,
    link,
    `${ORIGIN}/files/${sha256}/a.pdf`,
  ])
  expect(targets[2]).toMatchObject({ part: 'disclosure/2568/O9', sha256: null })
  expect(targets[2]?.marks.map(({ element }) => element)).toEqual(['steps'])
  // One file answers two elements: it is looked at once, for both.
  expect(targets[3]?.marks.map(({ element }) => element)).toEqual(['time', 'channel'])
  expect(targets[3]?.sha256).toBe(sha256)
  await withdrawItem(ctx, { ...O9, seenVersion: 1, reason: 'ผิด' })
  expect(await addresses()).toEqual([`${ORIGIN}/`])
})

test('the list of procurement is looked at as a table of sixteen columns', () => {
  const item = itemsOf(loadCatalogue(), 2568, 'OIT').find(({ code }) => code === 'O12')
  if (!item) throw new Error('no O12')
  const marks = marksOf(
    item,
    item.elements.map(({ key }) => key),
  )
  expect(marks.flatMap(({ columns }) => columns)).toHaveLength(16)
})

test('a page that is none of the site’s own is no answer', async () => {
  const ctx = await anAgency(database)
  const asked = { unitId: null, pages: ['/contact'], answers: { ...O9, element: 'steps' } }
  const fact = textFact({ kind: 'page', address: '/nowhere' })
  expect(await addFact(ctx, { ...asked, fact })).toEqual({ ok: false, error: { code: 'fact.unknown-page' } })
  expect(await addFact(ctx, { ...asked, fact: { ...fact, address: '/contact' } })).toMatchObject({ ok: true })
  expect((await itemOf(ctx)).elements.find(({ key }) => key === 'steps')?.answer.facts[0]?.address).toBe(
    '/contact',
  )
  expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual([
    'disclosure-entry.changed',
    'disclosure-fact.added',
  ])
})
