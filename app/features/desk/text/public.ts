import type { Language } from '../../../i18n/language.ts'
import { type CountersText, countersEn } from './counters.en.ts'
import { countersTh } from './counters.th.ts'
import { type PublicFollowText, publicFollowEn } from './public-follow.en.ts'
import { publicFollowTh } from './public-follow.th.ts'
import { type PublicFormText, publicFormEn } from './public-form.en.ts'
import { publicFormTh } from './public-form.th.ts'
import { type PublicStatisticsText, publicStatisticsEn } from './public-statistics.en.ts'
import { publicStatisticsTh } from './public-statistics.th.ts'

/** Words of the desk's public pages. */
export const publicFormText = (lang: Language): PublicFormText =>
  lang === 'th' ? publicFormTh : publicFormEn
export const publicFollowText = (lang: Language): PublicFollowText =>
  lang === 'th' ? publicFollowTh : publicFollowEn
export const publicStatisticsText = (lang: Language): PublicStatisticsText =>
  lang === 'th' ? publicStatisticsTh : publicStatisticsEn
/** Words of the page of posters for counters. */
export const countersText = (lang: Language): CountersText => (lang === 'th' ? countersTh : countersEn)
