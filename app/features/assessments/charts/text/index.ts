import type { Language, TextOf } from '../../../../i18n/language.ts'
import { chartEn } from './chart.en.ts'
import { chartTh } from './chart.th.ts'

/** What a chart says beside its data. */
export type ChartWords = TextOf<typeof chartTh>

export const chartWords = (lang: Language): ChartWords => (lang === 'th' ? chartTh : chartEn)
