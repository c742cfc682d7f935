import { atomsOf } from '../../../../kernel/thai-words.ts'
import type { OwnerUnit } from '../../cycle.domain.ts'
import type { SuspectedFault } from '../import.domain.ts'
import { partitionPoint } from './partition-point.domain.ts'
import type { PlainLine } from './source-units.domain.ts'
import { FAULT_PATTERNS, type FaultPattern } from './suspected-faults.th.ts'

const RULES = FAULT_PATTERNS.map((rule) => ({ ...rule, regex: new RegExp(rule.pattern, 'gu') }))
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/gu
const SPACE = /^\s+$/u
// Marks that stand at a word and are no part of it; the point is part of an abbreviation.
const MARK = /[^\P{P}.]/u
// A shorter name is found inside other words, a longer one is no name, and no report names more units.
const SHORTEST_NAME = 8
const LONGEST_NAME = 100
const MOST_UNITS = 200

/**
 * Places where the text is probably wrong: spellings of the table, and a space inside the name of a unit that is written
 * without it elsewhere. Each is told with whole words, so that it can be read and found; the same fault once for a line.
 * Nothing is corrected.
 */
export function suspectedFaultsIn(
  texts: readonly PlainLine[],
  units: readonly OwnerUnit[],
): readonly SuspectedFault[] {
  const names = units
    .map(({ name }) => name)
    .filter((name) => name.length >= SHORTEST_NAME && name.length <= LONGEST_NAME && !/\s/u.test(name))
    .slice(0, MOST_UNITS)
    .map((name) => ({ name, spaced: new RegExp([...name].map(literal).join('\\s?'), 'gu') }))
  const faults = texts.flatMap(({ line, text }) => {
    const clean = text.replace(ZERO_WIDTH, '')
    const found = [...misspelled(clean), ...spacedNames(clean, names)]
    return found.length === 0 ? [] : inWholeWords(clean, found).map((fault) => ({ line, ...fault }))
  })
  return [...new Map(faults.map((fault) => [`${fault.line}|${fault.text}`, fault])).values()]
}

const literal = (letter: string) => letter.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** A fault from letter to letter, before it is widened to words. */
type Found = Readonly<{ start: number; end: number; suspect: string }> &
  Pick<FaultPattern, 'sure' | 'before' | 'after' | 'wholeWords'>

const misspelled = (text: string): readonly Found[] =>
  RULES.flatMap(({ regex, suspect, ...rule }) =>
    [...text.matchAll(regex)].map((match) => ({
      ...rule,
      start: match.index,
      end: match.index + match[0].length,
      suspect: suspect.replace(/\$(\d)/gu, (_, group: string) => match[Number(group)] ?? ''),
    })),
  )

/** Only names without a space of their own: there a space is a slip. */
function spacedNames(
  text: string,
  names: readonly Readonly<{ name: string; spaced: RegExp }>[],
): readonly Found[] {
  const tight = text.replace(/\s+/gu, '')
  return names
    .filter(({ name }) => tight.includes(name))
    .flatMap(({ name, spaced }) =>
      [...text.matchAll(spaced)]
        .filter((match) => match[0] !== name)
        .map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          suspect: name,
          sure: true,
        })),
    )
}

function inWholeWords(
  text: string,
  found: readonly Found[],
): readonly Readonly<{ text: string; suspect: string; sure: boolean }>[] {
  const atoms = atomsOf(text)
  const starts: number[] = []
  let length = 0
  for (const atom of atoms) {
    starts.push(length)
    length += atom.length
  }
  const startOf = (index: number) => starts[index] ?? length
  const atomAt = (place: number) => partitionPoint(starts, (start) => start <= place) - 1
  // Words around a fault end where the text has a space.
  const widened = (index: number, words: number, step: 1 | -1) => {
    let at = index
    for (let left = words; left > 0 && !SPACE.test(atoms[at + step] ?? ' '); left -= 1) at += step
    return at
  }
  return found.flatMap(({ start, end, suspect, sure, before = 0, after = 0, wholeWords }) => {
    const first = atomAt(start)
    const last = atomAt(end - 1)
    if (wholeWords && (startOf(first) !== start || startOf(last + 1) !== end)) return []
    let from = startOf(widened(first, before, -1))
    let to = startOf(widened(last, after, 1) + 1)
    while (from < start && MARK.test(text[from] ?? '')) from += 1
    while (to > end && MARK.test(text[to - 1] ?? '')) to -= 1
    return [
      { text: text.slice(from, to), suspect: text.slice(from, start) + suspect + text.slice(end, to), sure },
    ]
  })
}
