import { ROLES, type RoleName } from '../../../kernel/actor.ts'
import type { ChainStep } from '../standing/standing.domain.ts'
import type { NewStep } from './chain.domain.ts'

/** Rows of the form of a chain: its steps, and some to add. */
const EMPTY_ROWS = 2
const MOST_ROWS = 8

/** Who may be chosen to record resolutions. */
export const RECORDERS = ['meeting-secretary', 'ita-coordinator'] as const satisfies readonly RoleName[]

type Values = Readonly<Record<string, string>>

/** Names of the fields of a row, counted from 1. */
export const rowField = (row: number, field: string): string => `${field}-${row}`

/** The form as it shows a chain; `null` for none yet. */
export function chainValues(steps: readonly ChainStep[] | null): Values {
  const rows = (steps ?? []).map((step, index): readonly (readonly [string, string])[] => {
    const row = index + 1
    return [
      [rowField(row, 'body'), step.bodyId],
      [rowField(row, 'place'), String(row)],
      [rowField(row, 'accepts'), step.accepts],
      [rowField(row, 'circular'), step.circularAllowed ? 'on' : ''],
      ...RECORDERS.map((role) => [rowField(row, role), step.recorders.includes(role) ? 'on' : ''] as const),
    ]
  })
  return Object.fromEntries(rows.flat())
}

/** How many rows the form has. */
export const rowsOf = (values: Values): number => {
  const last = Array.from({ length: MOST_ROWS }, (_, index) => index + 1).filter(
    (row) => (values[rowField(row, 'body')] ?? '') !== '',
  )
  return Math.min(MOST_ROWS, (last.at(-1) ?? 0) + EMPTY_ROWS)
}

/** What a form says, in the order of its places; rows without a body are no steps. */
export function readChainForm(values: Values): readonly NewStep[] {
  const rows = Array.from({ length: MOST_ROWS }, (_, index) => index + 1)
  return rows
    .map((row) => ({
      place: Number(values[rowField(row, 'place')] ?? row) || row,
      bodyId: values[rowField(row, 'body')] ?? '',
      accepts:
        values[rowField(row, 'accepts')] === 'acknowledged'
          ? ('acknowledged' as const)
          : ('approved' as const),
      circularAllowed: values[rowField(row, 'circular')] === 'on',
      recorders: ROLES.filter((role) => values[rowField(row, role)] === 'on'),
    }))
    .filter(({ bodyId }) => bodyId !== '')
    .toSorted((a, b) => a.place - b.place)
    .map(({ place: _place, ...step }) => step)
}
