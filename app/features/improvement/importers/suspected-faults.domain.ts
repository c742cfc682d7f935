import type { OwnerUnit } from '../cycle.domain.ts'
import type { SuspectedFault } from './import.domain.ts'
import type { PlainLine } from './source-units.domain.ts'
import { FAULT_PATTERNS } from './suspected-faults.th.ts'

const RULES = FAULT_PATTERNS.map((rule) => ({ ...rule, regex: new RegExp(rule.pattern, 'gu') }))

/**
 * Places where the text is probably wrong: spellings of the table, and a space inside the name of a unit that is written
 * without it elsewhere. The same fault is said once for a line. Nothing is corrected.
 */
export function suspectedFaultsIn(
  texts: readonly PlainLine[],
  units: readonly OwnerUnit[],
): readonly SuspectedFault[] {
  const faults = texts.flatMap(({ line, text }) => [
    ...RULES.flatMap(({ regex, suspect, sure }) =>
      [...text.matchAll(regex)].map((match) => ({
        line,
        text: match[0],
        suspect: fill(suspect, match),
        sure,
      })),
    ),
    ...spacedUnits(text, units).map((written) => ({
      line,
      text: written,
      suspect: written.replace(/\s+/gu, ''),
      sure: true,
    })),
  ])
  return [...new Map(faults.map((fault) => [`${fault.line}|${fault.text}`, fault])).values()]
}

const fill = (suspect: string, match: RegExpExecArray): string =>
  suspect.replace(/\$(\d)/gu, (_, group: string) => match[Number(group)] ?? '')

/** Only names without a space of their own: there a space is a slip. */
function spacedUnits(text: string, units: readonly OwnerUnit[]): readonly string[] {
  const tight = text.replace(/\s+/gu, '')
  return units
    .filter(({ name }) => name.length >= 8 && !/\s/u.test(name) && tight.includes(name))
    .flatMap(({ name }) => {
      const pattern = [...name].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s?')
      return [...text.matchAll(new RegExp(pattern, 'gu'))].map((match) => match[0])
    })
    .filter((written) => /\s/u.test(written))
}
