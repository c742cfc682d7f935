import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { ComparisonRow } from './comparison.domain.ts'
import { hasFigure } from './row-order.domain.ts'

/** A row that rose or fell, known by its later item. */
export type Moved = Readonly<{ ref: ItemRef; change: DecimalText }>

/** What two neighbouring years say, counted by rows. Only what compares rises or falls. */
export type YearsFinding = Readonly<{
  from: number
  to: number
  rose: readonly Moved[]
  fell: readonly Moved[]
  same: number
  /** Both years have a figure. */
  unconfirmed: number
  different: number
  /** Asked in the earlier year and not in the later, figure or not. */
  notAsked: readonly ItemRef[]
  /** Asked in the later year only. */
  isNew: readonly ItemRef[]
  /** Both years ask and may be compared, but a figure is missing. */
  notImported: number
  notKnown: number
}>

/** A finding for each pair of neighbouring years of the rows; none for rows of one year. */
export function findingsOf(rows: readonly ComparisonRow[]): readonly YearsFinding[] {
  const years = rows[0]?.cells.map(({ year }) => year) ?? []
  return years.slice(1).map((to, at) => {
    const steps = rows.flatMap(({ cells, joins }) => {
      const [before, after, join] = [cells[at], cells[at + 1], joins[at]]
      return before && after && join ? [{ before, after, join }] : []
    })
    const moved = (direction: 'rise' | 'fall' | 'same') =>
      steps.flatMap(({ after, join }) =>
        join.kind === 'comparable' && join.direction === direction && after.ref !== null
          ? [{ ref: after.ref, change: join.change }]
          : [],
      )
    const count = (kind: string) => steps.filter(({ join }) => join.kind === kind).length
    const both = steps.filter(({ before, after }) => before.figure !== null && after.figure !== null)
    return {
      from: years[at] as number,
      to,
      rose: moved('rise'),
      fell: moved('fall'),
      same: moved('same').length,
      unconfirmed: count('unconfirmed'),
      different: both.filter(({ join }) => join.kind === 'different').length,
      notAsked: steps.flatMap(({ before, join }) => (join.kind === 'not-asked' ? (before.ref ?? []) : [])),
      isNew: steps.flatMap(({ after, join }) => (join.kind === 'new' ? (after.ref ?? []) : [])),
      notImported: count('not-imported'),
      notKnown: count('not-known'),
    }
  })
}

/** Whether anything at all is said of two years together. */
export const isCompared = (rows: readonly ComparisonRow[]): boolean =>
  rows.some((row) => hasFigure(row) && row.joins.some((join) => join !== null && 'relation' in join))
