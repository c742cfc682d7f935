import { redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { addressOf, languageOf } from '../../../web/addresses.ts'

/** The page of one's own account, which says what was done. */
export const accountAfter = (lang: Language, done: string): string =>
  `${addressOf.office(lang, 'account')}?${new URLSearchParams({ done })}`

/** Leads back to the page of one's own account: with what was done, or why not. */
export const accountWith = (lang: Language, query: { done: string } | { refused: string }): Response =>
  redirect(
    'refused' in query && query.refused === 'session.not-fresh'
      ? `${addressOf.signIn(lang, addressOf.office(lang, 'account'))}&again=1`
      : `${addressOf.office(lang, 'account')}?${new URLSearchParams(query)}`,
    303,
  )

/** For addresses under the account page that are only sent to. */
export const toAccount = ({ request }: { request: Request }): Response =>
  redirect(addressOf.office(languageOf(new URL(request.url).pathname), 'account'), 303)
