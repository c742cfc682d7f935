import type { Language } from '../../../i18n/language.ts'
import { SITE_AWAY, type WatchFinding } from '../watch.domain.ts'
import { findingsEn } from './findings.en.ts'
import { findingsTh } from './findings.th.ts'
import { watchActsEn } from './watch-acts.en.ts'
import { watchActsTh } from './watch-acts.th.ts'
import { watchAlarmEn } from './watch-alarm.en.ts'
import { watchAlarmTh } from './watch-alarm.th.ts'

export const watchActsText = (lang: Language) => (lang === 'en' ? watchActsEn : watchActsTh)
export const watchAlarmText = (lang: Language) => (lang === 'en' ? watchAlarmEn : watchAlarmTh)

/** What a finding says: what is wrong, and what to do about it. A label in two languages stands as `label.th`, `label.en`. */
export function findingText(
  lang: Language,
  { code, detail }: Pick<WatchFinding, 'code' | 'detail'>,
): Readonly<{ problem: string; remedy: string }> {
  const words = lang === 'en' ? findingsEn : findingsTh
  const label = detail[`label.${lang}`] ?? detail.label ?? ''
  const day = detail[`day.${lang}`] ?? detail.day ?? ''
  const isOwnSiteAway = detail.site === 'own' && SITE_AWAY.includes(code)
  return {
    problem: words.problems[code]({ ...detail, label, day }),
    remedy: isOwnSiteAway ? words.ownSite : words.remedies[code],
  }
}
