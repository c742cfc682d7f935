import type { TextOf } from '../../../i18n/language.ts'
import type { answersFormTh } from './answers-form.th.ts'

/** Words in the form of a file of answers, in English. */
export const answersFormEn: TextOf<typeof answersFormTh> = {
  answers: 'Answers',
  options: 'Options',
  heads: {
    code: 'Code',
    wording: 'Question',
    number: 'Option number',
    option: 'Text of the option',
    score: 'Score',
    mark: 'Remark',
  },
  excluded: 'not counted',
  unverified: 'unverified',
}
