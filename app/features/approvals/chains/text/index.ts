import type { Language, TextOf } from '../../../../i18n/language.ts'
import { chainsPageEn } from './chains-page.en.ts'
import { chainsPageTh } from './chains-page.th.ts'

export const chainsPageText = (lang: Language): TextOf<typeof chainsPageTh> =>
  lang === 'th' ? chainsPageTh : chainsPageEn
