import { describe, expect, test } from 'vitest'
import type { TypedForm } from '../profile/typed-words.domain.ts'
import { type Banner, type BannerForm, readBanner, shownOn, standingOf } from './banner.domain.ts'

const aBanner = (id: string, startsOn: string, endsOn: string, form: BannerForm = 'popup'): Banner => ({
  id,
  form,
  startsOn,
  endsOn,
  version: 1,
  content: {
    schema: 'prongsai.banner/1',
    title: { th: id, en: null },
    words: null,
    link: null,
    picture: null,
  },
})

describe('which banner is shown on a day', () => {
  test('a banner is shown on its first day, on its last day and between them, and on no other', () => {
    const banner = aBanner('a', '2025-02-27', '2025-03-01')
    expect(
      ['2025-02-26', '2025-02-27', '2025-02-28', '2025-03-01', '2025-03-02'].map((day) =>
        standingOf(banner, day),
      ),
    ).toEqual(['waiting', 'shown', 'shown', 'shown', 'over'])
    expect(standingOf(aBanner('b', '2025-02-27', '2025-02-27'), '2025-02-27')).toBe('shown')
  })

  test('of several pop-ups of a day one alone is shown: the one that began last', () => {
    const popups = [
      aBanner('year', '2025-01-01', '2025-12-31'),
      aBanner('week', '2025-03-03', '2025-03-09'),
      aBanner('tomorrow', '2025-03-06', '2025-03-06'),
    ]
    const popupOn = (day: string) => shownOn(popups, day).popup?.id ?? null
    expect(popupOn('2025-03-05')).toBe('week')
    expect(popupOn('2025-03-06')).toBe('tomorrow')
    expect(popupOn('2025-03-10')).toBe('year')
    expect(popupOn('2026-01-01')).toBeNull()
    expect(shownOn(popups, '2025-03-05').rail).toEqual([])
  })

  test('banners of a day are all shown, the newest first; those of one day stay as they were listed', () => {
    const banners = [
      aBanner('old', '2025-01-01', '2025-12-31', 'banner'),
      aBanner('popup', '2025-03-01', '2025-03-31', 'popup'),
      aBanner('one', '2025-03-01', '2025-03-31', 'banner'),
      aBanner('two', '2025-03-01', '2025-03-31', 'banner'),
      aBanner('over', '2025-03-01', '2025-03-04', 'banner'),
    ]
    const { rail, popup } = shownOn(banners, '2025-03-05')
    expect(rail.map(({ id }) => id)).toEqual(['one', 'two', 'old'])
    expect(popup?.id).toBe('popup')
  })
})

describe('what is typed', () => {
  const TYPED: TypedForm = {
    form: 'popup',
    titleTh: 'งดให้บริการ',
    startsOn: '๓๑ ธ.ค. ๒๕๖๗',
    endsOn: '1/1/2568',
  }
  const faultsOf = (given: TypedForm) => readBanner({ ...TYPED, ...given }).faults

  test('days are read as people type them, in Thai digits and in the Buddhist era', () => {
    expect(readBanner(TYPED)).toEqual({
      facts: {
        form: 'popup',
        startsOn: '2024-12-31',
        endsOn: '2025-01-01',
        content: {
          schema: 'prongsai.banner/1',
          title: { th: 'งดให้บริการ', en: null },
          words: null,
          link: null,
        },
      },
      faults: {},
    })
  })

  test.each<[string, TypedForm, object]>([
    ['no title', { titleTh: ' ' }, { titleTh: 'banner.no-title' }],
    ['a title in English alone', { titleTh: '', titleEn: 'Closed' }, { titleTh: 'profile.thai-missing' }],
    ['a title that is too long', { titleTh: 'ก'.repeat(121) }, { titleTh: 'banner.too-long' }],
    ['no form', { form: '' }, { form: 'banner.bad-form' }],
    ['a form that is none', { form: 'toString' }, { form: 'banner.bad-form' }],
    ['no days', { startsOn: '', endsOn: null }, { startsOn: 'banner.no-day', endsOn: 'banner.no-day' }],
    ['a day that does not exist', { startsOn: '30/2/2568' }, { startsOn: 'banner.bad-day' }],
    ['a last day before the first', { endsOn: '30/12/2567' }, { endsOn: 'banner.end-before-start' }],
  ])('%s is refused at its own field', (_what, given, faults) => {
    expect(faultsOf(given)).toEqual(faults)
    expect(readBanner({ ...TYPED, ...given }).facts).toBeNull()
  })

  test('one day alone is a first and a last day', () => {
    expect(faultsOf({ endsOn: TYPED.startsOn })).toEqual({})
  })

  test('a banner leads to a page of the site or to an address under https, and nowhere else', () => {
    for (const link of ['/', '/news/closed', '/oit/2568?x=1#top', 'https://www.example.go.th/ข่าว'])
      expect(readBanner({ ...TYPED, link }).facts?.content.link).toBe(link)
    for (const link of [
      '//elsewhere.example',
      '/\\elsewhere.example',
      'javascript:alert(1)',
      'http://example.go.th/',
      'news/closed',
      '/news closed',
      'https://',
    ])
      expect([link, faultsOf({ link })]).toEqual([link, { link: 'banner.bad-link' }])
  })
})
