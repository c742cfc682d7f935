import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as, at, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { aChain, approveThing } from '../../../../../tests/support/approved.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { anEvidenceFile } from '../../../../../tests/support/evidence-builders.ts'
import type { Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { findPublicFile } from '../../../disclosure/public-files/public-file.repo.server.ts'
import { foundUnit } from '../../../people/directory/usecases/found-unit.server.ts'
import type { PageKind } from '../page.domain.ts'
import { sitePageMatters } from '../page-matters.server.ts'
import { findPageWork, listPageWork } from '../page-work.queries.server.ts'
import { findPublishedPage, listPublishedPages } from '../published-pages.queries.server.ts'
import { addPage } from './add-page.server.ts'
import { changePage } from './change-page.server.ts'
import { changePictures } from './change-pictures.server.ts'
import { publishPage } from './publish-page.server.ts'
import { removePage } from './remove-page.server.ts'
import { tellReviewsDue } from './tell-reviews-due.server.ts'
import { withdrawPage } from './withdraw-page.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

function given<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const faults = (result: Result<unknown, unknown>) =>
  result.ok
    ? null
    : ((result.error as { faults?: unknown }).faults ?? (result.error as { code: string }).code)

const NEWS = {
  titleTh: 'รับฟังความเห็น',
  titleEn: 'Public Hearing',
  bodyTh: 'ขอเชิญร่วม **รับฟัง**',
  date: '1/10/2567',
}

const anyPage = async (ctx: Ctx, typed: Record<string, string> = NEWS, kind: PageKind = 'news') =>
  given(await addPage(ctx, { kind, typed }))

const workOf = async (ctx: Ctx, pageId: string) => {
  const work = await findPageWork(ctx, { pageId })
  if (!work) throw new Error('no page')
  return work
}
const publish = async (ctx: Ctx, pageId: string) =>
  publishPage(ctx, { pageId, seenHash: (await workOf(ctx, pageId)).page.contentHash })
const change = async (ctx: Ctx, pageId: string, typed: Record<string, string>) =>
  changePage(ctx, { pageId, seenVersion: (await workOf(ctx, pageId)).page.version, typed })

test('a page is a draft that nobody sees, until it is published with its content frozen', async () => {
  const ctx = await anAgency(database)
  const pageId = await anyPage(ctx)
  expect(await findPublishedPage(ctx, { kind: 'news', slug: 'public-hearing' })).toBeNull()
  expect((await workOf(ctx, pageId)).state).toBe('draft')
  expect(given(await publish(ctx, pageId))).toBe(1)
  given(await change(ctx, pageId, { titleTh: 'แก้ไขแล้ว' }))
  const found = await findPublishedPage(ctx, { kind: 'news', slug: 'public-hearing' })
  expect(found?.page.content).toMatchObject({
    title: { th: 'รับฟังความเห็น', en: 'Public Hearing' },
    date: '2024-10-01',
  })
  expect((await workOf(ctx, pageId)).state).toBe('changed')
  expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual([
    'page.added',
    'page.published',
    'page.changed',
  ])
})

test('what everybody is told of a page names nobody who worked on it', async () => {
  const ctx = await anAgency(database)
  const person = { ...ctx, actor: { ...ctx.actor, name: 'สมชาย ใจดี' } }
  const pageId = await anyPage(person)
  given(await publish(person, pageId))
  const address = { kind: 'news', slug: 'public-hearing' } as const
  const published = JSON.stringify(await findPublishedPage(ctx, address))
  given(await withdrawPage(person, { pageId, reason: 'ยกเลิก' }))
  const ended = JSON.stringify(await findPublishedPage(ctx, address))
  expect([published, ended].map((told) => told.includes('สมชาย'))).toEqual([false, false])
})

test('each publication is a version with its own content, and the same content is not published twice', async () => {
  const ctx = await anAgency(database)
  const pageId = await anyPage(ctx)
  given(await publish(ctx, pageId))
  expect(faults(await publish(ctx, pageId))).toEqual({ '': 'page.nothing-new' })
  given(await change(ctx, pageId, { bodyTh: 'เนื้อหาใหม่' }))
  expect(given(await publish(ctx, pageId))).toBe(2)
  const first = await findPublishedPage(ctx, { kind: 'news', slug: 'public-hearing', version: 1 })
  expect([first?.page.content.body.th, first?.newestVersion, first?.versions.length]).toEqual([
    'ขอเชิญร่วม **รับฟัง**',
    2,
    2,
  ])
  expect(await findPublishedPage(ctx, { kind: 'news', slug: 'public-hearing', version: 3 })).toBeNull()
})

test('an address under which a page was public leads to it for ever, and no other page may take it', async () => {
  const ctx = await anAgency(database)
  const pageId = await anyPage(ctx)
  given(await publish(ctx, pageId))
  given(await change(ctx, pageId, { slug: 'hearing-2567' }))
  given(await publish(ctx, pageId))
  const old = await findPublishedPage(ctx, { kind: 'news', slug: 'public-hearing' })
  expect([old?.page.pageId, old?.slug]).toEqual([pageId, 'hearing-2567'])
  expect(faults(await addPage(ctx, { kind: 'news', typed: NEWS }))).toEqual({ slug: 'page.slug-taken' })
  // Another kind stands under addresses of its own.
  expect(faults(await addPage(ctx, { kind: 'page', typed: NEWS }))).toBeNull()
})

test('of two people who began from the same version, the second is shown what the first saved', async () => {
  const ctx = await anAgency(database)
  const pageId = await anyPage(ctx)
  const [one, other] = await Promise.all([
    changePage(ctx, { pageId, seenVersion: 1, typed: { titleTh: 'ของคนแรก' } }),
    changePage(ctx, { pageId, seenVersion: 1, typed: { titleTh: 'ของคนที่สอง' } }),
  ])
  expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1)
  const refused = one.ok ? other : one
  expect(refused.ok ? null : refused.error).toMatchObject({ code: 'page.clash', version: 2, byName: 'test' })
  // A field that is not sent is left to the other.
  given(await changePage(ctx, { pageId, seenVersion: 2, typed: { bodyTh: 'เฉพาะเนื้อหา' } }))
  const { content } = (await workOf(ctx, pageId)).page
  expect([content.title.th, content.body.th]).toEqual([one.ok ? 'ของคนแรก' : 'ของคนที่สอง', 'เฉพาะเนื้อหา'])
})

test('what was changed after somebody looked at it is not published by them', async () => {
  const ctx = await anAgency(database)
  const pageId = await anyPage(ctx)
  const { contentHash: seenHash } = (await workOf(ctx, pageId)).page
  given(await change(ctx, pageId, { bodyTh: 'เนื้อหาอื่น' }))
  expect(faults(await publishPage(ctx, { pageId, seenHash }))).toEqual({ '': 'page.changed-since' })
})

test('where pages have a chain, only what every step approved becomes public', async () => {
  const ctx = await anAgency(database)
  await aChain(ctx, ['คณะทำงาน'], 'page')
  const pageId = await anyPage(ctx)
  expect(faults(await publish(ctx, pageId))).toEqual({ '': 'page.not-approved' })
  const source = sitePageMatters().page!
  expect(await source.list(ctx)).toMatchObject([{ kind: 'page', key: pageId }])
  const read = () =>
    withAgency(ctx.db, ctx.agency.id, (tx) => source.read(tx, ctx, { agencyId: ctx.agency.id, key: pageId }))
  const matter = await read()
  await approveThing(ctx, matter!)
  given(await change(ctx, pageId, { bodyTh: 'แก้หลังเห็นชอบ' }))
  expect(faults(await publish(ctx, pageId))).toEqual({ '': 'page.not-approved' })
  const { before, after } = source.cells(matter!.content, (await read())!.content)
  expect(after.filter(({ print }, index) => print !== before[index]?.print).map(({ id }) => id)).toEqual([
    'body',
  ])
  given(await change(ctx, pageId, { bodyTh: NEWS.bodyTh }))
  expect(given(await publish(ctx, pageId))).toBe(1)
  expect(await source.list(ctx)).toEqual([])
})

test('a page that was taken down says when and why, and can be published again', async () => {
  const ctx = await anAgency(database)
  const pageId = await anyPage(ctx)
  given(await publish(ctx, pageId))
  expect(faults(await withdrawPage(ctx, { pageId, reason: '  ' }))).toEqual({ reason: 'page.no-reason' })
  given(await withdrawPage(ctx, { pageId, reason: 'ยกเลิกการจัด' }))
  expect(faults(await withdrawPage(ctx, { pageId, reason: 'อีกครั้ง' }))).toEqual({ '': 'page.not-public' })
  const gone = await findPublishedPage(ctx, { kind: 'news', slug: 'public-hearing' })
  expect(gone?.page.ended).toEqual({ at: ctx.now(), reason: 'ยกเลิกการจัด' })
  expect(await listPublishedPages(ctx, 'news')).toEqual([])
  expect((await listPageWork(ctx)).map(({ state }) => state)).toEqual(['ended'])
  expect(given(await publish(ctx, pageId))).toBe(2)
  expect((await listPublishedPages(ctx, null)).map(({ version }) => version)).toEqual([2])
})

test('a draft is removed and its address is free; what once was public is not removed', async () => {
  const ctx = await anAgency(database)
  const draft = await anyPage(ctx)
  given(await removePage(ctx, { pageId: draft }))
  expect(faults(await removePage(ctx, { pageId: draft }))).toBe('page.unknown')
  const pageId = await anyPage(ctx)
  given(await publish(ctx, pageId))
  expect(faults(await removePage(ctx, { pageId }))).toEqual({ '': 'page.was-public' })
})

test('what is lacking keeps a page from being published, but parts of a service that are missing do not', async () => {
  const ctx = await anAgency(database)
  const policy = await anyPage(ctx, { slug: 'privacy', titleTh: 'นโยบาย', bodyTh: 'เนื้อหา' }, 'policy')
  expect(faults(await publish(ctx, policy))).toEqual({ '': 'page.no-review-day' })
  const undated = await anyPage(ctx, { ...NEWS, date: '' })
  expect(faults(await publish(ctx, undated))).toEqual({ '': 'page.no-date' })
  const service = await anyPage(ctx, { slug: 'permit', titleTh: 'ขอใบอนุญาต' }, 'service')
  expect(faults(await publish(ctx, service))).toEqual({ '': 'page.no-body' })
  given(await change(ctx, service, { stepsTh: '1. ยื่นคำขอ', feeNone: 'on' }))
  given(await publish(ctx, service))
  const [published] = await listPublishedPages(ctx, 'service')
  expect(published?.content.service).toMatchObject({
    steps: { state: 'value', text: { th: '1. ยื่นคำขอ', en: null } },
    fee: { state: 'none', text: { th: '', en: null } },
    laws: null,
  })
})

test('a picture is opened to everybody by who publishes the page, not by who writes it', async () => {
  const ctx = await anAgency(database)
  const pageId = await anyPage(ctx)
  const picture = { fileName: 'ภาพ.png', mediaType: 'image/png' }
  const { id, sha256 } = await anEvidenceFile(ctx, picture)
  const isOpen = async () =>
    (await findPublicFile(ctx, { sha256, fileName: picture.fileName, isScanning: false }))?.isOpen ?? false
  const chosen = { evidenceId: id, altTh: 'ผู้เข้าร่วมประชุม', altEn: null }
  given(await changePictures(ctx, { pageId, change: { act: 'add', picture: chosen } }))
  expect(await isOpen()).toBe(false)
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx.updateTable('evidence').set({ is_confidential: true }).where('id', '=', id).execute(),
  )
  expect(faults(await publish(ctx, pageId))).toEqual({ '': 'picture.confidential' })
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx.updateTable('evidence').set({ is_confidential: false }).where('id', '=', id).execute(),
  )
  given(await publish(ctx, pageId))
  expect(await isOpen()).toBe(true)
})

test('a picture needs words for who does not see it, and evidence that is confidential is never one', async () => {
  const ctx = await anAgency(database)
  const pageId = await anyPage(ctx)
  const picture = { fileName: 'ภาพ.png', mediaType: 'image/png' }
  const { id, sha256 } = await anEvidenceFile(ctx, picture)
  const { id: secret } = await anEvidenceFile(ctx, { ...picture, isConfidential: true })
  const add = (evidenceId: string, altTh: string | null) =>
    changePictures(ctx, { pageId, change: { act: 'add', picture: { evidenceId, altTh, altEn: null } } })
  expect(faults(await add(id, ' '))).toEqual({ altTh: 'picture.no-words' })
  expect(faults(await add(secret, 'ลับ'))).toEqual({ evidenceId: 'picture.confidential' })
  given(await add(id, 'ผู้เข้าร่วมประชุม'))
  expect((await workOf(ctx, pageId)).page.content.pictures).toEqual([
    { sha256, ...picture, alt: { th: 'ผู้เข้าร่วมประชุม', en: null }, evidence: { id, version: 1 } },
  ])
  // The form knows no pictures, and leaves them.
  given(await change(ctx, pageId, { titleTh: 'ชื่อใหม่' }))
  given(await changePictures(ctx, { pageId, change: { act: 'remove', sha256, fileName: 'ภาพ.png' } }))
  expect((await workOf(ctx, pageId)).page.content.pictures).toEqual([])
})

test('a unit owner writes pages of the own unit and of no other, and publishes none', async () => {
  const ctx = await anAgency(database)
  const unit = (nameTh: string) =>
    foundUnit(ctx, { facts: { code: null, nameTh, nameEn: null, parentId: null }, validFrom: '2024-01-01' })
  const own = given(await unit('ฝ่ายหนึ่ง')).unitId
  const other = given(await unit('ฝ่ายสอง')).unitId
  const owner = await aPerson(ctx, { role: 'unit-owner', unitId: own })
  const asOwner = as(ctx, owner.id, [{ role: 'unit-owner', unitId: own }])
  const add = (unitId: string) => addPage(asOwner, { kind: 'news', typed: { ...NEWS, unitId } })
  expect([faults(await add(other)), faults(await add(''))]).toEqual([
    'permission.refused',
    'permission.refused',
  ])
  const pageId = given(await add(own))
  given(await change(asOwner, pageId, { titleTh: 'ของฝ่ายหนึ่ง' }))
  // Nor is it handed to a unit of somebody else.
  expect(faults(await change(asOwner, pageId, { unitId: other }))).toBe('permission.refused')
  expect(faults(await publish(asOwner, pageId))).toBe('permission.refused')
  expect(faults(await withdrawPage(asOwner, { pageId, reason: 'ก' }))).toBe('permission.refused')
  given(await removePage(asOwner, { pageId }))
})

test('who keeps a page is told once of each day of review, a month before', async () => {
  const ctx = await anAgency(database)
  const coordinator = await aPerson(ctx, { role: 'ita-coordinator' })
  const pageId = await anyPage(ctx, { slug: 'terms', titleTh: 'ข้อกำหนด', reviewOn: '15/11/2567' }, 'policy')
  const told = async () =>
    (
      await database.owner.query('select person_id, part from notice where agency_id = $1 and kind = $2', [
        ctx.agency.id,
        'page.review-due',
      ])
    ).rows
  await tellReviewsDue(ctx)
  expect(await told()).toEqual([])
  const near = at(ctx, '2024-10-20T03:00:00Z')
  expect([await tellReviewsDue(near), await tellReviewsDue(near)]).toEqual([1, 0])
  expect(await told()).toEqual([{ person_id: coordinator.id, part: `site/pages/${pageId}` }])
  given(await change(ctx, pageId, { reviewOn: '16/11/2567' }))
  expect(await tellReviewsDue(near)).toBe(1)
})

test('another agency sees none of it', async () => {
  const [ctx, other] = [await anAgency(database), await anAgency(database)]
  const pageId = await anyPage(ctx)
  given(await publish(ctx, pageId))
  expect(await findPublishedPage(other, { kind: 'news', slug: 'public-hearing' })).toBeNull()
  expect(faults(await removePage(other, { pageId }))).toBe('page.unknown')
})
