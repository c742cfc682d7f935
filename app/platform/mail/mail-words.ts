import type { Language } from '../../i18n/language.ts'
import type { MailFaultCode } from './mail-fault.ts'
import { mailWordsEn } from './mail-words.en.ts'
import { mailWordsTh } from './mail-words.th.ts'
import type { MailState } from './outbox.repo.server.ts'

export const mailStateWord = (state: MailState, lang: Language): string => wordsOf(lang).states[state]

/** Why a mail did not go out, and what to do. */
export const mailFaultSentence = (code: MailFaultCode, lang: Language): string => wordsOf(lang).faults[code]

/** What a letter is called; one of a newer program by its own name. */
export function letterName(kind: string, lang: Language): string {
  const { letters } = wordsOf(lang)
  return Object.hasOwn(letters, kind) ? wordsOf(lang).letters[kind as keyof typeof letters] : kind
}

const wordsOf = (lang: Language) => (lang === 'th' ? mailWordsTh : mailWordsEn)
