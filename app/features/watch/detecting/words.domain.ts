import { foldWords } from '../../../kernel/search-fold.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { NONE_WORDS } from './none-words.th.ts'

/** A text in which words are looked for: white space, tone marks, case and kind of digits do not count. */
export type Folded = Readonly<{ text: string; digits: string }>

export const folded = (text: string): Folded => ({ text: foldWords(text), digits: toArabicDigits(text) })

/** Whether any of the words is there. */
export const hasAny = ({ text }: Folded, words: readonly string[]): boolean =>
  words.some((word) => {
    const looked = foldWords(word)
    return looked !== '' && text.includes(looked)
  })

/** Whether a year is named, in Thai digits or others; as a part of a longer number it is none. */
export const hasYear = ({ digits }: Folded, year: number): boolean =>
  new RegExp(`(?<!\\d)${year}(?!\\d)`).test(digits)

/** How far behind its words an absence is still that of the thing, in characters as they are folded. */
const REACH = 80

/** Whether it is said that there is none of what the words name: behind them, or as "no …" right before. */
export function saysNone({ text }: Folded, words: readonly string[]): boolean {
  const none = NONE_WORDS.map(foldWords)
  return words.some((word) => {
    const looked = foldWords(word)
    if (looked === '') return false
    for (let at = text.indexOf(looked); at !== -1; at = text.indexOf(looked, at + looked.length)) {
      const before = text.slice(0, at)
      const behind = text.slice(at + looked.length, at + looked.length + REACH)
      if (none.some((words) => before.endsWith(words) || behind.includes(words))) return true
    }
    return false
  })
}
