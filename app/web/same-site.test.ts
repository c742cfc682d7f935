import { expect, test } from 'vitest'
import { isSameSite } from './same-site.ts'

const sent = (headers: Record<string, string>) => isSameSite(new Headers({ host: 'ita.example', ...headers }))

test('a browser that says from where it sends is believed', () => {
  expect(sent({ 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(sent({ 'sec-fetch-site': 'none' })).toBe(true)
  for (const site of ['cross-site', 'same-site', 'anything'])
    expect(sent({ 'sec-fetch-site': site, origin: 'https://ita.example' }), site).toBe(false)
})

test('one that does not say must name this host as its origin', () => {
  expect(sent({ origin: 'https://ita.example' })).toBe(true)
  for (const origin of ['https://evil.example', 'https://ita.example:444', 'null', ''])
    expect(sent({ origin }), origin).toBe(false)
  expect(sent({})).toBe(false)
})
