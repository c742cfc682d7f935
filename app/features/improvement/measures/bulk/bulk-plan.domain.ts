import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { isOpen, type MeasureState } from '../../working/measure-state.domain.ts'
import type { MeasureFacts } from '../../working/working-cycle.domain.ts'
import type { StepKind } from '../steps/step.domain.ts'

export const BULK_ACTS = ['assign', 'extend', 'remind'] as const
export type BulkAct = (typeof BULK_ACTS)[number]

/** The step that an act leaves on a measure. */
export const STEP_OF_ACT = {
  assign: 'assigned',
  extend: 'extended',
  remind: 'reminded',
} as const satisfies Record<BulkAct, StepKind>

/** Who is to carry measures out: in the place of those who do, or beside them. */
export type Assignment = Readonly<{
  how: 'add' | 'replace'
  unitIds: readonly string[]
  personIds: readonly string[]
}>

/** A measure as far as a bulk act looks at it. */
export type BulkMeasure = Readonly<{ facts: MeasureFacts; state: MeasureState }>

/** Why an act leaves a measure as it is. */
export type Passed = 'is-so' | 'handed-in' | 'later-already' | 'nobody'

/** What an act makes of a measure: facts that become others, or why none does. */
export type Planned =
  | Readonly<{ kind: 'change'; mine: Partial<MeasureFacts> }>
  | Readonly<{ kind: 'pass'; why: Passed }>

/** Owners that are replaced take the words of the report for the former ones with them. */
export function planAssignment({ facts, state }: BulkMeasure, assignment: Assignment): Planned {
  if (state === 'done') return { kind: 'pass', why: 'handed-in' }
  const { how, unitIds, personIds } = assignment
  const keep = how === 'add'
  const units = keep ? [...new Set([...facts.unitIds, ...unitIds])] : unitIds
  const people = (keep ? [...new Set([...facts.personIds, ...personIds])] : personIds).toSorted()
  const isUnits = units.join() === facts.unitIds.join()
  const isPeople = people.join() === facts.personIds.toSorted().join()
  if (isUnits && isPeople) return { kind: 'pass', why: 'is-so' }
  return {
    kind: 'change',
    mine: {
      ...(isUnits ? {} : { unitIds: units }),
      ...(isUnits || facts.ownersWritten === null ? {} : { ownersWritten: null }),
      ...(isPeople ? {} : { personIds: people }),
    },
  }
}

/** A day is put off, never brought forward, and only for what was not handed in. */
export function planExtension({ facts, state }: BulkMeasure, day: IsoDay): Planned {
  if (!isOpen(state)) return { kind: 'pass', why: 'handed-in' }
  const due = dueOf(facts)
  if (due === day) return { kind: 'pass', why: 'is-so' }
  if (due !== null && due > day) return { kind: 'pass', why: 'later-already' }
  return { kind: 'change', mine: { dueDay: day } }
}

/** Nobody is reminded of what was handed in. */
export const planReminder = ({ state }: BulkMeasure, responsible: number): Planned =>
  !isOpen(state)
    ? { kind: 'pass', why: 'handed-in' }
    : responsible === 0
      ? { kind: 'pass', why: 'nobody' }
      : { kind: 'change', mine: {} }

/** The day by which a measure is to be handed in; null while none is set. */
export const dueOf = ({ dueDay, period }: MeasureFacts): IsoDay | null =>
  dueDay ?? (period.state === 'value' ? period.value.end : null)
