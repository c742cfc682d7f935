import type { Language } from '../../../i18n/language.ts'
import { type AuditPageText, auditPageEn } from './audit-page.en.ts'
import { auditPageTh } from './audit-page.th.ts'
import { type HomePageText, homePageEn } from './home-page.en.ts'
import { homePageTh } from './home-page.th.ts'
import { type MailPageText, mailPageEn } from './mail-page.en.ts'
import { mailPageTh } from './mail-page.th.ts'
import { type OverviewText, overviewEn } from './overview.en.ts'
import { overviewTh } from './overview.th.ts'
import { type PermissionsPageText, permissionsPageEn } from './permissions-page.en.ts'
import { permissionsPageTh } from './permissions-page.th.ts'

import { type SearchPageText, searchPageEn } from './search-page.en.ts'
import { searchPageTh } from './search-page.th.ts'
import { type ShortcutsText, shortcutsEn } from './shortcuts.en.ts'
import { shortcutsTh } from './shortcuts.th.ts'

export type {
  AuditPageText,
  HomePageText,
  MailPageText,
  OverviewText,
  PermissionsPageText,
  SearchPageText,
  ShortcutsText,
}

const isThai = (lang: Language) => lang === 'th'

export const auditPageText = (lang: Language): AuditPageText => (isThai(lang) ? auditPageTh : auditPageEn)
export const homePageText = (lang: Language): HomePageText => (isThai(lang) ? homePageTh : homePageEn)
export const mailPageText = (lang: Language): MailPageText => (isThai(lang) ? mailPageTh : mailPageEn)
export const overviewText = (lang: Language): OverviewText => (isThai(lang) ? overviewTh : overviewEn)
export const permissionsPageText = (lang: Language): PermissionsPageText =>
  isThai(lang) ? permissionsPageTh : permissionsPageEn
export const searchPageText = (lang: Language): SearchPageText => (isThai(lang) ? searchPageTh : searchPageEn)
export const shortcutsText = (lang: Language): ShortcutsText => (isThai(lang) ? shortcutsTh : shortcutsEn)
