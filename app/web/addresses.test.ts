import { expect, test } from 'vitest'
import { inOtherLanguage } from './addresses.ts'

test.each([
  ['/', '/en'],
  ['/reports/2567', '/en/reports/2567'],
  ['/en', '/'],
  ['/en/reports/2567', '/reports/2567'],
  ['/english', '/en/english'],
  ['/en//evil.com', '/evil.com'],
])('%s has its twin at %s', (pathname, twin) => expect(inOtherLanguage(pathname)).toBe(twin))
