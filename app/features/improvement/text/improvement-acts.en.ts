import type { TextOf } from '../../../i18n/language.ts'
import type { improvementActsTh } from './improvement-acts.th.ts'

export const improvementActsEn: TextOf<typeof improvementActsTh> = {
  'cycle.import': 'import and publish the report of a year',
}
