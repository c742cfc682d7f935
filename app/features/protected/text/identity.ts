import type { Language, TextOf } from '../../../i18n/language.ts'
import { identityEn } from './identity.en.ts'
import { identityTh } from './identity.th.ts'

/** Words of the page of releases. */
export const identityText = (lang: Language): TextOf<typeof identityTh> =>
  lang === 'th' ? identityTh : identityEn
