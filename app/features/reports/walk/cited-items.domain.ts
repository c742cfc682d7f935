import type { CitedItem } from '../cited-item.domain.ts'
import type { ItemPlaces, Walk } from './walk.domain.ts'

/** The items of a walk as the table of cited items shows them. */
export function citedOf({ items }: Pick<Walk, 'items'>): Readonly<{
  years: readonly number[]
  cited: readonly CitedItem[]
}> {
  const seen = items.flatMap(({ years }) =>
    years.filter(({ standing }) => standing !== 'not-known').map(({ year }) => year),
  )
  return { years: [...new Set(seen)].toSorted((a, b) => a - b), cited: items.map(citedItem) }
}

const citedItem = ({ item, title, certainty, years }: ItemPlaces): CitedItem => ({
  ref: item,
  title,
  certainty: certainty ?? 'unverified',
  years: years.map(({ year, standing, items }) => ({
    year,
    standing,
    items: items.map((other) => ({ ref: other.item, title: other.title, comparable: other.comparable })),
  })),
})
