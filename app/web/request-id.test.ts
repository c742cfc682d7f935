import { expect, test } from 'vitest'
import { requestIdOf } from './request-id.ts'

const A_UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

test('a proxy of our own gives the number', () => {
  expect(requestIdOf('4f9a2c01-7e.b_1', 1)).toBe('4f9a2c01-7e.b_1')
})

test('without a proxy of our own nobody gives the number', () => {
  expect(requestIdOf('4f9a2c01-7e.b_1', 0)).toMatch(A_UUID)
})

test.each([
  'short',
  'a'.repeat(65),
  'somchai@agency.go.th',
  'two words here',
  'a"b\\c{"x":1}',
  'หมายเลขคำขอ',
  '-option-like',
  '4f9a2c01\r\nx: y',
])('%j is no number', (given) => {
  expect(requestIdOf(given, 1)).toMatch(A_UUID)
})

test('each request has its own', () => {
  expect(requestIdOf(undefined, 1)).not.toBe(requestIdOf(null, 1))
})
