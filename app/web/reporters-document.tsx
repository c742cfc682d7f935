import type { ReactNode } from 'react'
import type { Language } from '../i18n/language.ts'
import styles from '../ui/protected.css?url'
import { addressOf, inOtherLanguage } from './addresses.ts'
import { shellText } from './text/index.ts'

type DocumentProps = Readonly<{
  lang: Language
  pathname: string
  /** Null where it is not known just now. */
  agency: string | null
  children: ReactNode
}>

/**
 * What stands around the pages of who reports: small, without script, fonts or pictures, and with nothing that asks any
 * other place. `data:,` keeps the browser from asking for a mark.
 */
export function ReportersDocument({ lang, pathname, agency, children }: DocumentProps) {
  const text = shellText(lang)
  const other = lang === 'th' ? 'en' : 'th'
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={styles} />
      </head>
      <body>
        <a className="skip" href="#main">
          {text.skip}
        </a>
        <header>
          <p>
            <a href={addressOf.sitePage(lang, 'whistleblow')}>{text.whistleDoor}</a>
            {agency !== null && <span className="muted"> {agency}</span>}
          </p>
          <p>
            <a href={otherOf(pathname)} hrefLang={other} lang={other}>
              {text.otherLanguage}
            </a>
          </p>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer>
          <p>{text.reportersFoot}</p>
          <p>
            <a href={addressOf.home(lang)}>{text.toHome}</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

/** What is sent to is nothing to open: its form is. */
const otherOf = (pathname: string): string => inOtherLanguage(pathname.replace(/\/send$/, ''))
