import { createContext } from 'react-router'
import type { Bilingual, Language } from '../i18n/language.ts'
import type { Ctx } from '../platform/ctx.server.ts'
import { inOtherLanguage, languageOf } from './addresses.ts'

/** What a public page is about; the site map is laid out by it. */
export type PublicGroup =
  | 'start'
  | 'service'
  | 'news'
  | 'disclosure'
  | 'report'
  | 'data'
  | 'question'
  | 'policy'
  | 'page'
  | 'tool'

/** One page that anybody may read, as it is listed, found, drawn and crawled. */
export type PublicPage = Readonly<{
  /** The path of its Thai form; the English one stands under `/en`. */
  address: string
  group: PublicGroup
  /** The Thai title stands for the English one where there is none. */
  title: Bilingual
  /** Whether all of it is there in English. */
  isTranslated: boolean
  /** The words that a search looks into, without the title. */
  text: Bilingual
  changedAt: Date | null
}>

/** Every public page of a room, as it now stands. */
export type PublicPagesSource = (ctx: Ctx) => Promise<readonly PublicPage[]>

/** The page that answers at a path of either language; null where none of the list does. */
export function pageAt<Page extends Pick<PublicPage, 'address'>>(
  pages: readonly Page[],
  pathname: string,
): Readonly<{ page: Page; lang: Language }> | null {
  const lang = languageOf(pathname)
  const thai = lang === 'en' ? inOtherLanguage(pathname) : pathname
  const page = pages.find(({ address }) => address === thai)
  return page ? { page, lang } : null
}

/** The pages of all rooms: each knows its own, the program puts them together. */
export const publicPagesContext = createContext<PublicPagesSource>()
