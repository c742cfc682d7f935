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
  disclosureItem: (lang: Language, year: number, code: string) => `${prefix(lang)}/oit/${year}/${code}`,
} as const

/** The language an address speaks. */
export const languageOf = (pathname: string): Language => (/^\/en(\/|$)/.test(pathname) ? 'en' : 'th')

/** The same page in the other language. */
export const inOtherLanguage = (pathname: string): string =>
  languageOf(pathname) === 'en' ? pathname.replace(/^\/en\/*/, '/') : `/en${pathname === '/' ? '' : pathname}`

/** Whether an address is for those who work in the agency: no search engine shall find it. */
export const isForStaff = (pathname: string): boolean => /^\/office(\/|$)/.test(pathname)
