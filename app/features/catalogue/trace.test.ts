import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf, itemRef } from '../../kernel/item-ref.ts'
import type { Catalogue, CrosswalkPair } from './catalogue.domain.ts'
import { loadCatalogue } from './catalogue.store.server.ts'
import { inverse, relationBetween, successors } from './relation.domain.ts'
import { traceConcept, traceItem } from './trace.domain.ts'

const catalogue = loadCatalogue()
const relation = (from: string, to: string) =>
  relationBetween(catalogue, itemRef(2566, from), itemRef(2567, to))

describe('the pairs of the example report', () => {
  test.each([
    ['e5', 'e2', 'no'],
    ['e11', 'e6', 'no'],
    ['e8', 'e6', 'no'],
    ['e1', 'e1', 'yes'],
    ['e14', 'e8', 'yes'],
    ['e6', 'e4', 'unknown'],
    ['e7', 'e5', 'unknown'],
    ['e12', 'e7', 'unknown'],
    ['ind6', 'ind6', 'unknown'],
    ['ind4', 'ind4', 'unknown'],
  ])('2566:%s → 2567:%s is comparable: %s', (from, to, comparable) => {
    expect(relation(from, to)?.comparable).toBe(comparable)
  })

  test('the weakest findings of 2566 are not measured again', () => {
    for (const code of ['e10', 'e15', 'i22', 'i23'])
      expect(successors(catalogue, itemRef(2566, code), 2567)).toEqual([])
    expect(successors(catalogue, itemRef(2566, 'e8'), 2567).map(({ to }) => to)).toEqual(['2567:e6'])
  })

  test('questions of different items have no relation', () => {
    expect(relation('e1', 'e2')).toBeNull()
    expect(relation('o28', 'O28')).toBeNull()
  })
})

describe('over several years a relation is as strong as its weakest link', () => {
  test('the report on the measures is o43, O35, O28 and O26, unverified because 2569 is', () => {
    const found = relationBetween(catalogue, itemRef(2566, 'o43'), itemRef(2569, 'O26'))
    expect(found).toMatchObject({ relationship: 'equal', comparable: 'unknown', certainty: 'unverified' })
    expect(relationBetween(catalogue, itemRef(2569, 'O26'), itemRef(2566, 'o43'))).toMatchObject({
      from: '2569:O26',
      to: '2566:o43',
      relationship: 'equal',
    })
  })

  test('an item that became part of a wider one contains it when read backwards', () => {
    expect(relationBetween(catalogue, itemRef(2566, 'o3'), itemRef(2568, 'O1'))?.relationship).toBe('subset')
    expect(relationBetween(catalogue, itemRef(2568, 'O1'), itemRef(2566, 'o3'))?.relationship).toBe(
      'superset',
    )
  })

  test('indicators keep their number from 2563 to 2569', () => {
    expect(relationBetween(catalogue, itemRef(2563, 'ind5'), itemRef(2569, 'ind5'))?.relationship).toBe(
      'equal',
    )
  })
})

describe('every pair of the crosswalk', () => {
  const anyPair = fc.constantFrom(...catalogue.crosswalk.filter(({ to }) => to !== null))

  test('is found from both ends, the one the inverse of the other', () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const forward = relationBetween(catalogue, pair.from, pair.to!)
        const backward = relationBetween(catalogue, pair.to!, pair.from)
        expect(forward?.relationship).toBe(pair.relationship)
        expect(backward).toEqual(inverse(forward!))
        expect(inverse(backward!)).toEqual(forward)
      }),
    )
  })

  test('that is equal maps there and back to the same item and to no other equal one', () => {
    const equal = (pairs: readonly CrosswalkPair[]) =>
      pairs.filter(({ relationship }) => relationship === 'equal')
    for (const pair of equal(catalogue.crosswalk)) {
      expect(equal(successors(catalogue, pair.from, pair.toYear)).map(({ to }) => to)).toEqual([pair.to])
      const sources = equal(catalogue.crosswalk).filter(({ to }) => to === pair.to)
      expect(sources.map(({ from }) => from)).toEqual([pair.from])
    }
  })
})

describe('where a subject stands through the years', () => {
  const walk = (key: string) =>
    traceConcept(catalogue, key).map(
      ({ standing, items }) => items.map(({ code }) => code).join() || standing,
    )

  test('the numbers of the years 2563, 2564, 2566, 2567, 2568, 2569', () => {
    expect(walk('integrity_report')).toEqual(['not-known', 'not-known', 'o43', 'O35', 'O28', 'O26'])
    expect(walk('complaint_channel')).toEqual(['not-known', 'not-known', 'o28', 'O23', 'O18', 'O17'])
    expect(walk('laws')).toEqual(['not-known', 'not-known', 'o6', 'not-asked', 'not-asked', 'not-asked'])
    expect(walk('eit_corruption_channel')).toEqual([
      'not-known',
      'not-known',
      'e10',
      'not-asked',
      'not-known',
      'not-known',
    ])
    expect(walk('nothing')).toEqual([])
  })

  test('an item that nobody saw in a year is not known there, which is not the same as no longer asked', () => {
    expect(walk('qa')).toEqual(['not-known', 'not-known', 'o8', 'O6', 'not-known', 'O3'])
  })

  test('one item is followed through the years with how it relates', () => {
    const steps = traceItem(catalogue, itemRef(2566, 'e8')).map(({ year, standing, items }) => [
      year,
      standing,
      items.map(({ item, relation }) => `${item.code} ${relation.comparable}`).join(),
    ])
    expect(steps).toEqual([
      [2563, 'not-known', ''],
      [2564, 'not-known', ''],
      [2566, 'asked', 'e8 yes'],
      [2567, 'asked', 'e6 no'],
      [2568, 'not-known', ''],
      [2569, 'not-known', ''],
    ])
    expect(traceItem(catalogue, itemRef(2569, 'O40'))).toEqual([])
  })

  test('every item is asked in its own year', () => {
    const items = catalogue.frameworks.flatMap((framework) => framework.items)
    fc.assert(
      fc.property(fc.constantFrom(...items), (item) => {
        const own = traceItem(catalogue, item.ref).find(({ year }) => item.ref.startsWith(`${year}:`))
        expect(own?.items.map((found) => codeOf(found.item.ref))).toEqual([item.code])
      }),
    )
  })
})

test('of two ways through the middle years the closer one is kept', () => {
  const pair = (from: string, to: string, relationship: CrosswalkPair['relationship']): CrosswalkPair => ({
    ...catalogue.crosswalk[0]!,
    from: from as CrosswalkPair['from'],
    to: to as CrosswalkPair['from'],
    toYear: Number(to.slice(0, 4)),
    relationship,
  })
  const small: Catalogue = {
    ...catalogue,
    crosswalk: [
      pair('2566:o1', '2567:O1', 'intersect'),
      pair('2566:o1', '2567:O2', 'subset'),
      pair('2567:O1', '2568:O1', 'equal'),
      pair('2567:O2', '2568:O1', 'equal'),
      pair('2567:O2', '2568:O2', 'superset'),
    ],
  }
  const found = successors(small, itemRef(2566, 'o1'), 2568).map(({ to, relationship }) => [to, relationship])
  expect(found).toEqual([
    ['2568:O1', 'subset'],
    ['2568:O2', 'intersect'],
  ])
})
