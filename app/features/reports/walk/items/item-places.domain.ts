import type { ItemRef } from '../../../../kernel/item-ref.ts'
import { type Catalogue, findIndicator, findItem, titleOf, traceItem } from '../../../catalogue/index.ts'
import type { ItemPlaces } from '../walk.domain.ts'

/** Where the subject of an item or indicator stands in every framework year, by the crosswalk. */
export const placesOf = (catalogue: Catalogue, ref: ItemRef): ItemPlaces => ({
  item: ref,
  title: titleOf(catalogue, ref),
  certainty: (findItem(catalogue, ref) ?? findIndicator(catalogue, ref))?.certainty ?? null,
  years: traceItem(catalogue, ref).map(({ year, standing, items }) => ({
    year,
    standing,
    items: items.map(({ item, relation }) => ({
      item: item.ref,
      title: item.title,
      relationship: relation.relationship,
      comparable: relation.comparable,
      certainty: relation.certainty,
    })),
  })),
})
