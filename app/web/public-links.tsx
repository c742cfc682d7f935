import { LANGUAGES } from '../i18n/language.ts'
import { inOtherLanguage, isPersonal, languageOf } from './addresses.ts'

/**
 * The one public address of a page and of its twin in the other language, for search engines. Nothing while ORIGIN was
 * not set: a page of an agency must not send its readers to `localhost`. `pathname` as the address bar shows it.
 */
export function PublicLinks({ origin, pathname }: { origin: string; pathname: string }) {
  if (new URL(origin).hostname === 'localhost' || isPersonal(pathname)) return null
  return (
    <>
      <link rel="canonical" href={origin + pathname} />
      {LANGUAGES.map((lang) => (
        <link
          key={lang}
          rel="alternate"
          hrefLang={lang}
          href={origin + (lang === languageOf(pathname) ? pathname : inOtherLanguage(pathname))}
        />
      ))}
    </>
  )
}
