import type { Language, TextOf } from '../../../../i18n/language.ts'
import { chainEffectEn } from './chain-effect.en.ts'
import { chainEffectTh } from './chain-effect.th.ts'
import { chainsPageEn } from './chains-page.en.ts'
import { chainsPageTh } from './chains-page.th.ts'

export const chainsPageText = (lang: Language): TextOf<typeof chainsPageTh> =>
  lang === 'th' ? chainsPageTh : chainsPageEn

export const chainEffectText = (lang: Language): TextOf<typeof chainEffectTh> =>
  lang === 'th' ? chainEffectTh : chainEffectEn
