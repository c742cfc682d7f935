import type { IsoDay } from '../../kernel/thai-date.ts'
import type { ItemRow, YearWork } from './item-work.domain.ts'

/** Which items of a year are shown; the names stand in addresses. */
export const ROW_FILTERS = ['all', 'mine', 'unowned', 'missing', 'zero', 'changed', 'watch'] as const
export type RowFilter = (typeof ROW_FILTERS)[number]

export const readRowFilter = (text: string | null): RowFilter =>
  ROW_FILTERS.find((filter) => filter === text) ?? 'all'

export function isShown(row: ItemRow, filter: RowFilter, ownUnitIds: readonly string[]): boolean {
  if (filter === 'mine') return row.unit !== null && ownUnitIds.includes(row.unit.id)
  if (filter === 'unowned') return row.unit === null
  if (filter === 'missing') return missingOf(row) > 0
  if (filter === 'zero') return row.score.score === 0
  if (filter === 'changed') return row.isChanged
  return filter === 'all' || row.findings.length > 0
}

/** Elements that are neither given nor declared to be none. */
export const missingOf = ({ score }: Pick<ItemRow, 'score'>): number =>
  score.elements.filter(({ state }) => state === 'missing').length

export const rowsOf = (work: Pick<YearWork, 'groups'>): readonly ItemRow[] =>
  work.groups.flatMap(({ items }) => items)

/** What an item may ask of somebody, the most pressing first. */
const KINDS = ['watch', 'late', 'missing', 'failing', 'changed', 'publish'] as const
export type ItemTask = Readonly<{ kind: (typeof KINDS)[number]; count: number; row: ItemRow }>

/** One task at most of an item, the most pressing first; among equals those of earlier days. */
export function itemTasks(
  rows: readonly ItemRow[],
  { today, mayPublish }: Readonly<{ today: IsoDay; mayPublish: boolean }>,
): readonly ItemTask[] {
  return rows
    .flatMap((row) => {
      const found = taskOf(row, today)
      const needsPublisher = found?.kind === 'changed' || found?.kind === 'publish'
      return found === null || (needsPublisher && !mayPublish) ? [] : [{ ...found, row }]
    })
    .sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        (a.row.dueOn ?? LAST_DAY).localeCompare(b.row.dueOn ?? LAST_DAY),
    )
}

const LAST_DAY = '9999-12-31'

function taskOf(row: ItemRow, today: IsoDay): Pick<ItemTask, 'kind' | 'count'> | null {
  const missing = missingOf(row)
  if (missing > 0)
    return { kind: row.dueOn !== null && row.dueOn < today ? 'late' : 'missing', count: missing }
  const failing = row.findings.filter(({ weight }) => weight === 'fails').length
  if (failing > 0) return { kind: 'watch', count: failing }
  if (row.score.score === 0) return { kind: 'failing', count: 1 }
  if (row.isByReport) return null
  if (row.newest === null) return { kind: 'publish', count: 1 }
  return row.isChanged ? { kind: 'changed', count: 1 } : null
}
