import type { ItemRef } from '../../kernel/item-ref.ts'

/** Anchor of the appendix that explains every cited item. */
export const CITED_ITEMS = 'appendix-items'

/** Anchor of one cited item on the page of its issue. */
export const citedItemAnchor = (ref: ItemRef | undefined): string =>
  ref === undefined ? CITED_ITEMS : `cited-${ref.replace(':', '-').toLowerCase()}`
