import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { TotalPart, YearResults } from '../results/result.domain.ts'

/** A figure that is not what it was: corrected, imported later, or (never by this program) gone. */
export type ChangedFigure = Readonly<{
  of: ItemRef | TotalPart
  was: ShownFigure | null
  now: ShownFigure | null
}>
type ShownFigure = Readonly<{
  value: string
  /** What it is out of; null for a level. */
  outOf: DecimalText | null
  nAnswered: number | null
  nRequired: number | null
}>

/** What became of the figures of one year: everything that differs, totals first. */
export function changesSince(
  was: YearResults,
  now: YearResults,
): Readonly<{ changed: readonly ChangedFigure[]; same: number }> {
  const [before, after] = [figuresOf(was), figuresOf(now)]
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  const changed = keys.flatMap((of): ChangedFigure[] => {
    const figure = { of, was: before.get(of) ?? null, now: after.get(of) ?? null }
    return isSame(figure) ? [] : [figure]
  })
  return { changed, same: keys.length - changed.length }
}

const isSame = ({ was, now }: ChangedFigure): boolean =>
  was !== null &&
  now !== null &&
  was.value === now.value &&
  was.outOf === now.outOf &&
  was.nAnswered === now.nAnswered &&
  was.nRequired === now.nRequired

const figuresOf = ({ scores, totals }: YearResults): ReadonlyMap<ItemRef | TotalPart, ShownFigure> =>
  new Map<ItemRef | TotalPart, ShownFigure>([
    ...totals.map((row) => [row.part, shown(row, row.outOf)] as const),
    ...scores.map((row) => [row.ref, shown(row, '100')] as const),
  ])

const shown = (
  { value, nAnswered, nRequired }: Pick<ShownFigure, 'value' | 'nAnswered' | 'nRequired'>,
  outOf: DecimalText | null,
): ShownFigure => ({ value, outOf, nAnswered, nRequired })
