import type { TextOf } from '../../../i18n/language.ts'
import type { catalogueActsTh } from './catalogue-acts.th.ts'

export const catalogueActsEn: TextOf<typeof catalogueActsTh> = {
  'catalogue-library.import': "import the agency's own framework or crosswalk",
}
