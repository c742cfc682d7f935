import type { Language, TextOf } from '../../../../i18n/language.ts'
import { standingStepsEn } from './standing-steps.en.ts'
import { standingStepsTh } from './standing-steps.th.ts'
import { thingsEn } from './things.en.ts'
import { thingsTh } from './things.th.ts'

export const standingStepsText = (lang: Language): TextOf<typeof standingStepsTh> =>
  lang === 'th' ? standingStepsTh : standingStepsEn

export const thingsText = (lang: Language): TextOf<typeof thingsTh> => (lang === 'th' ? thingsTh : thingsEn)
