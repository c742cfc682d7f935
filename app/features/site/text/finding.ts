import type { Language, TextOf } from '../../../i18n/language.ts'
import type { PublicGroup } from '../../../web/public-page.ts'
import { findingEn } from './finding.en.ts'
import { findingTh } from './finding.th.ts'

/** Words of the search, the site map and the posters. */
export const findingText = (
  lang: Language,
): TextOf<typeof findingTh> & { groups: Record<PublicGroup, string> } =>
  lang === 'en' ? findingEn : findingTh
