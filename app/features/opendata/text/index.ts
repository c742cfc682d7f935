import type { Language } from '../../../i18n/language.ts'
import { openDataEn } from './open-data.en.ts'
import { openDataTh } from './open-data.th.ts'

/** Words of the open data, on its pages and in its catalogues. */
export const openDataText = (lang: Language) => (lang === 'en' ? openDataEn : openDataTh)

/** When a register last changed, in words; `day` as it is printed. */
export function changedText(
  lang: Language,
  { rows, day }: Readonly<{ rows: number; day: string | null }>,
): string {
  const text = openDataText(lang)
  if (day !== null) return text.changedOn(day)
  return rows === 0 ? text.neverChanged : text.changedUnknown
}
