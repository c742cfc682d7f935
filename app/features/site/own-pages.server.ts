import { addressOf } from '../../web/addresses.ts'
import type { PublicGroup, PublicPage, PublicPagesSource } from '../../web/public-page.ts'
import { shellText } from '../../web/text/index.ts'
import { findExecutives } from './profile/executives.queries.server.ts'
import { findProfile } from './profile/site-profile.queries.server.ts'
import { homeText } from './text/index.ts'
import { aboutText, doorsText } from './text/public.ts'

const [TH, EN] = ['th', 'en'] as const

/** The pages of which there is one each: home, contact, structure, executives, and the door of the protected channel. */
export const ownPages: PublicPagesSource = async (ctx) => {
  const [profile, executives] = await Promise.all([findProfile(ctx), findExecutives(ctx)])
  const { contact, mission } = profile
  const people = executives.map(({ name, title }) => ({
    th: `${name.th} ${title.th}`,
    en: `${name.en ?? name.th} ${title.en ?? title.th}`,
  }))
  const reached = [...contact.telephones, contact.email, contact.officialEmail].filter((one) => one !== null)
  const page = (
    address: string,
    group: PublicGroup,
    title: (lang: 'th' | 'en') => string,
    words: Readonly<{ th: string; en: string }>,
    isTranslated = true,
  ): PublicPage => ({
    address,
    group,
    title: { th: title(TH), en: title(EN) },
    isTranslated,
    text: words,
    changedAt: null,
  })
  const lead = (said: (lang: 'th' | 'en') => string) => ({ th: said(TH), en: said(EN) })
  return [
    page(
      addressOf.home(TH),
      'start',
      (lang) => shellText(lang).home,
      {
        th: `${mission?.th ?? ''} ${homeText(TH).lead}`,
        en: `${mission?.en ?? ''} ${homeText(EN).lead}`,
      },
      mission === null || mission.en !== null,
    ),
    page(
      addressOf.sitePage(TH, 'whistleblow'),
      'start',
      (lang) => doorsText(lang).whistle.title,
      lead((lang) => Object.values(doorsText(lang).whistle).join(' ')),
    ),
    page(
      addressOf.sitePage(TH, 'contact'),
      'start',
      (lang) => aboutText(lang).contact.title,
      {
        th: [contact.address?.th, ...reached, contact.hours?.th, aboutText(TH).contact.map].join(' '),
        en: [contact.address?.en, ...reached, contact.hours?.en, aboutText(EN).contact.map].join(' '),
      },
      contact.address === null || contact.address.en !== null,
    ),
    page(
      addressOf.sitePage(TH, 'structure'),
      'page',
      (lang) => aboutText(lang).structure.title,
      lead((lang) => aboutText(lang).structure.lead),
    ),
    page(
      addressOf.sitePage(TH, 'executives'),
      'page',
      (lang) => aboutText(lang).executives.title,
      lead((lang) => people.map((one) => one[lang]).join(' ')),
      executives.every(({ name, title }) => name.en !== null && title.en !== null),
    ),
  ]
}
