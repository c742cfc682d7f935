import type { Bilingual, Language } from '../../../i18n/language.ts'
import type { CheckError } from './check.server.ts'
import { verifyText } from './text/index.ts'

/** Why nothing could be checked, in one sentence or two. */
export function checkErrorText(error: CheckError, lang: Language): string {
  const text = verifyText(lang)
  const sentence = text.refused[error.code]
  return error.code === 'hash.incomplete' ? `${sentence} ${text.typedDigits(error.digits)}` : sentence
}

/** The same as programs get it. */
export const refusedJson = (error: CheckError): Readonly<{ code: string; message: Bilingual }> => ({
  code: error.code,
  message: { th: checkErrorText(error, 'th'), en: checkErrorText(error, 'en') },
})
