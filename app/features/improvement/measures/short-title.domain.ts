import { foldText } from '../../../kernel/rich-text.ts'

const LONGEST = 90

/** A text as a title of one line, cut at a whole letter: vowels and tone marks stay with what they stand on. */
export function shortTitle(text: string): string {
  const letters = [...new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(foldText(text))]
  if (letters.length <= LONGEST) return letters.map(({ segment }) => segment).join('')
  return `${letters
    .slice(0, LONGEST)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()}…`
}

/** "1.2 จัดทำประกาศ…": a measure by the number of its issue, its own, and what it says. The same in every language. */
export const measureTitle = (place: Readonly<{ issue: number; measure: number; text: string }>): string =>
  `${place.issue}.${place.measure} ${shortTitle(place.text)}`.trim()
