import { describe, expect, it } from 'vitest'
import { yearScores } from '../../../../tests/support/result-builders.ts'
import { itemRef } from '../../../kernel/item-ref.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { blindSpotsOf, type WatchedItem } from './blind-spots.domain.ts'

const catalogue = loadCatalogue()
const cites = (year: number, ...codes: readonly string[]) => new Set(codes.map((code) => itemRef(year, code)))
const codesOf = (items: readonly WatchedItem[]) => items.map(({ item }) => item.code)

describe('a blind spot', () => {
  it('is a weak item that the next year no longer asks, whoever was asked', () => {
    const { gone, nextYear } = blindSpotsOf(
      catalogue,
      yearScores(2566, ['i22', '70'], ['i23', '90'], ['e10', '60'], ['o37', '0'], ['e1', '60']),
      new Set(),
    )
    expect(nextYear).toBe(2567)
    expect(gone.map(({ item, isWeak, isCited }) => [item.code, isWeak, isCited])).toEqual([
      ['i22', true, false],
      ['e10', true, false],
      ['o37', true, false],
    ])
  })

  it('is what the public was asked and an issue cites, though nobody knows its score', () => {
    const { gone } = blindSpotsOf(catalogue, yearScores(2566), cites(2566, 'e10', 'i22', 'e1'))
    expect(gone).toMatchObject([{ item: { code: 'e10' }, score: null, isWeak: false, isCited: true }])
  })

  it('is no item that is asked again, under whatever number', () => {
    const found = blindSpotsOf(
      catalogue,
      yearScores(2566, ['e14', '60'], ['e6', '60'], ['e9', '60']),
      new Set(),
    )
    expect(found).toMatchObject({ gone: [], otherwise: [], notKnown: [] })
  })

  it('is told apart from an item in whose place another question stands', () => {
    const { gone, otherwise } = blindSpotsOf(
      catalogue,
      yearScores(2566, ['e5', '84.35'], ['e8', '73.51'], ['e11', '79.69']),
      new Set(),
    )
    expect(gone).toEqual([])
    expect(
      otherwise.map(({ item, replacedBy }) => [item.code, ...replacedBy.map((by) => by.item.ref)]),
    ).toEqual([
      ['e5', '2567:e2'],
      ['e8', '2567:e6'],
      ['e11', '2567:e6'],
    ])
  })

  it('is told apart from an item of which nobody has seen whether it is asked again', () => {
    const later = blindSpotsOf(catalogue, yearScores(2567, ['e1', '60'], ['O15', '0']), new Set())
    expect([codesOf(later.gone), codesOf(later.notKnown)]).toEqual([['O15'], ['e1']])
    const unseen = blindSpotsOf(catalogue, yearScores(2566, ['e3', '60']), new Set())
    expect([codesOf(unseen.gone), codesOf(unseen.notKnown)]).toEqual([[], ['e3']])
  })

  it('cannot be said of the newest year that is known', () => {
    const { nextYear, gone, notKnown } = blindSpotsOf(catalogue, yearScores(2569, ['O1', '0']), new Set())
    expect([nextYear, codesOf(gone), codesOf(notKnown)]).toEqual([null, [], ['O1']])
  })

  it('is of the year that was asked about: what issues cite of another year is left out', () => {
    expect(blindSpotsOf(catalogue, yearScores(2566), cites(2567, 'e1'))).toMatchObject({
      gone: [],
      otherwise: [],
      notKnown: [],
    })
  })
})
