import type { Language, TextOf } from '../../../i18n/language.ts'
import { answersFormEn } from './answers-form.en.ts'
import { answersFormTh } from './answers-form.th.ts'

/** Words in the form of a file of answers. */
export const answersFormText = (lang: Language): TextOf<typeof answersFormTh> =>
  lang === 'th' ? answersFormTh : answersFormEn
