import { expect, test } from 'vitest'
import { listed } from './listed.ts'

test.each([
  [[], ''],
  [[2], '2'],
  [[2, 3], '2 และ 3'],
  [[2, 3, 4], '2, 3 และ 4'],
])('%j is “%s”', (words, text) => {
  expect(listed(words, 'และ')).toBe(text)
})
