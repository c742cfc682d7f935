import type { ReactNode } from 'react'
import type { Language } from '../i18n/language.ts'
import type { Said } from '../i18n/said.ts'
import '../ui/site.css'
import { Icon, type IconName } from '../ui/icon.tsx'
import { addressOf, inOtherLanguage } from './addresses.ts'
import { PageCodes } from './page-codes.tsx'
import { shellText } from './text/index.ts'

export type Crumb = Readonly<{ label: string; to: string | null }>
export type MenuEntry = Readonly<{ label: string; to: string }>

/** How the agency is reached, as the foot of every page says it; what nobody has said is null or empty. */
export type FrameContact = Readonly<{
  address: Said | null
  telephones: readonly string[]
  /** อีเมลสารบรรณ. */
  officialEmail: string | null
  email: string | null
  hasPlace: boolean
  social: readonly Readonly<{ name: string; address: string }>[]
}>

/** What stands around every public page. */
export type FrameAgency = Readonly<{
  name: string
  menu: readonly MenuEntry[]
  contact: FrameContact | null
  policies: readonly Readonly<{ label: Said; to: string }>[]
  /** The address of the agency's own mark; null: the neutral one. */
  mark: string | null
  /** The colours of the agency on its stylesheet; null where it has said none. */
  theme: Readonly<{ address: string; light: string; dark: string }> | null
}>

type FrameProps = Readonly<{
  lang: Language
  pathname: string
  /** Null where no agency answers: the page is about itself alone. */
  agency: FrameAgency | null
  /** Whether it is a page that is listed, and has a QR code. */
  hasCodes: boolean
  children: ReactNode
}>

/** Head, menu and foot of every public page. */
export function SiteFrame({ lang, pathname, agency, hasCodes, children }: FrameProps) {
  const text = shellText(lang)
  return (
    <>
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <SiteHead lang={lang} pathname={pathname} agency={agency} />
      <main id="main" className="wrap" tabIndex={-1}>
        {children}
        {hasCodes && <PageCodes lang={lang} pathname={pathname} />}
      </main>
      <SiteFoot lang={lang} agency={agency} />
    </>
  )
}

type Framed = Readonly<{ lang: Language; agency: FrameAgency | null }>

function SiteHead({ lang, pathname, agency }: Framed & { pathname: string }) {
  const text = shellText(lang)
  const other = lang === 'th' ? 'en' : 'th'
  return (
    <header className="site-head">
      <div className="wrap bar">
        <a className="brand" href={addressOf.home(lang)}>
          {agency?.mark ? <img className="mark" src={agency.mark} alt="" width="48" height="48" /> : <Mark />}
          <span className="names">
            <span className="agency">{agency?.name ?? text.productName}</span>
            <span className="what">{text.what}</span>
          </span>
        </a>
        {agency && <SiteSearch lang={lang} />}
        <DisplayTools lang={lang} />
        <a className="language" href={inOtherLanguage(pathname)} hrefLang={other} lang={other}>
          {text.otherLanguage}
        </a>
      </div>
      {agency && <MainMenu lang={lang} pathname={pathname} entries={agency.menu} />}
    </header>
  )
}

function SiteSearch({ lang }: { lang: Language }) {
  const text = shellText(lang)
  return (
    <search className="site-search" aria-label={text.search}>
      <form method="get" action={addressOf.sitePage(lang, 'search')}>
        <label htmlFor="site-search" className="visually-hidden">
          {text.searchField}
        </label>
        <input id="site-search" name="q" type="search" placeholder={text.searchField} enterKeyHint="search" />
        <button type="submit">
          <Icon name="search" />
          <span className="visually-hidden">{text.searchGo}</span>
        </button>
      </form>
    </search>
  )
}

/**
 * The rooms of the site, and beside them the two doors, each an entry of its own. On a phone the rooms open from one line;
 * on a wide window the same list stands open.
 */
function MainMenu({
  lang,
  pathname,
  entries,
}: {
  lang: Language
  pathname: string
  entries: readonly MenuEntry[]
}) {
  const text = shellText(lang)
  const current = (to: string) => {
    if (to === pathname) return 'page' as const
    return to !== addressOf.home(lang) && pathname.startsWith(`${to}/`) ? true : undefined
  }
  const doors: readonly (MenuEntry & { kind: string; icon: IconName })[] = [
    {
      kind: 'complaint',
      icon: 'comment',
      label: text.complaintDoor,
      to: addressOf.sitePage(lang, 'complaint'),
    },
    {
      kind: 'whistle',
      icon: 'locked',
      label: text.whistleDoor,
      to: addressOf.sitePage(lang, 'whistleblow'),
    },
  ]
  return (
    <nav className="main-menu" aria-label={text.mainMenu}>
      <div className="wrap">
        <details className="rooms">
          <summary>
            <Icon name="menu" />
            {text.menu}
          </summary>
          <ul>
            {entries.map((entry) => (
              <li key={entry.to}>
                <a href={entry.to} aria-current={current(entry.to)}>
                  {entry.label}
                </a>
              </li>
            ))}
          </ul>
        </details>
        <ul className="doors">
          {doors.map((door) => (
            <li key={door.to}>
              <a className={`door ${door.kind}`} href={door.to} aria-current={current(door.to)}>
                <Icon name={door.icon} />
                <span>{door.label}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}

function SiteFoot({ lang, agency }: Framed) {
  const text = shellText(lang)
  return (
    <footer className="site-foot">
      <div className="wrap">
        {agency && (
          <div className="foot-parts">
            <FootContact lang={lang} agency={agency} />
            <FootLinks title={text.footSite} lang={lang} entries={siteEntries(lang)} />
            <FootLinks title={text.footPolicies} lang={lang} entries={agency.policies} />
          </div>
        )}
        <div className="foot-end">
          <p>{text.footStatement(agency?.name ?? text.productName)}</p>
          <p className="muted">{text.footProduct}</p>
          <p>
            <a href={addressOf.signIn(lang)} rel="nofollow">
              {text.forStaff}
            </a>
          </p>
        </div>
      </div>
    </footer>
  )
}

const siteEntries = (lang: Language): FrameAgency['policies'] => {
  const text = shellText(lang)
  const entries: readonly MenuEntry[] = [
    { label: text.siteMap, to: addressOf.sitePage(lang, 'site-map') },
    { label: text.structure, to: addressOf.sitePage(lang, 'structure') },
    { label: text.executives, to: addressOf.sitePage(lang, 'executives') },
    { label: text.questions, to: addressOf.pages(lang, 'questions') },
    { label: text.data, to: addressOf.data(lang) },
    { label: text.verify, to: addressOf.verify(lang) },
  ]
  return entries.map(({ label, to }) => ({ label: { words: label, lang }, to }))
}

type FootLinksProps = Readonly<{ lang: Language; title: string; entries: FrameAgency['policies'] }>

function FootLinks({ lang, title, entries }: FootLinksProps) {
  if (entries.length === 0) return null
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.to}>
            <a href={entry.to} lang={entry.label.lang === lang ? undefined : entry.label.lang}>
              {entry.label.words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function FootContact({ lang, agency }: { lang: Language; agency: FrameAgency }) {
  const text = shellText(lang)
  const { contact } = agency
  const email = contact?.officialEmail ?? contact?.email ?? null
  return (
    <section className="foot-contact" aria-label={text.footContact}>
      <h2>{agency.name}</h2>
      {contact && (
        <address>
          {contact.address && (
            <p lang={contact.address.lang === lang ? undefined : contact.address.lang}>
              {contact.address.words}
            </p>
          )}
          {contact.telephones.length > 0 && (
            <p>
              {text.telephone}{' '}
              {contact.telephones.map((telephone, index) => (
                <span key={telephone}>
                  {index > 0 && ', '}
                  <a className="nowrap" href={telephoneLink(telephone)}>
                    {telephone}
                  </a>
                </span>
              ))}
            </p>
          )}
          {email !== null && (
            <p>
              {contact.officialEmail === null ? text.email : text.officialEmail}{' '}
              <a href={`mailto:${email}`}>{email}</a>
            </p>
          )}
        </address>
      )}
      <p>
        <a href={`${addressOf.sitePage(lang, 'contact')}${contact?.hasPlace ? '#map' : ''}`}>
          {contact?.hasPlace ? text.footMap : text.footToContact}
        </a>
      </p>
      {contact && contact.social.length > 0 && (
        <ul className="social">
          {contact.social.map((channel) => (
            <li key={channel.address}>
              <a href={channel.address} rel="noopener me">
                {channel.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** "0 2612 6000" → "tel:026126000"; an extension after words or signs is left out. */
export const telephoneLink = (telephone: string): string =>
  `tel:${/^[+\d\s().-]*/.exec(telephone)?.[0].replace(/[^+\d]/g, '') ?? ''}`

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
