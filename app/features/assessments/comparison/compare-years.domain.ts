import type { Catalogue } from '../../catalogue/index.ts'
import type { YearResults } from '../results/result.domain.ts'
import { rowsOfChains } from './chain-rows.domain.ts'
import type { CompareOptions, ComparisonRow } from './comparison.domain.ts'
import { instrumentRows } from './instrument-rows.domain.ts'
import { arranged } from './row-order.domain.ts'

/**
 * Results of the given years beside each other, the earliest first: a row for each chain of items that the crosswalk joins
 * (or of indicators; or instruments and the total). Every relation stands in exactly one row. A rise or fall is said only
 * where a relation is confirmed to compare.
 */
export function compareYears(
  catalogue: Catalogue,
  results: readonly YearResults[],
  options: CompareOptions,
): readonly ComparisonRow[] {
  const years = results.toSorted((a, b) => a.year - b.year)
  const rows =
    options.of === 'instruments'
      ? instrumentRows(catalogue, years)
      : rowsOfChains(catalogue, years, options.of)
  return arranged(catalogue, rows, options)
}
