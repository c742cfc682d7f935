import { HELD_WORDS } from './thai-lexicon.th.ts'
import { segmentsOf } from './thai-segments.ts'
import { atomsOf } from './thai-words.ts'

export type WordPart = Readonly<{ text: string; keep: boolean }>

const THAI = /\p{Script=Thai}/u
const HYPHENATED = /\p{L}-\p{L}/u
/** Quotation marks and brackets that stand with a word. */
const SIGNS_AROUND = /^[^\p{Script=Thai}]+|[^\p{Script=Thai}]+$/gu
const INNER_SPACE = /\S\s\S/u
/** Longer than this an atom could be wider than a phone: the browser may then break it where it likes. */
const LONGEST_KEPT = 24
/** Words that one browser's dictionary cuts and another's does not, by what stands around them. */
const ALWAYS_KEPT: ReadonlySet<string> = new Set(HELD_WORDS)

/**
 * Parts of a text, those marked `keep` being words that a browser's own dictionary would break inside (names, house
 * words, abbreviations). Joined, the parts are the text.
 */
export function keepWords(text: string, properNames: readonly string[]): readonly WordPart[] {
  const parts: WordPart[] = []
  for (const atom of atomsOf(text, properNames)) {
    const keep = isBrokenByBrowsers(atom)
    const last = parts.at(-1)
    if (last && !last.keep && !keep) parts[parts.length - 1] = { text: last.text + atom, keep }
    else parts.push({ text: atom, keep })
  }
  return parts
}

/** Pages say the same words again and again; looking one up in the dictionary of browsers takes long. */
const MOST_REMEMBERED = 5000
const remembered = new Map<string, boolean>()

function isBrokenByBrowsers(atom: string): boolean {
  if (atom.length > LONGEST_KEPT) return false
  // "E-Service" at its hyphen.
  if (HYPHENATED.test(atom)) return true
  // Of numbers, codes and other words there is no end; none of them is looked up.
  if (!THAI.test(atom)) return false
  const known = remembered.get(atom)
  if (known !== undefined) return known
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const isBroken = lookUp(atom)
  remembered.set(copyOf(atom), isBroken)
  return isBroken
}

/** V8 makes a piece of a long string by pointing into it: remembered, each word would keep the whole page that it stood on. */
const copyOf = (text: string): string => ` ${text}`.slice(1)

function lookUp(atom: string): boolean {
  // A year or a repetition sign from the word before it.
  if (INNER_SPACE.test(atom)) return true
  if (ALWAYS_KEPT.has(atom.replace(SIGNS_AROUND, ''))) return true
  return [...segmentsOf(atom, 'word')].filter(({ segment }) => THAI.test(segment)).length > 1
}
