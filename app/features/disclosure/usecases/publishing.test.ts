import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { aChain, approveThing, resolveWithdrawal } from '../../../../tests/support/approved.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  addTo,
  aFullItem,
  ELEMENTS,
  elementOf,
  itemOf,
  itFails,
  O9,
  publish,
  textFact,
} from '../../../../tests/support/disclosure-builders.ts'
import { anEvidenceFile } from '../../../../tests/support/evidence-builders.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { disclosureMatters } from '../matters/disclosure-matters.server.ts'
import { findPublicFile } from '../public-files/public-file.repo.server.ts'
import { findPublicItem, listPublicYear } from '../public-item.queries.server.ts'
import { changeFact } from './change-fact.server.ts'
import { clearElement } from './clear-element.server.ts'
import { declareNone } from './declare-none.server.ts'
import { publishItem } from './publish-item.server.ts'
import { withdrawItem } from './withdraw-item.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

describe('publishing', () => {
  test('what is published stays as it was, whatever is changed since, until it is published again', async () => {
    const ctx = await anAgency(database)
    const id = await aFullItem(ctx)
    expect(await publish(ctx)).toEqual({ ok: true, value: { version: 1, isNew: true } })
    await changeFact(ctx, { id, fact: textFact({ words: 'ใหม่' }), unitId: null, pages: [], seenVersion: 1 })
    const shown = await findPublicItem(ctx, O9)
    expect(shown?.answers[0]?.facts[0]?.words).toBe('ยื่นคำขอแล้วรอรับผล')
    expect(shown).toMatchObject({ score: { score: 100 }, shown: { version: 1 } })
    expect(await itemOf(ctx)).toMatchObject({ isChanged: true })
    expect(await publish(ctx)).toEqual({ ok: true, value: { version: 2, isNew: true } })
    expect((await findPublicItem(ctx, O9))?.answers[0]?.facts[0]?.words).toBe('ใหม่')
    const first = await findPublicItem(ctx, { ...O9, version: 1 })
    expect(first?.answers[0]?.facts[0]?.words).toBe('ยื่นคำขอแล้วรอรับผล')
    expect(await findPublicItem(ctx, { ...O9, version: 9 })).toBeNull()
  })

  test('the same content again changes nothing and writes nothing', async () => {
    const ctx = await anAgency(database)
    await aFullItem(ctx)
    await publish(ctx)
    const before = (await auditOf(database, ctx)).length
    expect(await publish(ctx)).toEqual({ ok: true, value: { version: 1, isNew: false } })
    expect(await auditOf(database, ctx)).toHaveLength(before)
  })

  test('nothing becomes public but what was seen, and nothing that is empty', async () => {
    const ctx = await anAgency(database)
    expect(await publish(ctx)).toMatchObject({ error: { code: 'item.empty' } })
    const { contentHash } = await itemOf(ctx)
    await aFullItem(ctx)
    expect(await publishItem(ctx, { ...O9, seenHash: contentHash })).toMatchObject({
      error: { code: 'item.changed' },
    })
    expect(await findPublicItem(ctx, O9)).toMatchObject({ shown: null, score: { score: 0 } })
  })

  test('its files are given to everybody with it; one that was replaced since is refused', async () => {
    const ctx = await anAgency(database)
    const { id: evidenceId, sha256 } = await anEvidenceFile(ctx, { fileName: 'คู่มือ.pdf' })
    const fact = { kind: 'file', evidenceId, words: null } as const
    const id = await addTo(ctx, fact, 'steps')
    const file = { sha256, fileName: 'คู่มือ.pdf', isScanning: false }
    expect(await findPublicFile(ctx, file)).toBeNull()
    expect((await publish(ctx)).ok).toBe(true)
    expect(await findPublicFile(ctx, file)).toMatchObject({ isOpen: true })

    const other = await anEvidenceFile(ctx)
    await database.owner.query(
      `insert into evidence_version (agency_id, evidence_id, number, file_name, sha256, added_at, added_by_name)
       select agency_id, $2, 2, file_name, sha256, added_at, added_by_name from evidence_version
       where agency_id = $1 and evidence_id = $3`,
      [ctx.agency.id, evidenceId, other.id],
    )
    await declareNone(ctx, { ...O9, element: 'fee', text: 'ไม่มี', seen: '' })
    expect(await publish(ctx)).toEqual({ ok: false, error: { code: 'file.replaced' } })
    await changeFact(ctx, { id, fact: textFact(fact), unitId: null, pages: [], seenVersion: 1 })
    expect(await publish(ctx)).toEqual({ ok: true, value: { version: 2, isNew: true } })
  })

  test('a file that became confidential since is not published', async () => {
    const ctx = await anAgency(database)
    const { id } = await anEvidenceFile(ctx)
    await addTo(ctx, { kind: 'file', evidenceId: id }, 'steps')
    await database.owner.query('update evidence set is_confidential = true where id = $1', [id])
    expect(await publish(ctx)).toEqual({ ok: false, error: { code: 'file.confidential' } })
    expect(await findPublicItem(ctx, O9)).toMatchObject({ shown: null })
  })

  test('the database itself takes nothing that the chain did not pass: none, another content, another item', async () => {
    const ctx = await anAgency(database)
    await aChain(ctx, ['คณะกรรมการ'], 'disclosure')
    await aFullItem(ctx)
    const matter = disclosureMatters().disclosure?.read
    if (!matter) throw new Error('no matters')
    const now = await withAgency(ctx.db, ctx.agency.id, (tx) =>
      matter(tx, ctx, { agencyId: ctx.agency.id, key: '2568:O9' }),
    )
    if (!now) throw new Error('nothing to approve')
    await approveThing(ctx, now)
    await publish(ctx)
    const insert = (given: { publication_id: string | null; content_hash?: string; code?: string }) =>
      withAgency(ctx.db, ctx.agency.id, async (tx) => {
        const row = await tx.selectFrom('disclosure_publication').selectAll().executeTakeFirstOrThrow()
        const publication_id = given.publication_id === 'approved' ? row.publication_id : given.publication_id
        await tx
          .insertInto('disclosure_publication')
          .values({
            ...row,
            content: JSON.stringify(row.content),
            ...given,
            publication_id,
            id: randomUUID(),
            version: 2,
          })
          .execute()
      }).then(
        () => 'taken',
        (error: { code?: string }) => error.code,
      )
    expect([
      await insert({ publication_id: null }),
      await insert({ publication_id: 'approved', content_hash: '0'.repeat(64) }),
      await insert({ publication_id: 'approved', code: 'O10' }),
      await insert({ publication_id: randomUUID() }),
      await insert({ publication_id: 'approved' }),
    ]).toEqual(['23001', '23001', '23001', '23001', 'taken'])
  })

  test('with a chain of approval only what passed it becomes public', async () => {
    const ctx = await anAgency(database)
    const id = await aFullItem(ctx)
    await aChain(ctx, ['ที่ประชุมฝ่ายบริหาร'], 'disclosure')
    expect(await itemOf(ctx)).toMatchObject({ isChained: true })
    expect(await publish(ctx)).toEqual({ ok: false, error: { code: 'item.not-approved' } })
    const source = disclosureMatters().disclosure
    const now = await withAgency(ctx.db, ctx.agency.id, async (tx) =>
      source?.read(tx, ctx, { agencyId: ctx.agency.id, key: '2568:O9' }),
    )
    if (!source || !now) throw new Error('not a matter')
    expect(now).toMatchObject({
      title: expect.stringContaining('O9'),
      contentHash: (await itemOf(ctx)).contentHash,
    })
    expect((await source.list(ctx)).map(({ key }) => key)).toContain('2568:O9')
    const { before } = source.cells(now.content, now.content)
    expect(before.map(({ id: cell }) => cell)).toEqual(['unit', ...ELEMENTS.map((key) => `element-${key}`)])
    await approveThing(ctx, now)
    expect(await publish(ctx)).toEqual({ ok: true, value: { version: 1, isNew: true } })
    await changeFact(ctx, { id, fact: textFact({ words: 'ใหม่' }), unitId: null, pages: [], seenVersion: 1 })
    expect(await publish(ctx)).toEqual({ ok: false, error: { code: 'item.not-approved' } })
    const publicationId = (await findPublicItem(ctx, O9))?.shown?.publicationId
    expect(publicationId).toEqual(expect.any(String))
    await resolveWithdrawal(ctx, publicationId ?? '')
  })

  test('a withdrawn item shows who withdrew it and why, keeps its address, and may be published again', async () => {
    const ctx = await anAgency(database)
    await aFullItem(ctx)
    await publish(ctx)
    const asked = { ...O9, seenVersion: 1, reason: 'มีข้อมูลส่วนบุคคล' }
    expect(await withdrawItem(ctx, { ...asked, reason: ' ' })).toMatchObject({
      error: { code: 'item.no-reason' },
    })
    expect(await withdrawItem(ctx, { ...asked, seenVersion: 3 })).toMatchObject({
      error: { code: 'item.changed' },
    })
    expect(await withdrawItem(ctx, asked)).toEqual({ ok: true, value: null })
    expect(await withdrawItem(ctx, asked)).toMatchObject({ error: { code: 'item.not-published' } })
    const shown = await findPublicItem(ctx, O9)
    expect(shown).toMatchObject({ shown: null, score: { score: 0 } })
    expect(shown?.versions[0]?.withdrawn).toMatchObject({ byName: 'test', reason: 'มีข้อมูลส่วนบุคคล' })
    const old = await findPublicItem(ctx, { ...O9, version: 1 })
    expect(old?.answers.every(({ state }) => state === 'missing')).toBe(true)
    expect(await publish(ctx)).toEqual({ ok: true, value: { version: 2, isNew: true } })
  })

  test('removing an element of what is published makes the public item 0 when it is published so', async () => {
    const ctx = await anAgency(database)
    await aFullItem(ctx)
    await publish(ctx)
    const rowOf = async () =>
      (await listPublicYear(ctx, { year: 2568 }))?.groups
        .flatMap(({ items }) => items)
        .find(({ code }) => code === 'O9')
    expect(await rowOf()).toMatchObject({ score: { score: 100 }, shown: { version: 1 } })
    await clearElement(ctx, { ...O9, element: 'fee', seen: (await elementOf(ctx, 'fee')).seen })
    await publish(ctx)
    expect(await rowOf()).toMatchObject({ score: { score: 0 }, shown: { version: 2 } })
  })

  test('a finding that fails at the page, a link or a file of an item makes it 0, at another’s it does not', async () => {
    const ctx = await anAgency(database)
    await aFullItem(ctx)
    await addTo(ctx, { kind: 'link', address: 'https://data.example.go.th/contact' }, 'name')
    await itFails(database, ctx, 'https://ita.agency.example/oit/2568/O10')
    expect((await itemOf(ctx)).score.score).toBe(100)
    await itFails(database, ctx, 'https://data.example.go.th/contact')
    const item = await itemOf(ctx)
    expect(item.score.score).toBe(0)
    expect(item.score.faults[0]?.th).toContain('https://data.example.go.th/contact')
    await itFails(database, ctx, 'https://ita.agency.example/oit/2568/O9')
    expect((await itemOf(ctx)).findings).toHaveLength(2)
  })
})
