import { HELD_TERMS, HELD_WORDS } from '../../app/kernel/thai-lexicon.th.ts'
import type { LineEnd } from './pdf-text.ts'

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
const THAI = /\p{Script=Thai}/u

/**
 * Line ends that no reader of Thai would set: inside a word of the lexicon or a name, or where neither the platform's
 * dictionary nor the lexicon knows the end of a word. `compounds` are words of the lexicon made of whole words, with those
 * words: between these a line may end.
 */
export function brokenWords(
  ends: readonly LineEnd[],
  names: readonly string[],
  compounds: readonly (readonly string[])[],
): readonly string[] {
  const lexicon = [...HELD_WORDS, ...HELD_TERMS, ...names]
  return ends
    .filter(({ piece, offset }) => THAI.test(piece.charAt(offset - 1)) && THAI.test(piece.charAt(offset)))
    .filter(({ piece, offset }) => !compounds.some((parts) => isJoint(piece, offset, parts)))
    .filter(({ piece, offset }) => isInside(piece, offset, lexicon) || !isWordEnd(piece, offset, lexicon))
    .map(
      ({ piece, offset }) =>
        `${piece.slice(Math.max(0, offset - 12), offset)}|${piece.slice(offset, offset + 12)}`,
    )
}

const isJoint = (piece: string, offset: number, parts: readonly string[]): boolean =>
  parts.some((_, index) => {
    const [before, after] = [parts.slice(0, index).join(''), parts.slice(index).join('')]
    return before !== '' && piece.slice(0, offset).endsWith(before) && piece.startsWith(after, offset)
  })

const isInside = (piece: string, offset: number, words: readonly string[]): boolean =>
  words.some((word) => {
    for (let inner = 1; inner < word.length; inner++)
      if (piece.startsWith(word, offset - inner) && offset >= inner) return true
    return false
  })

const isWordEnd = (piece: string, offset: number, lexicon: readonly string[]): boolean =>
  [...segmenter.segment(piece)].some(({ index }) => index === offset) ||
  lexicon.some((word) => piece.startsWith(word, offset) || piece.slice(0, offset).endsWith(word))
