import { plainText, type RichText } from '../../kernel/rich-text.ts'
import { emptyWords } from './empty-words.th.ts'

// Characters without ink, and the blank pattern of Braille, which has none either.
const WITHOUT_INK = /[\p{Default_Ignorable_Code_Point}\u2800\s]/gu
const WITHIN_MARKS = /[\p{L}\p{M}\p{N}](?:.*[\p{L}\p{M}\p{N}])?/su
const BARE_NUMBER = /^\p{N}+$/u

/** True for text that looks filled in but says nothing: no letter or digit, a bare "none", or a number alone. */
export function isBlank(text: RichText): boolean {
  const words = bareWords(plainText(text))
  return saysNothing(words) || BARE_NUMBER.test(words)
}

/** The same for one line, in which a number alone may be a year. */
export const isBlankText = (text: string): boolean => saysNothing(bareWords(text))

/** True when the whole text only says that the work was not done, or not yet. */
export const saysNotDone = (text: RichText): boolean => emptyWords.notDone.test(bareWords(plainText(text)))

const saysNothing = (words: string): boolean =>
  !/[\p{L}\p{N}]/u.test(words) || emptyWords.bareNone.test(words)

/** Without white space and the marks around it: "- ไม่มี -" and "ไม่มี" are the same cell. */
const bareWords = (text: string): string => WITHIN_MARKS.exec(text.replace(WITHOUT_INK, ''))?.[0] ?? ''
