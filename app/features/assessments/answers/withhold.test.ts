import { describe, expect, it } from 'vitest'
import { itemRef } from '../../../kernel/item-ref.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { frameworkOf } from '../../catalogue/index.ts'
import type { ComputedItem, ComputedResult } from '../scoring/computed.domain.ts'
import { withheldOf } from './withhold.domain.ts'

const framework = frameworkOf(loadCatalogue(), 2567)
if (!framework) throw new Error('2567 is in the catalogue')

const item = (n: number): ComputedItem => ({
  mean: '80.00',
  exact: '80.00',
  why: null,
  n,
  excluded: 0,
  unanswered: 0,
  isUnverified: false,
})
const resultOf = (few: readonly string[], n: number): ComputedResult => ({
  year: 2567,
  items: new Map(
    framework.items
      .filter(({ instrument }) => instrument !== 'OIT')
      .map(({ ref, code }) => [ref, item(few.includes(code) ? n : 40)]),
  ),
  indicators: new Map(),
  instruments: new Map(),
  total: null,
  totalExact: null,
  level: null,
})
const ENOUGH = { IIT: 40, EIT: 40 }

describe('figures of few answers', () => {
  it('are shown from five answers on, and not of four', () => {
    expect(withheldOf(framework, resultOf(['e1'], 5), ENOUGH).items.size).toBe(0)
    expect([...withheldOf(framework, resultOf(['e1'], 4), ENOUGH).items]).toEqual([itemRef(2567, 'e1')])
  })

  it('are withheld with all above them, from which they could be computed back, and with nothing beside them', () => {
    const withheld = withheldOf(framework, resultOf(['e1'], 1), ENOUGH)
    expect([...withheld.indicators]).toEqual([itemRef(2567, 'ind6')])
    expect([...withheld.instruments]).toEqual(['EIT'])
    expect(withheld.total).toBe(true)
  })

  it('are all figures of a survey that fewer than five answered', () => {
    const withheld = withheldOf(framework, resultOf([], 0), { IIT: 4, EIT: 40 })
    expect([...withheld.instruments]).toEqual(['IIT'])
    expect(withheld.items.size).toBe(framework.items.filter(({ instrument }) => instrument === 'IIT').length)
  })

  it('are not those that nobody answered: there is nothing to withhold', () => {
    expect(withheldOf(framework, resultOf(['e1'], 0), ENOUGH).items.size).toBe(0)
  })
})
