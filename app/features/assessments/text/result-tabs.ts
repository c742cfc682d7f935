import type { Language, TextOf } from '../../../i18n/language.ts'
import { resultTabsEn } from './result-tabs.en.ts'
import { resultTabsTh } from './result-tabs.th.ts'

/** Words of the row of links above the pages of results. */
export const resultTabsText = (lang: Language): TextOf<typeof resultTabsTh> =>
  lang === 'th' ? resultTabsTh : resultTabsEn
