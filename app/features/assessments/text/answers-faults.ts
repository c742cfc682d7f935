import type { Language } from '../../../i18n/language.ts'
import type { AnswersFault } from '../answers/answers.errors.ts'
import type { AnswersRefusal } from '../scoring/answers-refusal.domain.ts'
import { answersFaultsEn } from './answers-faults.en.ts'
import { answersFaultsTh } from './answers-faults.th.ts'
import { answersPageText } from './answers-page.ts'

const faultsOf = (lang: Language) => (lang === 'th' ? answersFaultsTh : answersFaultsEn)

/** Why answers do not come in, in a sentence. */
export function answersFaultText(lang: Language, code: AnswersFault | AnswersRefusal['code']): string {
  const own: Readonly<Record<string, string>> = answersPageText(lang).faults
  const files: Readonly<Record<string, string>> = faultsOf(lang).files
  return own[code] ?? files[code] ?? code
}

/** What is to be corrected in a cell, in a sentence. */
export const answersCellText = (
  lang: Language,
  { code, value, other }: Pick<AnswersRefusal['cells'][number], 'code' | 'value' | 'other'>,
): string => faultsOf(lang).cells[code](value, other)
