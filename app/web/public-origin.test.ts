import { expect, test } from 'vitest'
import { isMetByEveryName, publicOrigin } from './public-origin.ts'

test('a site is met at its public address, whatever the name by which it was asked', () => {
  const site = { origin: 'https://ita.example.go.th', hostName: null }
  for (const host of ['ita.example.go.th', '127.0.0.1:4117', 'evil.example', undefined])
    expect(publicOrigin({ ...site, host }), host).toBe('https://ita.example.go.th')
})

test('an agency with a host name of its own has scheme and port of the others', () => {
  expect(publicOrigin({ origin: 'https://ita.example', hostName: 'ita.one.go.th', host: 'x' })).toBe(
    'https://ita.one.go.th',
  )
  expect(publicOrigin({ origin: 'http://localhost:3000', hostName: 'one.localhost', host: 'x' })).toBe(
    'http://one.localhost:3000',
  )
})

test('without a public address, a site is met on this machine under the name that was asked, and nowhere else', () => {
  const site = { origin: 'http://localhost:3000', hostName: null }
  expect(publicOrigin({ ...site, host: '127.0.0.1:4117' })).toBe('http://127.0.0.1:4117')
  expect(publicOrigin({ ...site, host: 'localhost:81' })).toBe('http://localhost:81')
  for (const host of ['evil.example', undefined, 'a b', '127.0.0.1.evil.example'])
    expect(publicOrigin({ ...site, host }), host).toBe('http://localhost:3000')
})

test('pages name the host that was asked only where no public address was given', () => {
  expect(['http://localhost:3000', 'http://127.0.0.1:80'].map(isMetByEveryName)).toEqual([true, true])
  for (const origin of ['https://ita.example.go.th', 'http://ita.example.go.th', 'https://localhost:3000'])
    expect(isMetByEveryName(origin), origin).toBe(false)
})
