import type { MaybeBilingual } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { typedDay } from '../../../kernel/typed-day.ts'
import type { LookFaults } from '../look.errors.ts'
import type { PagePicture } from '../pages/page.domain.ts'
import { createReader, type TypedForm, webAddress } from '../profile/typed-words.domain.ts'

export const BANNER_FORMS = ['banner', 'popup'] as const
export type BannerForm = (typeof BANNER_FORMS)[number]

/** What a banner says, as it is kept. */
export type BannerContent = Readonly<{
  schema: 'prongsai.banner/1'
  title: MaybeBilingual
  words: MaybeBilingual | null
  /** A page of this site by its Thai path, or an address elsewhere; null where it leads nowhere. */
  link: string | null
  picture: PagePicture | null
}>

/** A banner of the home page, or one that opens over it once (popup). Both days are shown. */
export type Banner = Readonly<{
  id: string
  form: BannerForm
  content: BannerContent
  startsOn: IsoDay
  endsOn: IsoDay
  version: number
}>

export type BannerFacts = Pick<Banner, 'form' | 'startsOn' | 'endsOn'> &
  Readonly<{ content: Omit<BannerContent, 'picture'> }>

/** Whether a banner is before its days, within them or behind them. */
export type BannerStanding = 'waiting' | 'shown' | 'over'

export const standingOf = (
  { startsOn, endsOn }: Pick<Banner, 'startsOn' | 'endsOn'>,
  day: IsoDay,
): BannerStanding => {
  if (day < startsOn) return 'waiting'
  return day > endsOn ? 'over' : 'shown'
}

/** What the home page shows on a day: all banners in the order of their days, and the pop-up that began last. */
export function shownOn(
  banners: readonly Banner[],
  day: IsoDay,
): Readonly<{ rail: readonly Banner[]; popup: Banner | null }> {
  const shown = banners
    .filter((banner) => standingOf(banner, day) === 'shown')
    .toSorted((a, b) => (a.startsOn === b.startsOn ? 0 : a.startsOn < b.startsOn ? 1 : -1))
  return {
    rail: shown.filter(({ form }) => form === 'banner'),
    popup: shown.find(({ form }) => form === 'popup') ?? null,
  }
}

const MOST = { title: 120, words: 400 } as const

/** Reads the form of a banner; every wrong field has its own fault. */
export function readBanner(typed: TypedForm): Readonly<{ facts: BannerFacts | null; faults: LookFaults }> {
  const reader = createReader(typed)
  const { fault, faults } = reader
  const form = BANNER_FORMS.find((one) => one === reader.at('form')) ?? fault('form', 'banner.bad-form')
  const title =
    reader.bilingual('title', MOST.title, 'banner.too-long') ?? fault('titleTh', 'banner.no-title')
  const [startsOn, endsOn] = [dayOf(reader, 'startsOn'), dayOf(reader, 'endsOn')]
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) fault('endsOn', 'banner.end-before-start')
  const typedLink = reader.line('link', 500, 'banner.bad-link')
  const link = typedLink && (pageOrAddress(typedLink) ?? fault('link', 'banner.bad-link'))
  const words = reader.bilingual('words', MOST.words, 'banner.too-long')
  if (Object.keys(faults).length > 0 || !form || !title || !startsOn || !endsOn)
    return { facts: null, faults }
  return {
    facts: { form, startsOn, endsOn, content: { schema: 'prongsai.banner/1', title, words, link } },
    faults,
  }
}

function dayOf({ at, fault }: ReturnType<typeof createReader>, field: string): IsoDay | null {
  const text = at(field).trim()
  if (text === '') return fault(field, 'banner.no-day')
  return typedDay(text) ?? fault(field, 'banner.bad-day')
}

/** "/news/x" stays inside; "//elsewhere" and "javascript:" lead nowhere. */
const pageOrAddress = (text: string): string | null =>
  /^\/(?![/\\])[^\s\\]*$/u.test(text) ? text : /^https:/.test(text) ? webAddress(text) : null
