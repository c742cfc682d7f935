import { describe, expect, it } from 'vitest'
import { itemRef } from '../../../kernel/item-ref.ts'
import {
  type ComputedFigure,
  compareWithAnnounced,
  planTaking,
  type StandingFigure,
} from './taken-figures.domain.ts'

const e1 = { kind: 'score', ref: itemRef(2567, 'e1') } as const
const EIT = { kind: 'total', part: 'EIT' } as const

const computed = (given: Partial<ComputedFigure> = {}): ComputedFigure => ({
  of: e1,
  value: '89.10',
  nAnswered: 40,
  nRequired: null,
  weighted: null,
  isUnverified: false,
  ...given,
})
const standing = (given: Partial<StandingFigure> = {}): StandingFigure => ({
  of: e1,
  value: '89.10',
  outOf: '100',
  nAnswered: null,
  nRequired: null,
  isAnnounced: true,
  fileName: 'announced.xlsx',
  ...given,
})

describe('taking computed figures as results', () => {
  it('adds what was not there', () => {
    expect(planTaking([computed()], [])).toMatchObject({
      figures: [{ change: 'added', was: null }],
      unchanged: 0,
    })
  })

  it('names the announced figure that it would stand in place of', () => {
    const { figures } = planTaking([computed()], [standing({ value: '90.00' })])
    expect(figures).toMatchObject([{ change: 'corrected', was: { value: '90.00', isAnnounced: true } }])
  })

  it('leaves an announced figure of the same value as it is, with its source', () => {
    expect(planTaking([computed()], [standing({ value: '89.1' })])).toEqual({ figures: [], unchanged: 1 })
  })

  it('brings a computed figure up to date where only the number of answers changed', () => {
    const before = standing({ isAnnounced: false, nAnswered: 39 })
    expect(planTaking([computed()], [before]).figures).toMatchObject([{ change: 'corrected' }])
    expect(planTaking([computed()], [{ ...before, nAnswered: 40 }]).unchanged).toBe(1)
  })
})

describe('computed beside announced figures', () => {
  it('says by how much they differ, and nothing of what was not announced', () => {
    const announced = [standing({ value: '90.00' }), standing({ of: EIT, isAnnounced: false })]
    expect(compareWithAnnounced([computed(), computed({ of: EIT })], announced)).toMatchObject([
      { of: e1, computed: '89.10', difference: '-0.90' },
    ])
  })

  it('are compared in the form of the source: an instrument out of its weight', () => {
    const figure = computed({ of: EIT, value: '91.00', weighted: { outOf: '30', value: '27.30' } })
    expect(
      compareWithAnnounced([figure], [standing({ of: EIT, value: '27.30', outOf: '30' })]),
    ).toMatchObject([{ computed: '27.30', difference: null }])
    expect(
      compareWithAnnounced([figure], [standing({ of: EIT, value: '90.00', outOf: '100' })]),
    ).toMatchObject([{ computed: '91.00', difference: '+1.00' }])
  })

  it('differ by no number where they are levels', () => {
    const level = { kind: 'total', part: 'level' } as const
    const announced = standing({ of: level, value: 'passed-good', outOf: null })
    expect(compareWithAnnounced([computed({ of: level, value: 'passed' })], [announced])).toMatchObject([
      { difference: '' },
    ])
  })
})
