import type { TextOf } from '../../../i18n/language.ts'
import type { workNameTh } from './work-name.th.ts'

export const workNameEn: TextOf<typeof workNameTh> = {
  measure: (title) => `Measure ${title}`,
  issue: (number, title) => `Issue ${number} ${title}`,
  outcome: (number, title) => `Outcome of issue ${number} ${title}`,
}
