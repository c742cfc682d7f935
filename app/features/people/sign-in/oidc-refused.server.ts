import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { SignInError } from './sign-in.errors.ts'

/** The page that says why somebody was not signed in by a provider; from there it goes on to what was asked for. */
export function refusedAddress(lang: Language, to: string | null, error: SignInError): string {
  const query = new URLSearchParams({ refused: error.code })
  if ('wait' in error && error.wait) query.set('wait', String(error.wait))
  if (to !== null) query.set('to', to)
  return `${addressOf.signInPart(lang, 'oidc')}?${query}`
}
