import type { Bilingual } from '../../i18n/language.ts'
import type { NamedUnit, WorkingCycle } from '../improvement/index.ts'
import type { ElementKey, Verdict } from './verdict.domain.ts'

/** What keeps the report of a year at work from 100: one element that does not pass, where it is mended and by whom. */
export type Gap = Readonly<{
  element: ElementKey
  /** As the report counts; 0 is an issue without measures, and a report without issues. */
  issue: number
  measure: number
  /** Null for a report without issues. */
  issueId: string | null
  /** Null for an issue without measures. */
  measureId: string | null
  /** The outcome that covers the measure, where there is one. */
  outcomeId: string | null
  /** Owner units of the measure; empty where nobody has it yet. */
  units: readonly NamedUnit[]
  reason: Bilingual
  remedy: Bilingual | null
}>

/** Everything that is missing, in the order of the report; empty when it is 100 or cannot be judged. */
export const gapsOf = (verdict: Verdict | null, working: WorkingCycle): readonly Gap[] =>
  (verdict?.elements ?? [])
    .filter(({ passes }) => !passes)
    .map(({ element, issue: issueNumber, measure: measureNumber, reason, remedy }) => {
      const issue = working.issues.find(({ number }) => number === issueNumber)
      const measure = issue?.measures.find(({ number }) => number === measureNumber)
      const outcome = issue?.outcomes.find(({ facts }) => measure && facts.covers.includes(measure.id))
      return {
        element,
        issue: issueNumber,
        measure: measureNumber,
        issueId: issue?.id ?? null,
        measureId: measure?.id ?? null,
        outcomeId: outcome?.id ?? null,
        units: measure?.units ?? [],
        reason,
        remedy,
      }
    })

export type GapsOfUnit = Readonly<{
  /** Null: of no unit, so the coordinator's. */
  unit: NamedUnit | null
  gaps: readonly Gap[]
}>

/** The same by whose it is, the units in the order in which the report names them. What several share stands with each. */
export function gapsByUnit(gaps: readonly Gap[]): readonly GapsOfUnit[] {
  const units = new Map(gaps.flatMap((gap) => gap.units.map((unit) => [unit.id, unit])))
  const unowned = gaps.filter((gap) => gap.units.length === 0)
  return [
    ...[...units.values()].map((unit) => ({
      unit,
      gaps: gaps.filter((gap) => gap.units.some(({ id }) => id === unit.id)),
    })),
    ...(unowned.length === 0 ? [] : [{ unit: null, gaps: unowned }]),
  ]
}
