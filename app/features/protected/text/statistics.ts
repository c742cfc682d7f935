import type { Language } from '../../../i18n/language.ts'
import { type StatisticsText, statisticsEn } from './statistics.en.ts'
import { statisticsTh } from './statistics.th.ts'

/** Words of the public statistics. */
export const statisticsText = (lang: Language): StatisticsText =>
  lang === 'th' ? statisticsTh : statisticsEn
