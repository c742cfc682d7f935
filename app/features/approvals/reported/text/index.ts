import type { Language } from '../../../../i18n/language.ts'
import type { LeftOut } from '../report-plan.domain.ts'
import { leftOutEn } from './left-out.en.ts'
import { leftOutTh } from './left-out.th.ts'

/** Why nothing was recorded of a resolution that a report speaks of, as a sentence. */
export function leftOutSentence(lang: Language, { body, meetingNumber, why }: LeftOut): string {
  const text = lang === 'th' ? leftOutTh : leftOutEn
  return text.said(body, meetingNumber, text.why[why])
}
