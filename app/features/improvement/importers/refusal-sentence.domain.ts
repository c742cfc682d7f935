import type { Language } from '../../../i18n/language.ts'
import { importText } from '../text/index.ts'
import type { ImportRefusal } from './import.domain.ts'

/** One sentence for people: which file, where in it, what is wrong and what to do about it. */
export function refusalSentence(refusal: ImportRefusal, lang: Language): string {
  const where = [refusal.fileName, refusal.place?.[lang]].filter(Boolean).join(', ')
  return importText(lang).refusals[refusal.code](where, refusal.detail?.[lang] ?? '')
}
