import { LANGUAGES } from '../i18n/language.ts'
import { addressOf, inOtherLanguage, isPersonal, languageOf } from './addresses.ts'

type LinksProps = Readonly<{
  origin: string
  pathname: string
  /** Of the page, where it is listed: then it has a picture by which it is shared. */
  title: string | null
}>

/**
 * The one public address of a page and of its twin in the other language, for search engines, and what services show
 * of it that somebody sends on. Nothing while ORIGIN was
 * not set: a page of an agency must not send its readers to `localhost`. `pathname` as the address bar shows it.
 */
export function PublicLinks({ origin, pathname, title }: LinksProps) {
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
      {title !== null && (
        <>
          <meta property="og:type" content="website" />
          <meta property="og:title" content={title} />
          <meta property="og:url" content={origin + pathname} />
          <meta property="og:locale" content={languageOf(pathname) === 'en' ? 'en_GB' : 'th_TH'} />
          <meta property="og:image" content={origin + addressOf.sharePicture(pathname)} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </>
  )
}
