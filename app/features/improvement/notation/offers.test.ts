import { describe, expect, it } from 'vitest'
import { itemRef } from '../../../kernel/item-ref.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { citedItems } from './cited-item.domain.ts'
import { offersFor } from './offers.domain.ts'

const catalogue = loadCatalogue()
const offered = (typed: string, homeYear = 2567) =>
  offersFor(catalogue, { typed, homeYear }).map(({ codes }) => codes)

describe('offers of items to cite', () => {
  it('begin with the very item, in any case and with Thai digits', () => {
    expect(offered('i1').slice(0, 2)).toEqual(['i1', 'i10'])
    expect(offered('I๑')[0]).toBe('i1')
    expect(offered('o27', 2568)).toEqual(['O27'])
    expect(offered('ind6')).toEqual(['ind6'])
  })

  it('are of another year where one is typed, and say so', () => {
    expect(offered('2566:o8')).toEqual(['2566:o8'])
    expect(offered('2567:o8', 2568)).toEqual(['2567:O8'])
  })

  it('join the items of a range, and offer nothing that the year does not have', () => {
    expect(offered('e11-e12', 2566)).toEqual(['e11-e12'])
    expect(offered('e11-e99')).toEqual([])
    expect(offered('i99')).toEqual([])
    expect(offered('x1')).toEqual([])
    expect(offered('')).toEqual([])
  })

  it('are never more than six', () => {
    expect(offered('o')).toHaveLength(6)
  })
})

describe('what is told of a cited item', () => {
  const scores = [
    { ref: itemRef(2567, 'e1'), value: '89.10' },
    { ref: itemRef(2566, 'e1'), value: '77.33' },
  ].map(({ ref, value }, at) => ({
    id: String(at),
    year: 0,
    ref,
    value,
    nAnswered: null,
    nRequired: null,
    source: { fileName: '', sheet: null, row: 1, importedAt: new Date(0) },
  }))

  it('is its words, its score, and where it stands in every other year with how it compares', () => {
    const [item] = citedItems(catalogue, scores, [itemRef(2567, 'e1')])
    expect(item?.title?.th).not.toBe('')
    expect(item?.score).toBe('89.10')
    expect(item?.otherYears.map(({ year }) => year)).toEqual([2563, 2564, 2566, 2568, 2569])
    const before = item?.otherYears.find(({ year }) => year === 2566)
    expect(before).toMatchObject({ standing: 'asked', items: [{ ref: '2566:e1', score: '77.33' }] })
  })

  it('is also told of an indicator, and nothing of what no framework has', () => {
    const items = citedItems(catalogue, [], [itemRef(2567, 'ind6'), itemRef(2567, 'e99')])
    expect(items.map(({ ref }) => ref)).toEqual(['2567:ind6'])
    expect(
      items[0]?.otherYears.some(({ items: others }) => others.some(({ ref }) => ref === '2566:ind6')),
    ).toBe(true)
  })
})
