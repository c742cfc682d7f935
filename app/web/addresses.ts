import type { Language } from '../i18n/language.ts'

/**
 * Every public address, in one place: once published, an address answers for ever. English pages live under `/en`;
 * files have one address for both languages.
 */
const prefix = (lang: Language) => (lang === 'en' ? '/en' : '')

export const addressOf = {
  home: (lang: Language) => (lang === 'en' ? '/en' : '/'),
  report: (lang: Language, fiscalYear: number) => `${prefix(lang)}/reports/${fiscalYear}`,
  reportIssue: (lang: Language, fiscalYear: number, issue: number) =>
    `${prefix(lang)}/reports/${fiscalYear}/issues/${issue}`,
  reportFile: (fiscalYear: number, fileName: string) => `/reports/${fiscalYear}/files/${fileName}`,
  /** One version of a report, for ever; `report` is the address of the newest. */
  reportVersion: (lang: Language, fiscalYear: number, version: number) =>
    `${prefix(lang)}/reports/${fiscalYear}/versions/${version}`,
  reportVersionFile: (fiscalYear: number, version: number, fileName: string) =>
    `/reports/${fiscalYear}/versions/${version}/files/${fileName}`,
  /** Why a report scores what it scores, cell by cell; `cell` is an anchor. The newest version where none is given. */
  reportWhy: (
    lang: Language,
    fiscalYear: number,
    { version, cell }: { version?: number; cell?: string } = {},
  ) =>
    `${prefix(lang)}/reports/${fiscalYear}${version === undefined ? '' : `/versions/${version}`}/why${cell === undefined ? '' : `#${cell}`}`,
  /** Where an item of any instrument leads: issues, measures, outcomes, publications. */
  itemWalk: (lang: Language, year: number, code: string) => `${prefix(lang)}/items/${year}/${code}`,
  /** The same two for machines; files have one address for both languages. */
  walkApi: (fiscalYear: number, version?: number) =>
    `/api/v1/reports/${fiscalYear}${version === undefined ? '' : `/versions/${version}`}/walk`,
  itemApi: (year: number, code: string) => `/api/v1/items/${year}/${code}`,
  /** Whether a copy is the published one; `hash` is of its content or of the file. */
  verify: (lang: Language, hash: string | null = null) =>
    `${prefix(lang)}/verify${hash === null ? '' : `/${hash}`}`,
  signIn: (lang: Language, to: string | null = null) =>
    `${prefix(lang)}/sign-in${to === null ? '' : `?to=${encodeURIComponent(to)}`}`,
  secondFactor: (lang: Language, to: string | null = null) =>
    `${prefix(lang)}/sign-in/second-factor${to === null ? '' : `?to=${encodeURIComponent(to)}`}`,
  signInPart: (lang: Language, part: string) => `${prefix(lang)}/sign-in/${part}`,
  signOut: (lang: Language) => `${prefix(lang)}/sign-out`,
  /** `part` is what stands behind `/office/`; empty for the first page of the office. */
  office: (lang: Language, part = '') => `${prefix(lang)}/office${part === '' ? '' : `/${part}`}`,
  /** Items of all years, of one year, one item; with a version, the item as it was then. */
  disclosure: (lang: Language) => `${prefix(lang)}/oit`,
  disclosureYear: (lang: Language, year: number) => `${prefix(lang)}/oit/${year}`,
  /** `fileName` is 'items.csv' or 'items.json'. */
  disclosureFile: (year: number, fileName: string) => `/oit/${year}/${fileName}`,
  disclosureItem: (lang: Language, year: number, code: string, version?: number) =>
    `${prefix(lang)}/oit/${year}/${code}${version === undefined ? '' : `/versions/${version}`}`,
  /** A file that anybody may have; one address for both languages. */
  publicFile: (sha256: string, fileName: string) => `/files/${sha256}/${encodeURIComponent(fileName)}`,
  /** What staff write: lists without a slug, a page with it. */
  pages: (lang: Language, kind: 'news' | 'policies' | 'services' | 'questions' | 'pages', slug?: string) =>
    `${prefix(lang)}/${kind}${slug === undefined ? '' : `/${slug}`}`,
  /** Pages of which there is one: `complaint` and `whistleblow` are the two doors. */
  sitePage: (
    lang: Language,
    name: 'contact' | 'structure' | 'executives' | 'complaint' | 'whistleblow' | 'search' | 'site-map',
  ) => `${prefix(lang)}/${name}`,
  /** What a reporter does: `part` is 'report', 'report/send', 'return', 'thread' or behind it. */
  reporting: (lang: Language, part: string) => `${prefix(lang)}/whistleblow/${part}`,
  /** The complaint desk behind its door: the form, coming back, what it says of itself by fiscal year. */
  complaint: (lang: Language, part: 'new' | 'follow' | 'file' | 'statistics', year?: number) =>
    `${prefix(lang)}/complaint/${part}${year === undefined ? '' : `/${year}`}`,
  /** `fileName` is 'statistics.csv' or 'statistics.json'. */
  complaintFile: (year: number, fileName: string) => `/complaint/statistics/${year}/${fileName}`,
  /** What hangs at a counter; `fileName` is 'poster.pdf', 'code.svg' or 'code.png', `query` names unit and service. */
  counterFile: (lang: Language, fileName: string, query: string) =>
    `${prefix(lang)}/complaint/counter/${fileName}?${query}`,
  /** The open data, or one register of it. */
  data: (lang: Language, dataset?: string) =>
    `${prefix(lang)}/data${dataset === undefined ? '' : `/${dataset}`}`,
  dataFile: (dataset: string, fileName: string) => `/data/${dataset}/${fileName}`,
  /** The guide, which is files alone: one that reads it from a disk finds the same names. */
  guide: (lang: Language) => `/guide/${lang}/index.html`,
  /** The QR code of a public address, and the picture by which it is shared. `pathname` as the address bar shows it. */
  qrCode: (pathname: string, form: 'svg' | 'png' | 'pdf') =>
    `/qr${pathname === '/' ? '/index' : pathname}.${form}`,
  sharePicture: (pathname: string) => `/share${pathname === '/' ? '/index' : pathname}.png`,
} as const

/** The language an address speaks. */
export const languageOf = (pathname: string): Language => (/^\/en(\/|$)/.test(pathname) ? 'en' : 'th')

/** The same page in the other language. */
export const inOtherLanguage = (pathname: string): string =>
  languageOf(pathname) === 'en' ? pathname.replace(/^\/en\/*/, '/') : `/en${pathname === '/' ? '' : pathname}`

/** Whether an address is for those who work in the agency: no search engine shall find it. */
export const isForStaff = (pathname: string): boolean => /^(\/en)?\/office(\/|$)/.test(pathname)

/**
 * Whether an address belongs to the protected channel, for everybody or for staff: what is asked and sent there is written
 * down nowhere else.
 */
export const isSealed = (pathname: string): boolean =>
  /^(\/en)?\/(whistleblow|office\/protected)(\/|$)/.test(pathname)

/** The pages of who reports and comes back: in a frame of their own, without script, and never kept. */
export const isReporters = (pathname: string): boolean =>
  /^(\/en)?\/whistleblow(\/(report|return|thread)(\/.*)?)?$/.test(pathname)

/** Whether an address is answered to one person alone: it is never kept, and it may bring a session. */
export const isPersonal = (pathname: string): boolean =>
  isForStaff(pathname) || /^((\/en)?\/sign-(in|out)|\/calendar)(\/|$)/.test(pathname)

/**
 * Whether an address may be answered by a database that is a moment behind: it is for everybody, and nobody reads there what
 * they have just written.
 */
export const mayBeBehind = (pathname: string): boolean =>
  !isPersonal(pathname) && !isSealed(pathname) && !/^((\/en)?\/complaint|\/open311)(\/|$)/.test(pathname)

/**
 * An address as it may be written down: a one-time link is as good as a password, and whoever knows the address of a
 * calendar reads it, so their secrets are left out.
 */
export const withoutSecret = (pathname: string): string =>
  pathname.replace(/^((?:\/en)?\/(?:sign-in\/link|calendar)\/).+$/, '$1…')

const NOWHERE = 'http://own.invalid'

/**
 * A way into the office that came with a request: only an address of our own, so that nobody is led elsewhere. Read as a
 * browser would, dot segments and all, and given as it may stand in a header, with everything but ASCII encoded.
 */
export function ownAddress(to: string | null | undefined): string | null {
  if (!to || !/^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(to) || !URL.canParse(to, NOWHERE)) return null
  const { origin, pathname, search, hash } = new URL(to, NOWHERE)
  return origin === NOWHERE && isForStaff(pathname) ? pathname + search + hash : null
}

/** The address to which a form sends files of evidence: they are read piece by piece, by its screen alone. */
export const takesFiles = (pathname: string): boolean => /^(\/en)?\/office\/evidence\/files$/.test(pathname)

/**
 * The address to which anybody sends a copy to be checked, programs too: it is read piece by piece, by its screen alone, and
 * changes nothing.
 */
export const takesCopies = (pathname: string): boolean => /^(\/en)?\/verify$/.test(pathname)

/** Addresses to which a reporter sends words and files: they are read piece by piece, by their screens alone. */
export const takesReports = (pathname: string): boolean =>
  /^(\/en)?\/whistleblow\/(report(\/send)?|return|thread)$/.test(pathname)

/**
 * The addresses to which a matter of the desk is sent, or an answer to one, files with it: read piece by piece, by their
 * screens alone.
 */
export const takesComplaints = (pathname: string): boolean =>
  /^(\/en)?\/(complaint\/(new|follow)|office\/desk\/tickets\/[^/]+\/answer)$/.test(pathname)

/** Addresses to which a form sends one file of results or answers, larger than other forms are. */
export const takesResults = (pathname: string): boolean =>
  /^(\/en)?\/office\/scores\/(import|peers|answers)$/.test(pathname)

/** Addresses to which a script of ours sends JSON: those of passkeys and of drafts. All others take forms. */
export const takesJson = (pathname: string): boolean =>
  /^(\/en)?\/(sign-in\/passkey\/(options|verify)|office\/(account\/passkeys(\/options)?|drafts\/keep))$/.test(
    pathname,
  )

/**
 * Addresses to which other programs write, with a key of theirs in what they send (Open311): they come from no page, bring no
 * cookie, and are not asked where they come from.
 */
export const isForPrograms = (pathname: string): boolean => pathname.startsWith('/open311/v2/')

/** Addresses at which programs read and write: what goes wrong there is told as JSON. */
export const isForMachines = (pathname: string): boolean => /^\/(api|open311)\//.test(pathname)
