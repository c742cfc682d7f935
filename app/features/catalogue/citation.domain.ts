import type { ItemRef } from '../../kernel/item-ref.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { toArabicDigits } from '../../kernel/thai-digits.ts'
import type { Catalogue } from './catalogue.domain.ts'
import { citationWords } from './citation-words.th.ts'
import { canonicalRef } from './lookup.domain.ts'

/**
 * Items named in a text without their year: `written` as it stands ("o31-38"), `index` its place, and the codes it stands
 * for in the case that was written. Codes carry no year and are no references: `resolveCitation` makes them so.
 * `irregular` is a range that runs backwards, whose items are still known, or one from a letter to another, which has none.
 */
export type Citation = Readonly<{
  written: string
  index: number
  codes: readonly string[]
  irregular?: 'reversed' | 'two-letters'
}>
export type UnknownItems = Readonly<{ code: 'citation.unknown-item'; unknown: readonly string[] }>

const DIGIT = '0-9\\u0e50-\\u0e59'
const FIRST = '1-9\\u0e51-\\u0e59'
const NUMBER = `[${FIRST}][${DIGIT}]?`
const DASH = '\\s*[-\\u2010-\\u2015\\u2212]\\s*'
const LEAD = `(?:${citationWords.item}|(?<![A-Za-z])(?:IIT|EIT|OIT|ITA))`
// Nothing that could make the code a piece of something longer: a word, a number, an address, a file name, a year of its own.
const BEFORE = `(?<![A-Za-z_@.#=&?%${DIGIT}]|[A-Za-z${DIGIT}][-:])`
const AFTER = `(?![A-Za-z_@${DIGIT}]|[-.:/][A-Za-z${DIGIT}])`
// "O.14", "O 14" and "O-14" are codes only after a word that introduces one.
const LOOSE = `(?:(?<=${LEAD}\\s{0,4}[ieoIEO])(?:\\s|\\s?[.-]\\s?))?`
const CODE = `([ieoIEO])${LOOSE}(${NUMBER})`
const RANGE = `(?:${DASH}([ieoIEO]?)|\\s*${citationWords.to}\\s*(?:${citationWords.item}\\s*)?([ieoIEO]))(${NUMBER})`
const CITATION = new RegExp(`${BEFORE}${CODE}(?:${RANGE})?${AFTER}`, 'gu')
const CLOSED = '(?=\\s?(?:[)\\],;/]|$))'
const LIST_OF_CODES = new RegExp(
  `(${BEFORE}${CODE}(?:${DASH}[ieoIEO]?${NUMBER})?)/(?=[ieoIEO]${NUMBER}|${NUMBER}${AFTER}(?:${CLOSED}|(?<=${LEAD}\\s{0,4}[ieoIEO][^/]{1,4}/${NUMBER})))`,
  'gu',
)
// "o27/28" and "o1,o2,3": a number alone has the letter before it.
const NUMBER_ALONE = new RegExp(`(?:/|,\\s?)(${NUMBER})${AFTER}`, 'uy')
const ENDS_LIST = new RegExp(CLOSED, 'uy')
const LEAD_BEFORE = new RegExp(`${LEAD}\\s*$`, 'u')
const LEAD_REACHES = 12
// Items that are named together stand near one another; "O5/67" is the number of a meeting.
const NEAR = 10
const AROUND = new RegExp(
  `\\b(?:IIT|EIT|OIT|ITA|items?|and)\\b|${Object.values(citationWords).join('|')}|[\\s()\\[\\],;/]`,
  'giu',
)

/**
 * Every citation inside running text, in reading order: single items, ranges with any dash, with or without the letter
 * repeated, Thai digits. A range that runs backwards or changes its letter says so.
 */
export function findCitations(text: string): readonly Citation[] {
  // "o27/o28" is two citations and "oit/O28" is an address: only the first kind of stroke is made to look like a separator.
  const searched = text.replace(LIST_OF_CODES, '$1,')
  return [...searched.matchAll(CITATION)]
    .filter((match) => text[match.index - 1] !== '/' || searched[match.index - 1] === ',')
    .flatMap((match) => [citationOf(match, text), ...numbersAfter(match, text)])
}

/**
 * The citations of a text that is nothing else: "i1-i6", "(o5-o10)", "OIT item O14", "O14, O15", Thai digits too. Empty when it
 * holds anything besides citations, separators and the words that introduce them.
 */
export function parseCitation(text: string): readonly Citation[] {
  const found = findCitations(text)
  const rest = found.reduceRight(
    (left, { index, written }) => left.slice(0, index) + left.slice(index + written.length),
    text,
  )
  return rest.replace(AROUND, '') === '' ? found : []
}

/** Codes as a report writes them: neighbours of one letter joined to a range ("i1-i6, e1"). */
export function printCitation(codes: readonly string[]): string {
  const runs: { letter: string; from: number; to: number }[] = []
  for (const code of codes) {
    const [letter, number] = [code.slice(0, 1), Number(code.slice(1))]
    const last = runs.at(-1)
    if (last && last.letter === letter && last.to + 1 === number) last.to = number
    else runs.push({ letter, from: number, to: number })
  }
  return runs
    .map(({ letter, from, to }) => (from === to ? `${letter}${from}` : `${letter}${from}-${letter}${to}`))
    .join(', ')
}

/** References of one framework year for codes in any case, in the year's own writing; or the codes that the year lacks. */
export function resolveCitation({
  catalogue,
  year,
  codes,
}: Readonly<{ catalogue: Catalogue; year: number; codes: readonly string[] }>): Result<
  readonly ItemRef[],
  UnknownItems
> {
  const refs = codes.map((code) => canonicalRef(catalogue, year, code))
  const unknown = codes.filter((_, at) => refs[at] === null)
  return unknown.length > 0
    ? err({ code: 'citation.unknown-item', unknown })
    : ok(refs.filter((ref) => ref !== null))
}

function citationOf(match: RegExpExecArray, text: string): Citation {
  const written = text.slice(match.index, match.index + match[0].length)
  const [, letter = '', first = '', repeated, named, last] = match
  const from = numberOf(first)
  const start = { written, index: match.index }
  if (last === undefined) return { ...start, codes: [`${letter}${from}`] }

  const to = numberOf(last)
  const second = repeated || named || letter
  if (second.toLowerCase() !== letter.toLowerCase()) return { ...start, codes: [], irregular: 'two-letters' }
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  const codes = Array.from({ length: high - low + 1 }, (_, at) => `${letter}${low + at}`)
  return from <= to ? { ...start, codes } : { ...start, codes, irregular: 'reversed' }
}

/** Numbers alone after a code, joined to it by a stroke or a comma. */
function numbersAfter(match: RegExpExecArray, text: string): readonly Citation[] {
  const [, letter = '', first = '', , , last] = match
  const hasLead = LEAD_BEFORE.test(text.slice(Math.max(0, match.index - LEAD_REACHES), match.index))
  const found: Citation[] = []
  let before = numberOf(last ?? first)
  let at = match.index + match[0].length
  for (;;) {
    NUMBER_ALONE.lastIndex = at
    const [joined = '', digits = ''] = NUMBER_ALONE.exec(text) ?? []
    ENDS_LIST.lastIndex = at + joined.length
    const number = numberOf(digits)
    const isNear = number > before && number - before < NEAR
    if (joined === '' || !isNear || !(ENDS_LIST.test(text) || (hasLead && joined.startsWith('/'))))
      return found
    found.push({ written: digits, index: at + joined.length - digits.length, codes: [`${letter}${number}`] })
    before = number
    at += joined.length
  }
}

const numberOf = (digits: string): number => Number(toArabicDigits(digits))
