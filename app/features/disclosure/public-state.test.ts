import { expect, test } from 'vitest'
import type { ElementJudged, ItemScore } from './disclosure.domain.ts'
import { publicStateOf, stateOfRow } from './public-state.domain.ts'

const words = { th: 'ก', en: 'a' }
const element = (state: ElementJudged['state']): ElementJudged => ({
  key: state,
  text: words,
  certainty: 'sourced',
  state,
  passes: state !== 'missing',
  reason: words,
  remedy: null,
})
const score = (...states: ElementJudged['state'][]): ItemScore => ({
  score: states.includes('missing') ? 0 : 100,
  elements: states.map(element),
  faults: [],
})

test.each([
  ['whole', { score: score('value', 'none'), isPublic: true, isWithdrawn: false }],
  ['declared', { score: score('none', 'none'), isPublic: true, isWithdrawn: false }],
  ['missing', { score: score('value', 'missing'), isPublic: true, isWithdrawn: true }],
  ['failing', { score: { ...score('value'), score: 0 as const }, isPublic: true, isWithdrawn: false }],
  ['not-public', { score: score('value'), isPublic: false, isWithdrawn: false }],
  ['withdrawn', { score: score('value'), isPublic: false, isWithdrawn: true }],
] as const)('%s', (state, standing) => expect(publicStateOf(standing)).toBe(state))

test('an item that a report answers is public when that report is', () => {
  const row = { score: score('value'), isByReport: true, shown: null }
  expect(stateOfRow({ ...row, changedAt: null })).toBe('not-public')
  expect(stateOfRow({ ...row, changedAt: new Date(0) })).toBe('whole')
})
