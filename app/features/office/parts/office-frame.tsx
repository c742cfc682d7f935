import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import type { RoleName } from '../../../kernel/actor.ts'
import '../../../ui/office-overview.css'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { addressOf, inOtherLanguage, isSealed } from '../../../web/addresses.ts'
import { DisplayTools, Mark } from '../../../web/site-frame.tsx'
import { DraftScript } from '../../people/index.parts.ts'
import { roleText } from '../../people/index.ts'
import type { EntryName, MenuGroup } from '../office-entries.domain.ts'
import type { Shortcut } from '../shortcuts/shortcuts.domain.ts'
import { officeText } from '../text/index.ts'
import { searchPageText, shortcutsText } from '../text/pages.ts'
import { Palette, PaletteButton } from './palette.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'

/** What the frame shows around every page. */
export type OfficeFrameData = Readonly<{
  lang: Language
  agencyName: string
  /** Today's, B.E. */
  fiscalYear: number
  person: Readonly<{ name: string; roles: readonly RoleName[] }>
  menu: readonly MenuGroup[]
  /** What keeping drafts needs; null where nobody may type into the office yet. */
  drafts: Readonly<{ nonce: string; personId: string; now: Date }> | null
  /** Null while the person may see to their account alone. */
  own: Readonly<{
    nonce: string
    /** Notices that they have not read. */
    unread: number
    /** Null where they turned one-letter keys off. */
    shortcuts: readonly Shortcut[] | null
  }> | null
}>

const ICONS = {
  home: 'home',
  cycles: 'cycle',
  evidence: 'evidence',
  scores: 'chart',
  meetings: 'calendar',
  approvals: 'done',
  disclosure: 'opened',
  watch: 'review',
  site: 'page',
  desk: 'comment',
  operation: 'working',
  protected: 'locked',
  notices: 'bell',
  people: 'people',
  units: 'units',
  roster: 'upload',
  agency: 'agency',
  holidays: 'calendar',
  chains: 'steps',
  providers: 'key',
  permissions: 'permission',
  audit: 'log',
  mail: 'mail',
  account: 'account',
} as const satisfies Record<EntryName, IconName>

/** Head, menu and main part of every page of the office. Works without a script: what unfolds is `<details>`. */
export function OfficeFrame({ frame, children }: { frame: OfficeFrameData; children: ReactNode }) {
  const text = officeText(frame.lang)
  // While a sealed case is open, no script runs beside it, and nothing that is typed is kept.
  const isScripted = !isSealed(useLocation().pathname)
  return (
    <div className="office">
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <OfficeHead frame={frame} />
      <div className="office-body">
        <OfficeMenu lang={frame.lang} menu={frame.menu} />
        <main id="main" className="office-main" tabIndex={-1}>
          {children}
        </main>
      </div>
      {isScripted && frame.own && <Palette lang={frame.lang} nonce={frame.own.nonce} />}
      {isScripted && frame.own?.shortcuts && (
        <ShortcutSheet lang={frame.lang} nonce={frame.own.nonce} shortcuts={frame.own.shortcuts} />
      )}
      {isScripted && frame.drafts && <DraftScript lang={frame.lang} {...frame.drafts} />}
    </div>
  )
}

function OfficeHead({ frame }: { frame: OfficeFrameData }) {
  const { lang, agencyName, fiscalYear, person, own } = frame
  const text = officeText(lang)
  const { pathname, search } = useLocation()
  const other = lang === 'th' ? 'en' : 'th'
  return (
    <header className="office-head">
      <a className="brand" href={addressOf.home(lang)} title={text.toSite}>
        <Mark />
        <span className="names">
          <span className="agency">{agencyName}</span>
          <span className="what">{text.fiscalYear(fiscalYear)}</span>
        </span>
      </a>
      {own && <SearchField lang={lang} />}
      <DisplayTools lang={lang} />
      <a className="language" href={inOtherLanguage(pathname) + search} hrefLang={other} lang={other}>
        {text.otherLanguage}
      </a>
      {own && <Bell lang={lang} unread={own.unread} />}
      <PersonMenu lang={lang} person={person} isWhole={frame.drafts !== null} />
    </header>
  )
}

function SearchField({ lang }: { lang: Language }) {
  const text = searchPageText(lang)
  return (
    <search className="office-search">
      <form method="get" action={addressOf.office(lang, 'search')}>
        <label htmlFor="office-search" className="visually-hidden">
          {text.field}
        </label>
        <input id="office-search" name="q" type="search" placeholder={text.title} maxLength={200} />
        <button type="submit">
          <Icon name="search" />
          <span className="visually-hidden">{text.go}</span>
        </button>
      </form>
      <PaletteButton lang={lang} />
    </search>
  )
}

function Bell({ lang, unread }: { lang: Language; unread: number }) {
  return (
    <a className="bell" href={addressOf.office(lang, 'notices')}>
      <Icon name="bell" />
      <span className="visually-hidden">{officeText(lang).notices(unread)}</span>
      {unread > 0 && (
        <span className="count" aria-hidden="true">
          {unread}
        </span>
      )}
    </a>
  )
}

type PersonMenuProps = Pick<OfficeFrameData, 'lang' | 'person'> & Readonly<{ isWhole: boolean }>

function PersonMenu({ lang, person, isWhole }: PersonMenuProps) {
  const text = officeText(lang)
  const names = roleText(lang).names
  return (
    <details className="person-menu">
      <summary>
        <Icon name="account" />
        <span className="visually-hidden">{text.person} </span>
        <span className="who">{person.name}</span>
        <Icon name="down" />
      </summary>
      <div className="panel">
        <p className="name">{person.name}</p>
        {person.roles.length === 0 ? (
          <p className="muted">{text.noRole}</p>
        ) : (
          <ul className="roles">
            {person.roles.map((role) => (
              <li key={role}>{names[role]}</li>
            ))}
          </ul>
        )}
        <a className="line" href={addressOf.office(lang, 'account')}>
          <Icon name="account" />
          {text.account}
        </a>
        {isWhole && (
          <>
            <a className="line" href={addressOf.office(lang, 'drafts')}>
              <Icon name="edit" />
              {text.drafts}
            </a>
            <a className="line" href={addressOf.office(lang, 'account/reminders')}>
              <Icon name="calendar" />
              {text.reminders}
            </a>
            <a className="line" href={addressOf.office(lang, 'shortcuts')}>
              <Icon name="keyboard" />
              {shortcutsText(lang).title}
            </a>
          </>
        )}
        <form method="post" action={addressOf.signOut(lang)}>
          <button type="submit" className="line">
            <Icon name="signOut" />
            {text.signOut}
          </button>
        </form>
      </div>
    </details>
  )
}

function OfficeMenu({ lang, menu }: Pick<OfficeFrameData, 'lang' | 'menu'>) {
  const text = officeText(lang)
  const { pathname } = useLocation()
  return (
    <nav className="office-menu" aria-label={text.menu}>
      <details>
        <summary>
          <Icon name="menu" />
          {text.menu}
        </summary>
        {menu.map(({ group, entries }) => (
          <div className="group" key={group}>
            <p className="group-name" id={`menu-${group}`}>
              {text.groups[group]}
            </p>
            <ul aria-labelledby={`menu-${group}`}>
              {entries.map(({ name, part, waiting }) => (
                <li key={name}>
                  <a
                    href={addressOf.office(lang, part)}
                    aria-current={standsAt(pathname, addressOf.office(lang, part), part)}
                  >
                    <Icon name={ICONS[name]} />
                    <span>{text.entries[name]}</span>
                    {waiting > 0 && (
                      <span className="count">
                        <span aria-hidden="true">{waiting}</span>
                        <span className="visually-hidden">{text.waiting(waiting)}</span>
                      </span>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <ul>
          <li>
            <a href={addressOf.guide(lang)}>
              <Icon name="document" />
              <span>{text.guide}</span>
            </a>
          </li>
        </ul>
      </details>
    </nav>
  )
}

/** A page below an entry belongs to it; below the first page stands all the rest. */
function standsAt(pathname: string, address: string, part: string): 'page' | 'true' | undefined {
  if (pathname === address) return 'page'
  return part !== '' && pathname.startsWith(`${address}/`) ? 'true' : undefined
}
