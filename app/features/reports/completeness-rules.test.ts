import { expect, test } from 'vitest'
import { itemRef } from '../../kernel/item-ref.ts'
import { loadCompletenessRules, readCompletenessRules } from './completeness-rules.server.ts'

test('the yearly report has a rule in each framework year, with the year its work must lie in', () => {
  const rules = [...loadCompletenessRules().values()]
  expect(rules.map(({ item, workYear }) => [item, workYear])).toEqual([
    ['2566:o43', 2566],
    ['2567:O35', 2566],
    ['2568:O28', 2567],
    ['2569:O26', 2568],
  ])
})

test('2568:O28 is sourced element by element; that nothing may be declared away is an inference and says so', () => {
  const { certainty, elements } = loadCompletenessRules().get(itemRef(2568, 'O28'))!
  expect(certainty).toBe('sourced')
  expect(elements.map(({ key }) => key)).toEqual(['measure', 'summary', 'outcome', 'period'])
  for (const element of elements) {
    expect(element.certainty).toBe('sourced')
    expect(element.mayBeDeclaredNone).toMatchObject({ allowed: false, certainty: 'inferred' })
  }
})

test('how the year is read is an inference of its own: no source names the reading', () => {
  expect(loadCompletenessRules().get(itemRef(2568, 'O28'))?.year).toMatchObject({
    readings: ['fiscal', 'calendar'],
    mustLie: 'touch',
    certainty: 'inferred',
  })
})

test('the rules are read once', () => {
  expect(loadCompletenessRules()).toBe(loadCompletenessRules())
})

const oneRule = (item: string) => `
  - item: ${item}
    workYear: 2567
    certainty: sourced
    source: test
    year: { readings: [fiscal], mustLie: touch, certainty: inferred, source: test }
    elements:
      - { key: measure, certainty: sourced, source: test,
          mayBeDeclaredNone: { allowed: false, certainty: inferred, source: test } }`

test.each([
  ['a bare item code', `rules:${oneRule('O28')}`],
  ['the same item twice', `rules:${oneRule('2568:O28')}${oneRule('2568:O28')}`],
  ['an unknown element', `rules:${oneRule('2568:O28').replace('key: measure', 'key: budget')}`],
  ['a row without source', `rules:${oneRule('2568:O28').replace('source: test\n', '\n')}`],
  ['a year read as a school year', `rules:${oneRule('2568:O28').replace('[fiscal]', '[school]')}`],
  ['a year that no reading fits', `rules:${oneRule('2568:O28').replace('[fiscal]', '[]')}`],
  ['a Christian year', `rules:${oneRule('2568:O28').replace('2567', '2024')}`],
])('%s is refused', (_case, yaml) => {
  expect(readCompletenessRules(`rules:${oneRule('2568:O28')}`).size).toBe(1)
  expect(() => readCompletenessRules(yaml)).toThrow()
})
