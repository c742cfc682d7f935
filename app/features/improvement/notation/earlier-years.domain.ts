import { yearOf } from '../../../kernel/item-ref.ts'
import { citedIn, type RichText } from '../../../kernel/rich-text.ts'

/**
 * The years (B.E., ascending) that an analysis cites when it cites nothing of the results it is about: most likely it was
 * copied from an earlier year and is still to be written. Empty when it cites them, or cites nothing.
 */
export function earlierYears(analysis: RichText, resultsYear: number): readonly number[] {
  const years = [...new Set(citedIn(analysis).map(yearOf))].sort((a, b) => a - b)
  return years.every((year) => year < resultsYear) ? years : []
}
