import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTarget } from './canonical-target.ts'

const elsewhere = (address: string) => ({ kind: 'elsewhere', address })

test.each([
  ['//evil.com/', '/evil.com'],
  ['///evil.com', '/evil.com'],
  ['/\\evil.com/', '/evil.com'],
  ['/en//evil.com', '/en/evil.com'],
  ['/reports/2567/', '/reports/2567'],
  ['/%72eports/2567', '/reports/2567'],
  ['/reports/./2566/../2567', '/reports/2567'],
  ['/reports/%2e%2e/reports/2567', '/reports/2567'],
  ['/%e0%b8%81', '/%E0%B8%81'],
  ['//', '/'],
])('%s is written %s', (written, canonical) => {
  expect(readTarget(written, '')).toEqual(elsewhere(canonical))
  expect(readTarget(canonical, '')).toEqual({ kind: 'canonical', pathname: canonical })
})

test('a question stays with its address', () => {
  expect(readTarget('/reports/2567/', '?a=//b')).toEqual(elsewhere('/reports/2567?a=//b'))
})

test.each([
  '/%E0%A4',
  '/%',
  '/%zz',
  '/a%00b',
  '/a%0d%0aSet-Cookie:x',
  `/${'a'.repeat(5_000)}`,
  '/office.data',
  '/office%2Edata',
  '/_root.data/',
])('%s is no address', (written) => expect(readTarget(written, '')).toEqual({ kind: 'unreadable' }))

test('whatever is written, one step leads to an address of this site that needs no other', () => {
  const parts = fc.array(
    fc.constantFrom('/', '\\', '.', '..', '%2e', '%2F', '%5c', '%41', 'a', 'en', ':', '@', '~'),
  )
  fc.assert(
    fc.property(parts, (written) => {
      const target = readTarget(`/${written.join('')}`, '')
      if (target.kind !== 'elsewhere') return
      expect(target.address).toMatch(/^\/(?![/\\])/)
      expect(readTarget(target.address, '')).toEqual({ kind: 'canonical', pathname: target.address })
    }),
  )
})
