import { expect, test } from 'vitest'
import { loadCatalogue } from '../catalogue/index.server.ts'
import { itemsOf } from '../catalogue/index.ts'
import { itemGroups, requiredOf } from './items.domain.ts'
import { totalsOf } from './score.domain.ts'

const catalogue = loadCatalogue()
const itemOf = (code: string) => {
  const item = itemsOf(catalogue, 2568, 'OIT').find((one) => one.code === code)
  if (!item) throw new Error(`no item ${code}`)
  return item
}

test('an item asks for the elements that the sources name; without any, for the thing itself, unverified', () => {
  expect(requiredOf(itemOf('O9')).map(({ key }) => key)).toEqual([
    'name',
    'steps',
    'time',
    'channel',
    'fee',
    'documents',
  ])
  const item = itemOf('O5')
  expect(requiredOf(item)).toEqual([{ key: 'content', text: item.title, certainty: 'unverified' }])
})

test('the items of a year stand under its sub-indicators in order, all of them', () => {
  const groups = itemGroups(catalogue, 2568)
  expect(groups.map(({ number }) => number)).toEqual(['9.1', '9.2', '9.3', '9.4', '9.5', '10.1', '10.2'])
  expect(groups.flatMap(({ items }) => items).map(({ code }) => code)).toEqual(
    Array.from({ length: 28 }, (_, index) => `O${index + 1}`),
  )
  expect(itemGroups(catalogue, 2569).map(({ number }) => number)).toEqual(['9', '10'])
  expect(itemGroups(catalogue, 2564)).toEqual([])
})

test('by a rule that the program does not know nothing is summed up', () => {
  expect(totalsOf([], { rule: 'not-stated', decimals: 2 })).toBeNull()
})
