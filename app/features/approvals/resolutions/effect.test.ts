import { describe, expect, it } from 'vitest'
import { DECISIONS } from '../matter.domain.ts'
import { effectOf, type StepOfItem } from './effect.domain.ts'

const first = { position: 1, accepts: 'approved', circularAllowed: false } as const
const of = (over: Partial<StepOfItem> = {}): StepOfItem => ({
  kind: 'report',
  form: 'meeting',
  hasChain: true,
  step: first,
  steps: 2,
  ...over,
})
const all = (item: StepOfItem) =>
  Object.fromEntries(DECISIONS.map((decision) => [decision, effectOf(decision, item)]))

describe('what a decision means for publication', () => {
  it('is that approval passes the step of the body, and nothing else does', () => {
    expect(all(of())).toEqual({
      approved: 'passes',
      'approved-with-changes': 'with-changes',
      acknowledged: 'not-enough',
      rejected: 'rejected',
      returned: 'returned',
    })
  })

  it('is that taking note passes it where the chain says so', () => {
    const item = of({ step: { ...first, accepts: 'acknowledged' } })
    expect(effectOf('acknowledged', item)).toBe('passes-noted')
  })

  it('is that the last step makes the way to the public free', () => {
    expect(effectOf('approved', of({ step: { ...first, position: 2 } }))).toBe('passes-last')
  })

  it('is nothing without a chain, outside of it, by a circular that it does not take, or without a content', () => {
    expect(effectOf('approved', of({ hasChain: false, step: null }))).toBe('no-chain')
    expect(effectOf('approved', of({ step: null }))).toBe('not-in-chain')
    expect(effectOf('approved', of({ form: 'circular' }))).toBe('no-circular')
    expect(effectOf('approved', of({ form: 'circular', step: { ...first, circularAllowed: true } }))).toBe(
      'passes',
    )
    expect(effectOf('rejected', of({ kind: null }))).toBe('no-content')
  })

  it('is of a withdrawal that approval alone ends the publication', () => {
    const item = of({ kind: 'withdrawal', step: null, hasChain: false })
    expect(all(item)).toEqual({
      approved: 'withdraws',
      'approved-with-changes': 'stays-public',
      acknowledged: 'stays-public',
      rejected: 'stays-public',
      returned: 'stays-public',
    })
  })
})
