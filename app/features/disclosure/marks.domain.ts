import type { Item } from '../catalogue/index.ts'
import type { ElementMark } from '../watch/index.ts'
import { COLUMNS, MARKS, TABLE_CONCEPTS } from './data/marks.th.ts'
import type { ElementAnswer } from './disclosure.domain.ts'
import { requiredOf } from './items.domain.ts'

/** What must be seen in a document or page elsewhere that answers some elements of an item. */
export function marksOf(
  item: Pick<Item, 'elements' | 'title' | 'concepts'>,
  elements: readonly string[],
): readonly ElementMark[] {
  const isTable = item.concepts.some((concept) => TABLE_CONCEPTS.includes(concept))
  return requiredOf(item)
    .filter(({ key }) => elements.includes(key))
    .flatMap(({ key, text }): readonly ElementMark[] => {
      const column = isTable ? COLUMNS[key] : undefined
      if (column) return [{ element: key, label: text, anyOf: [], columns: [column] }]
      const own = item.concepts.flatMap((concept) => MARKS[concept]?.[key] ?? [])
      const anyOf = own.length > 0 ? own : MARKS.any?.[key]
      return anyOf ? [{ element: key, label: text, anyOf, columns: [] }] : []
    })
}

/** What the item's own page must show: what was frozen, by its titles, and the words of a declared absence. */
export const marksOfOwnPage = (
  item: Pick<Item, 'elements' | 'title'>,
  answers: readonly ElementAnswer[],
): readonly ElementMark[] =>
  requiredOf(item).flatMap(({ key, text }) => {
    const answer = answers.find((one) => one.key === key)
    const anyOf = answer?.declared
      ? [answer.declared.text]
      : (answer?.facts ?? []).map(({ title }) => title.th)
    return anyOf.length === 0 ? [] : [{ element: key, label: text, anyOf, columns: [] }]
  })
