import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCoordinator, at, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { anEvidenceFile } from '../../../../../tests/support/evidence-builders.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { findPublicFile } from '../../../disclosure/public-files/public-file.repo.server.ts'
import type { TypedForm } from '../../profile/typed-words.domain.ts'
import { findShownBanners, listBannerRows } from '../banners.queries.server.ts'
import { removeBanner } from './remove-banner.server.ts'
import { saveBanner } from './save-banner.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const CLOSED: TypedForm = {
  form: 'popup',
  titleTh: 'งดให้บริการ',
  startsOn: '๓๑/๑๒/๒๕๖๗',
  endsOn: '1 ม.ค. 2568',
}

async function added(ctx: Ctx, typed: TypedForm = {}): Promise<string> {
  const saved = await saveBanner(ctx, { typed: { ...CLOSED, ...typed }, picture: 'none', of: null })
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return saved.value
}

const faulty = (faults: object) => ({ ok: false, error: { code: 'look.faults', faults } })

describe('from day to day', () => {
  test('a pop-up is shown from the first moment of its first day in Thailand to the last of its last', async () => {
    const ctx = await aCoordinator(database)
    const id = await added(ctx)
    const shownAt = async (instant: string) => (await findShownBanners(at(ctx, instant))).popup?.id ?? null
    const standingAt = async (instant: string) =>
      (await listBannerRows(at(ctx, instant))).map(({ standing }) => standing)
    // Midnight in Thailand is five in the afternoon of the day before, of the clock that the program reads.
    expect(await shownAt('2024-12-30T16:59:59Z')).toBeNull()
    expect(await standingAt('2024-12-30T16:59:59Z')).toEqual(['waiting'])
    expect(await shownAt('2024-12-30T17:00:00Z')).toBe(id)
    expect(await standingAt('2024-12-30T17:00:00Z')).toEqual(['shown'])
    expect(await shownAt('2025-01-01T16:59:59Z')).toBe(id)
    expect(await shownAt('2025-01-01T17:00:00Z')).toBeNull()
    expect(await standingAt('2025-01-01T17:00:00Z')).toEqual(['over'])
  })

  test('of two pop-ups that began on one day the one that ends last is shown, alone, however they were added', async () => {
    const newYear = '2024-12-31T05:00:00Z'
    for (const ends of [
      ['1/1/2568', '5/1/2568'],
      ['5/1/2568', '1/1/2568'],
    ]) {
      const ctx = await aCoordinator(database)
      for (const endsOn of ends) await added(ctx, { endsOn })
      const { popup, rail } = await findShownBanners(at(ctx, newYear))
      expect(popup?.endsOn).toBe('2025-01-05')
      expect(rail).toEqual([])
    }
  })
})

describe('by staff', () => {
  test('a banner that is added, changed and removed is in the log with its form and days', async () => {
    const ctx = await aCoordinator(database)
    const id = await added(ctx)
    const changed = { ...CLOSED, form: 'banner', link: '/news/closed' }
    expect(await saveBanner(ctx, { typed: changed, picture: 'keep', of: { id, seenVersion: 1 } })).toEqual({
      ok: true,
      value: id,
    })
    expect(await listBannerRows(ctx)).toMatchObject([
      { id, form: 'banner', version: 2, content: { link: '/news/closed', picture: null } },
    ])
    expect(await removeBanner(ctx, { id })).toEqual({ ok: true, value: null })
    expect(await listBannerRows(ctx)).toEqual([])
    const days = { from: '2024-12-31', to: '2025-01-01' }
    expect((await auditOf(database, ctx)).slice(-3)).toEqual([
      { action: 'banner.added', object_id: id, detail: { form: 'popup', ...days } },
      { action: 'banner.changed', object_id: id, detail: { form: 'banner', ...days } },
      { action: 'banner.removed', object_id: id, detail: {} },
    ])
  })

  test('what was wrongly typed is neither kept nor in the log', async () => {
    const ctx = await aCoordinator(database)
    const before = (await auditOf(database, ctx)).length
    const typed = { ...CLOSED, endsOn: '30/12/2567' }
    expect(await saveBanner(ctx, { typed, picture: 'none', of: null })).toEqual(
      faulty({ endsOn: 'banner.end-before-start' }),
    )
    expect(await listBannerRows(ctx)).toEqual([])
    expect(await auditOf(database, ctx)).toHaveLength(before)
  })

  test('of two people who change one banner at once the second is told, and the first is kept', async () => {
    const ctx = await aCoordinator(database)
    const id = await added(ctx)
    const of = { id, seenVersion: 1 }
    const titles = ['ของคนแรก', 'ของคนที่สอง']
    const results = await Promise.all(
      titles.map((titleTh) => saveBanner(ctx, { typed: { ...CLOSED, titleTh }, picture: 'keep', of })),
    )
    expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, value: id }])
    expect(results.filter(({ ok }) => !ok)).toEqual([faulty({ '': 'banner.clash' })])
    const [kept, ...others] = await listBannerRows(ctx)
    expect(kept?.content.title.th).toBe(titles[results.findIndex(({ ok }) => ok)])
    expect(others).toEqual([])
  })

  test('a banner that was taken out is neither changed nor removed again', async () => {
    const ctx = await aCoordinator(database)
    const id = await added(ctx)
    await removeBanner(ctx, { id })
    const unknown = faulty({ '': 'banner.unknown' })
    expect(await removeBanner(ctx, { id })).toEqual(unknown)
    for (const gone of [id, randomUUID(), 'none'])
      expect(
        await saveBanner(ctx, { typed: CLOSED, picture: 'keep', of: { id: gone, seenVersion: 1 } }),
      ).toEqual(unknown)
    expect(await removeBanner(ctx, { id: 'none' })).toEqual(unknown)
    expect(await listBannerRows(ctx)).toEqual([])
  })

  test('a banner of one agency is neither seen, changed nor removed by another', async () => {
    const [ctx, other] = [await aCoordinator(database), await aCoordinator(database)]
    const id = await added(ctx)
    const newYear = '2024-12-31T05:00:00Z'
    expect(await findShownBanners(at(other, newYear))).toEqual({ rail: [], popup: null })
    expect(await listBannerRows(other)).toEqual([])
    const unknown = faulty({ '': 'banner.unknown' })
    expect(await removeBanner(other, { id })).toEqual(unknown)
    expect(await saveBanner(other, { typed: CLOSED, picture: 'none', of: { id, seenVersion: 1 } })).toEqual(
      unknown,
    )
    expect((await findShownBanners(at(ctx, newYear))).popup).toMatchObject({ id, version: 1 })
  })
})

describe('its picture', () => {
  test('a picture becomes public with its banner, stays when it is kept, and leaves it when it is taken away', async () => {
    const ctx = await aCoordinator(database)
    const { id: evidenceId, sha256 } = await anEvidenceFile(ctx, {
      fileName: 'ก.png',
      mediaType: 'image/png',
    })
    const file = { sha256, fileName: 'ก.png' }
    const picture = { evidenceId, altTh: ' ประตูปิด ', altEn: '' }
    const saved = await saveBanner(ctx, { typed: CLOSED, picture, of: null })
    if (!saved.ok) throw new Error(JSON.stringify(saved.error))
    const pictureNow = async () => (await listBannerRows(ctx))[0]?.content.picture
    const isKept = { ...file, mediaType: 'image/png', alt: { th: 'ประตูปิด', en: null } }
    expect(await pictureNow()).toEqual(isKept)
    expect(await findPublicFile(ctx, { ...file, isScanning: false })).toMatchObject({ isOpen: true })
    const change = { typed: CLOSED, of: { id: saved.value, seenVersion: 1 } }
    await saveBanner(ctx, { ...change, picture: 'keep' })
    expect(await pictureNow()).toEqual(isKept)
    await saveBanner(ctx, { ...change, picture: 'none', of: { id: saved.value, seenVersion: 2 } })
    expect(await pictureNow()).toBeNull()
  })

  test.each([
    ['no picture', {}, 'ก', { picture: 'picture.no-picture' }],
    [
      'a confidential one',
      { mediaType: 'image/png', isConfidential: true },
      'ก',
      { picture: 'picture.confidential' },
    ],
    ['an infected one', { mediaType: 'image/png', scan: 'infected' }, 'ก', { picture: 'picture.infected' }],
    ['one that can run', { mediaType: 'image/svg+xml' }, 'ก', { picture: 'picture.no-picture' }],
    ['one without words', { mediaType: 'image/png' }, ' ', { altTh: 'picture.no-words' }],
  ] as const)('%s is refused, and the file stays closed', async (_what, given, altTh, faults) => {
    const ctx = await aCoordinator(database)
    const { id: evidenceId, sha256 } = await anEvidenceFile(ctx, { fileName: 'ก.png', ...given })
    const picture = { evidenceId, altTh, altEn: null }
    expect(await saveBanner(ctx, { typed: CLOSED, picture, of: null })).toEqual(faulty(faults))
    expect(await findPublicFile(ctx, { sha256, fileName: 'ก.png', isScanning: false })).toBeNull()
    expect(await listBannerRows(ctx)).toEqual([])
  })
})
