import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { PageContent, PageKind } from './page.domain.ts'

/** Under which segment the pages of a kind stand. */
export const SEGMENTS = {
  page: 'pages',
  policy: 'policies',
  news: 'news',
  question: 'questions',
  service: 'services',
} as const satisfies Record<PageKind, string>

/** The public address of a page. */
export const addressOfPage = (lang: Language, { kind, slug }: Pick<PageContent, 'kind' | 'slug'>): string =>
  addressOf.pages(lang, SEGMENTS[kind], slug)

/** A version of a policy has an address that never changes. */
export const addressOfVersion = (lang: Language, slug: string, version: number): string =>
  `${addressOf.pages(lang, 'policies', slug)}/versions/${version}`
