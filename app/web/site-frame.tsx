import type { ReactNode } from 'react'
import type { Language } from '../i18n/language.ts'
import { Icon } from '../ui/icon.tsx'
import { addressOf, inOtherLanguage } from './addresses.ts'
import { shellText } from './text/index.ts'

export type Crumb = Readonly<{ label: string; to: string | null }>
export type FrameAgency = Readonly<{ name: string; menu: readonly Crumb[] }>

type FrameProps = Readonly<{ lang: Language; pathname: string; agency: FrameAgency; children: ReactNode }>

/** Head, menu and foot of every public page. */
export function SiteFrame({ lang, pathname, agency, children }: FrameProps) {
  const text = shellText(lang)
  const other = lang === 'th' ? 'en' : 'th'
  return (
    <>
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <header className="site-head">
        <div className="wrap bar">
          <a className="brand" href={lang === 'en' ? '/en' : '/'}>
            <Mark />
            <span className="names">
              <span className="agency">{agency.name}</span>
              <span className="what">{text.what}</span>
            </span>
          </a>
          <DisplayTools lang={lang} />
          <a className="language" href={inOtherLanguage(pathname)} hrefLang={other} lang={other}>
            {text.otherLanguage}
          </a>
        </div>
        <nav className="main-menu" aria-label={text.mainMenu}>
          <ul className="wrap">
            {agency.menu.map((entry) => (
              <li key={entry.label}>
                <a href={entry.to ?? '#'} aria-current={entry.to === pathname ? 'page' : undefined}>
                  {entry.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" className="wrap" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-foot">
        <div className="wrap">
          <p>{text.footStatement(agency.name)}</p>
          <p className="muted">{text.footProduct}</p>
          <p>
            <a href={addressOf.verify(lang)}>{text.verify}</a>
          </p>
          <p>
            <a href={addressOf.signIn(lang)} rel="nofollow">
              {text.forStaff}
            </a>
          </p>
        </div>
      </footer>
    </>
  )
}

/** Where the page stands; the last entry is the page itself. */
export function Crumbs({ lang, trail }: { lang: Language; trail: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label={shellText(lang).crumbs}>
      <ol>
        {trail.map((crumb) => (
          <li key={crumb.label}>
            {crumb.to ? <a href={crumb.to}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Hidden until the script that serves them runs. */
export function DisplayTools({ lang }: { lang: Language }) {
  const text = shellText(lang)
  return (
    <div className="tools" hidden>
      <fieldset className="group" aria-label={text.textSize}>
        <Tool set="text" value="" label={text.textNormal} sign={text.letter} />
        <Tool set="text" value="large" label={text.textLarge} sign={`${text.letter}+`} />
        <Tool set="text" value="larger" label={text.textLarger} sign={`${text.letter}++`} />
      </fieldset>
      <fieldset className="group" aria-label={text.theme}>
        <Tool set="theme" value="light" label={text.themeLight} sign={<Icon name="light" />} />
        <Tool set="theme" value="dark" label={text.themeDark} sign={<Icon name="dark" />} />
        <Tool set="theme" value="contrast" label={text.themeContrast} sign={<Icon name="contrast" />} />
      </fieldset>
    </div>
  )
}

type ToolProps = { set: string; value: string; label: string; sign: ReactNode }

function Tool({ set, value, label, sign }: ToolProps) {
  return (
    <button type="button" data-set={set} value={value} title={label}>
      {/* The sign is part of the name, so that who speaks to the page can say what is seen on it. */}
      {sign} <span className="visually-hidden">{label}</span>
    </button>
  )
}

/** A neutral mark until the agency puts its own: a page seen through, with the line of approval under it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 48 48" fill="none" aria-hidden="true">
      <circle cx="24" cy="24" r="21" stroke="currentColor" strokeWidth="3" />
      <path
        d="M14 27l7 7 14-17"
        stroke="var(--gold)"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
