import { expect, test } from 'vitest'
import { isToken, newToken, tokenHash } from './token.server.ts'

test('every token is another one and has the form of a token', () => {
  const tokens = Array.from({ length: 100 }, newToken)
  expect(new Set(tokens).size).toBe(100)
  expect(tokens.every(isToken)).toBe(true)
})

test.each([
  '',
  'short',
  `${newToken()}a`,
  `${newToken()}\n`,
  newToken().replace(/.$/, '='),
  ` ${newToken().slice(1)}`,
])('%j has not the form of a token', (text) => expect(isToken(text)).toBe(false))

test('the database knows a token by a hash that does not show it', () => {
  const token = newToken()
  expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/)
  expect(tokenHash(token)).toBe(tokenHash(token))
  expect(tokenHash(token)).not.toBe(tokenHash(newToken()))
})
