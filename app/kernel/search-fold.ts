import { toArabicDigits } from './thai-digits.ts'
import { segmentsOf } from './thai-segments.ts'

/** Tone marks, other marks above, zero-width characters and white space: what a search does not look at. */
const UNHEARD = /[\u0e47-\u0e4c\u0e4e\u0e3a\u200b-\u200d\u2060\ufeff\s]/gu
const SARA_E = '\u0e40'
const SARA_AE = '\u0e41'

/** A text as it is searched: the same as the function `fold_search` of the database. */
export const foldSearch = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(SARA_E + SARA_E, SARA_AE)
    .replace(UNHEARD, '')

const MOST_WORDS = 12
const LONGEST_QUERY = 200

/** What is searched for, word by word; what is a mark or a space alone is none. */
export const searchedWords = (text: string): readonly string[] =>
  text
    .slice(0, LONGEST_QUERY)
    // No text that is kept has a zero character, and the database takes none.
    .split(/[\s\0]+/u)
    .filter((word) => foldSearch(word) !== '')
    .slice(0, MOST_WORDS)

/** A stretch of a text; `isFound` where it is one of the words that were searched for. Joined, the parts are the text. */
export type FoundPart = Readonly<{ text: string; isFound: boolean }>

/** Where words stand in a text, as it is written: a letter is marked together with the vowels and tone marks on it. */
export function findWords(text: string, words: readonly string[]): readonly FoundPart[] {
  const letters = lettersOf(text)
  return joined(letters, foundLetters(letters, words))
}

/** Whether every word occurs in a text. */
export const hasWords = (text: string, words: readonly string[]): boolean => {
  const folded = foldWords(text)
  return words.every((word) => folded.includes(foldWords(word)))
}

/** The same as `findWords` of the stretch around the first word that was found, of at most `length` letters. */
export function excerptOf(text: string, words: readonly string[], length: number): readonly FoundPart[] {
  const letters = lettersOf(text.replace(/\s+/gu, ' ').trim())
  const found = foundLetters(letters, words)
  const first = Math.max(0, found.indexOf(true))
  const start =
    letters.length <= length
      ? 0
      : Math.min(Math.max(0, first - Math.floor(length / 4)), letters.length - length)
  const end = Math.min(letters.length, start + length)
  const parts = joined(letters.slice(start, end), found.slice(start, end))
  const more = (isMore: boolean): readonly FoundPart[] => (isMore ? [{ text: '…', isFound: false }] : [])
  return [...more(start > 0), ...parts, ...more(end < letters.length)]
}

/** A text as it is compared with what is searched for: folded, its digits 0–9. */
export const foldWords = (text: string): string => toArabicDigits(foldSearch(text))

const lettersOf = (text: string): readonly string[] =>
  [...segmentsOf(text, 'grapheme')].map(({ segment }) => segment)

function foundLetters(letters: readonly string[], words: readonly string[]): readonly boolean[] {
  const found = letters.map(() => false)
  let folded = ''
  /** First and last letter of which each character of `folded` is made. */
  const made: [first: number, last: number][] = []
  for (const [index, letter] of letters.entries())
    for (const character of foldWords(letter)) {
      const last = made.at(-1)
      // Two of the one vowel sign, typed for the other.
      if (character === SARA_E && folded.endsWith(SARA_E) && last?.[1] === index - 1) {
        folded = folded.slice(0, -1) + SARA_AE
        last[1] = index
        continue
      }
      folded += character
      for (let unit = 0; unit < character.length; unit += 1) made.push([index, index])
    }
  for (const word of words.map(foldWords).filter((word) => word !== ''))
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      const [first, last] = [made[at]?.[0] ?? 0, made[at + word.length - 1]?.[1] ?? -1]
      for (let index = first; index <= last; index += 1) found[index] = true
    }
  return found
}

function joined(letters: readonly string[], found: readonly boolean[]): readonly FoundPart[] {
  const parts: { text: string; isFound: boolean }[] = []
  for (const [index, letter] of letters.entries()) {
    const isFound = found[index] ?? false
    const last = parts.at(-1)
    if (last && last.isFound === isFound) last.text += letter
    else parts.push({ text: letter, isFound })
  }
  return parts
}
