import { BUDDHIST_ERA, CHRISTIAN_ERA, THAI_MONTHS } from './thai-calendar.th.ts'
import { COUNTED_WORDS, HELD_TERMS, HELD_WORDS, NAME_TITLES } from './thai-lexicon.th.ts'
import { segmentsOf } from './thai-segments.ts'

/** Says whether a stretch of text fits where it will be set. */
export type Fits = (text: string) => boolean

const ZERO_WIDTH = /[\u200b\u2060\ufeff]/gu
const THAI = /\p{Script=Thai}/u

/** Whether any of the text is Thai: a page in another language says so where it stands. */
export const hasThai = (text: string): boolean => THAI.test(text)
const SPACE = /^\s+$/u
const NBSP = '\u00a0'

/** Following vowels, marks, the repetition sign and paiyannoi never begin a line; leading vowels never end one. */
const NEVER_FIRST = /^[\u0e2f-\u0e3a\u0e45-\u0e4e]/u
const NEVER_LAST = /[\u0e40-\u0e44]$/u
const REPEATED = '\u0e46'
const CLOSING = /^[)\]},.;:!?%"'\u201d\u2019/\u2026\-\u2013]/u
/** A straight quotation mark opens when nothing stands before it. */
const OPENING = /[([{\u201c\u2018]/u
const STRAIGHT = /^["']$/u

/** Consonants with a point, alone or in a row: p.o.s. and the like, when no Thai letter stands before. */
const ABBREVIATION = '(?<!\\p{Script=Thai})(?:[\\u0e01-\\u0e2e]{1,4}\\.)+'
const SHORTEST_NAME = 4

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
const oneOf = (words: readonly string[]) =>
  `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|')})`

const DIGIT = '[\\d\\u0e50-\\u0e59]'
const ERA_YEAR = `${oneOf([BUDDHIST_ERA, CHRISTIAN_ERA])} ?${DIGIT}{4}`
/** A month with the day before it and the year after it, as far as they are written. */
const DATE = `(?:${DIGIT}{1,2} )?${oneOf(THAI_MONTHS.flat())}(?: (?:${ERA_YEAR}|${DIGIT}{2,4}))?`
const COUNTED = `${oneOf(COUNTED_WORDS)} [A-Za-z]?${DIGIT}+(?:[./]${DIGIT}+)*`

/**
 * Cuts a text into atoms: words that no line end may divide, and the white space between them. Joined, the atoms are the
 * text without its zero-width characters. Every boundary is one of the platform's own segmenter; those inside words of
 * the lexicon, abbreviations, proper names and before closing marks are taken away.
 */
export function atomsOf(text: string, properNames: readonly string[] = []): readonly string[] {
  const clean = text.replace(ZERO_WIDTH, '')
  const held = heldInside(clean, lexiconOf(properNames))
  const atoms: string[] = []
  let start = 0
  for (const { segment, index } of segmentsOf(clean, 'word')) {
    // A slice costs nothing, however long: an atom may be thousands of signs in a row.
    const before = clean.slice(start, index)
    if (index === 0 || held.has(index) || areJoined(before, segment)) continue
    atoms.push(before)
    start = index
  }
  if (clean !== '') atoms.push(clean.slice(start))
  return joinRepetitions(atoms)
}

/**
 * The text with U+200B between atoms that touch, and a no-break space where an atom holds a space: a browser or a drawing
 * then breaks lines at words. Equal to the text once white space is folded.
 */
export function breakable(text: string, properNames: readonly string[] = []): string {
  let joined = ''
  let touches = false
  for (const atom of atomsOf(text, properNames)) {
    const isSpace = SPACE.test(atom)
    joined += (touches && !isSpace ? '\u200b' : '') + (isSpace ? atom : atom.replaceAll(' ', NBSP))
    touches = !isSpace
  }
  return joined
}

/**
 * Divides an atom that is wider than its place, at the best points that serve: between the words it holds, between the
 * segmenter's words, after the joints of an address, and last between letters with their marks. A pile of vowels, which is
 * no writing, is divided anywhere rather than printed over the margin.
 */
export function splitToFit(atom: string, fits: Fits, properNames: readonly string[] = []): readonly string[] {
  return divide(atom, fits, [
    (part) => cutAt(part, lexiconEdges(part, lexiconOf(properNames))),
    (part) => [...segmentsOf(part, 'word')].map(({ segment }) => segment),
    (part) => part.split(/(?<=[/\-._@?&=:])/u),
    (part) => [...segmentsOf(part, 'grapheme')].map(({ segment }) => segment),
    (part) => [...part],
  ])
}

type Cut = (text: string) => readonly string[]

function divide(text: string, fits: Fits, cuts: readonly Cut[]): readonly string[] {
  const [cut, ...finer] = cuts
  if (cut === undefined || fits(text)) return [text]
  const parts = finer.length > 0 ? joinWhere(cut(text), isOneSyllable) : cut(text)
  const pieces = parts.flatMap((part) => divide(part, fits, finer))
  return joinWhere(pieces, (before, next) => fits(before + next))
}

function joinWhere(parts: readonly string[], joins: (before: string, next: string) => boolean) {
  const joined: string[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    if (before !== undefined && joins(before, part)) joined[joined.length - 1] = before + part
    else joined.push(part)
  }
  return joined
}

const isOneSyllable = (before: string, next: string): boolean =>
  THAI.test(lastCharacter(before)) && (NEVER_FIRST.test(next) || NEVER_LAST.test(lastCharacter(before)))

const areJoined = (before: string, next: string): boolean => {
  if (SPACE.test(before) || SPACE.test(next)) return false
  if (isOneSyllable(before, next)) return true
  if (CLOSING.test(next) || OPENING.test(lastCharacter(before)) || STRAIGHT.test(before)) return true
  return !THAI.test(lastCharacter(before)) && !THAI.test(next.charAt(0))
}

const lastCharacter = (text: string) => text.at(-1) ?? ''

/** No word is as long: a row of nothing but signs is not gathered letter by letter. */
const LONGEST_REPEATED = 200

/** The repetition sign stays with the word before it, over the space that official writing puts between. */
function joinRepetitions(atoms: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const atom of atoms) {
    const word = joined.at(-2)
    const space = joined.at(-1)
    const isRepetition = atom.startsWith(REPEATED) && word !== undefined && space !== undefined
    if (
      isRepetition &&
      word.length < LONGEST_REPEATED &&
      SPACE.test(space) &&
      THAI.test(lastCharacter(word))
    ) {
      joined.splice(-2, 2, word + space + atom)
    } else joined.push(atom)
  }
  return joined
}

type Match = Readonly<{ start: number; end: number }>

/** Boundaries that fall inside a held word. */
function heldInside(text: string, lexicon: RegExp): ReadonlySet<number> {
  const inside = new Set<number>()
  for (const { start, end } of matches(text, lexicon)) {
    for (let index = start + 1; index < end; index++) inside.add(index)
  }
  return inside
}

const lexiconEdges = (text: string, lexicon: RegExp): readonly number[] =>
  matches(text, lexicon).flatMap(({ start, end }) => [start, end])

function matches(text: string, lexicon: RegExp): readonly Match[] {
  return [...text.matchAll(lexicon)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ end }) => !NEVER_FIRST.test(text.slice(end, end + 1)))
}

function cutAt(text: string, indexes: readonly number[]): readonly string[] {
  const edges = [...new Set([0, ...indexes, text.length])].sort((a, b) => a - b)
  return edges.slice(1).map((end, position) => text.slice(edges[position], end))
}

const NO_NAMES: readonly string[] = []
const lexicons = new WeakMap<readonly string[], RegExp>()

/** One pattern for each list of names, built once: a report asks for it thousands of times with the same list. */
function lexiconOf(properNames: readonly string[]): RegExp {
  const key = properNames.length === 0 ? NO_NAMES : properNames
  const known = lexicons.get(key)
  if (known) return known
  const words = [...new Set([...HELD_WORDS, ...HELD_TERMS, ...properNames.flatMap(nameParts)])]
  const lexicon = new RegExp([ERA_YEAR, DATE, COUNTED, oneOf(words), ABBREVIATION].join('|'), 'gu')
  lexicons.set(key, lexicon)
  return lexicon
}

/** "นางสาว…" with its given name, the given name alone, and the family name; too short parts are common syllables. */
function nameParts(name: string): readonly string[] {
  return name
    .split(/\s+/u)
    .flatMap((part) => {
      const title = NAME_TITLES.find((candidate) => part.startsWith(candidate) && part !== candidate)
      return title ? [part, part.slice(title.length)] : [part]
    })
    .filter((part) => part.length >= SHORTEST_NAME && THAI.test(part))
}
