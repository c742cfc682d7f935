import type { Language } from '../../../../i18n/language.ts'
import { type BrokenLinksText, brokenLinksEn } from './broken-links.en.ts'
import { brokenLinksTh } from './broken-links.th.ts'

/** Words of the office about links that no longer hold. */
export const brokenLinksText = (lang: Language): BrokenLinksText =>
  lang === 'th' ? brokenLinksTh : brokenLinksEn
