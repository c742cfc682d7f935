import type { Owners, OwnerUnit } from '../../cycle.domain.ts'
import { AND, UNIT_WORD } from './import-words.th.ts'

const CODED = /\(\s*([A-Z][A-Z0-9&/-]{0,11})\s*\)/gu
const SEPARATOR = new RegExp(
  // "and" and a space may stand inside a name too, so they separate only before a word that opens a unit's name.
  `[,;\\n]| ${AND} (?=${UNIT_WORD})|${AND} ?(?=${UNIT_WORD})| (?=${UNIT_WORD})`,
  'u',
)
/** Dashes and numbers of a list typed in the cell. */
const MARKER = /(?:^|[ \n])(?:[-\u2022]|\(?[\d\u0e50-\u0e59]{1,2}[.)])[ \t]+/gu
const LEADING = new RegExp(`^(?:[\\s,;/]|${AND}(?=\\s|${UNIT_WORD}))+`, 'u')
const EDGE = /[\s,;/]/u

/** The units a cell names, in order: names with codes in parentheses, and names without; empty when it names none. */
export function unitsIn(text: string): readonly OwnerUnit[] {
  const units: OwnerUnit[] = []
  const listed = text.replace(MARKER, '\n').replace(/[^\S\n]+/gu, ' ')
  let end = 0
  for (const match of listed.matchAll(CODED)) {
    const names = namesIn(listed.slice(end, match.index))
    const coded = names.pop()
    for (const name of names) units.push({ name, code: null })
    if (coded) units.push({ name: coded, code: match[1] ?? null })
    end = match.index + match[0].length
  }
  for (const name of namesIn(listed.slice(end))) units.push({ name, code: null })
  return units
}

function namesIn(text: string): string[] {
  return text
    .split(SEPARATOR)
    .map((name) => withoutTrailing(name.replace(LEADING, '')).trim())
    .filter((name) => name !== '')
}

/** Without the marks, and the word "and" after a space, that joined a name to the next. */
function withoutTrailing(name: string): string {
  let end = name.length
  for (;;) {
    if (end > 0 && EDGE.test(name[end - 1] ?? '')) end -= 1
    else if (name.endsWith(` ${AND}`, end)) end -= AND.length
    else return name.slice(0, end)
  }
}

const tight = (name: string) => name.replace(/\s+/gu, '')
const unitKey = (unit: OwnerUnit) => unit.code ?? tight(unit.name)

/**
 * One writing of each unit's name: where mentions of the same code differ in spaces only, the writing used most often
 * (the shorter one when equally often). Keyed as `unitKey`.
 */
export function unitNames(mentions: readonly OwnerUnit[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [key, group] of Map.groupBy(mentions, (unit) => `${unitKey(unit)}|${tight(unit.name)}`)) {
    const counts = Map.groupBy(group, (unit) => unit.name)
    const [best] = [...counts].sort(([a, x], [b, y]) => y.length - x.length || a.length - b.length)
    if (best) names.set(key, best[0])
  }
  return names
}

/** The unit under the name that the other mentions give it. */
export const namedAlike = (unit: OwnerUnit, names: ReadonlyMap<string, string>): OwnerUnit => ({
  name: names.get(`${unitKey(unit)}|${tight(unit.name)}`) ?? unit.name,
  code: unit.code,
})

/** Every unit once, in order of first mention. */
export const distinctUnits = (owners: readonly Owners[]): readonly OwnerUnit[] => [
  ...new Map(
    owners.flatMap((owner) => owner.units).map((unit) => [`${unit.code}|${unit.name}`, unit]),
  ).values(),
]
