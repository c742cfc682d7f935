import type { Catalogue, Item } from '../catalogue/index.ts'
import { findIndicator, itemsOf } from '../catalogue/index.ts'
import type { ItemGroup, Required } from './disclosure.domain.ts'
import { scoreWords } from './text/index.ts'

/** The element of an item of which no source names any: the thing itself. Stands in the database. */
export const WHOLE = 'content'

/** What an item asks for; where no source names its elements, the thing itself, and that is not known for sure. */
export const requiredOf = (item: Pick<Item, 'elements' | 'title'>): readonly Required[] =>
  item.elements.length > 0
    ? item.elements.map(({ key, text, certainty }) => ({ key, text, certainty }))
    : [{ key: WHOLE, text: item.title ?? scoreWords((words) => words.whole), certainty: 'unverified' }]

/**
 * The disclosure items of a framework year under their sub-indicators ("9.1" to "10.2"), or under the indicator where no
 * source divides it, in the order of the year. Empty for a year that asks for none.
 */
export function itemGroups(catalogue: Catalogue, year: number): readonly ItemGroup<Item>[] {
  const byIndicator = Map.groupBy(itemsOf(catalogue, year, 'OIT'), ({ indicator }) => indicator)
  return [...byIndicator]
    .map(([ref, items]) => {
      const indicator = ref === null ? null : findIndicator(catalogue, ref)
      return {
        number: indicator?.number ?? '',
        title: indicator?.title ?? scoreWords((words) => words.ungrouped),
        items,
      }
    })
    .sort((a, b) => orderOf(a.number) - orderOf(b.number))
}

/** What stands under no indicator comes last. */
const orderOf = (number: string): number => (number === '' ? Number.POSITIVE_INFINITY : Number(number))
