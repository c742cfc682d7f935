import type { Bilingual } from '../../../i18n/language.ts'
import type { MatterCell } from '../matter.domain.ts'

/** 'unseen': the cell holds something else though its text reads the same (a citation, a strong word). */
export type CellChange = 'same' | 'changed' | 'unseen' | 'added' | 'removed'

export type DifferentCell = Readonly<{
  id: string
  label: Bilingual
  change: CellChange
  /** Null where the cell was not there. */
  before: string | null
  after: string | null
}>

/**
 * Two contents cell by cell, in the order of the later one; what it no longer has stands behind what stood before it. What
 * holds nothing on either side is left out.
 */
export function differenceOf({
  before,
  after,
}: Readonly<{ before: readonly MatterCell[]; after: readonly MatterCell[] }>): readonly DifferentCell[] {
  const old = new Map(before.map((cell) => [cell.id, cell]))
  const now = new Map(after.map((cell) => [cell.id, cell]))
  const order = after.map(({ id }) => id)
  let place = 0
  for (const { id } of before)
    if (now.has(id)) place = order.indexOf(id) + 1
    else {
      order.splice(place, 0, id)
      place += 1
    }
  return order
    .flatMap((id) => pairOf(old.get(id), now.get(id)))
    .filter(({ before, after, change }) => change !== 'same' || (before ?? after) !== '')
}

function pairOf(old: MatterCell | undefined, now: MatterCell | undefined): readonly DifferentCell[] {
  const cell = now ?? old
  if (!cell) return []
  return [
    {
      id: cell.id,
      label: cell.label,
      change: changeOf(old, now),
      before: old?.text ?? null,
      after: now?.text ?? null,
    },
  ]
}

function changeOf(old: MatterCell | undefined, now: MatterCell | undefined): CellChange {
  if (!old) return 'added'
  if (!now) return 'removed'
  if (old.print === now.print) return 'same'
  return old.text === now.text ? 'unseen' : 'changed'
}

/** How many cells differ, by how. */
export const countsOf = (cells: readonly DifferentCell[]): Readonly<Record<CellChange, number>> => ({
  same: 0,
  changed: 0,
  unseen: 0,
  added: 0,
  removed: 0,
  ...Object.fromEntries(
    [...Map.groupBy(cells, ({ change }) => change)].map(([change, of]) => [change, of.length]),
  ),
})
