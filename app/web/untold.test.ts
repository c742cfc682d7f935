import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSealed } from './addresses.ts'
import { isUntold } from './untold.ts'

test.each([
  '/whistleblow',
  '/en/whistleblow/report/send',
  '/whistleblow/',
  '//whistleblow',
  '/Whistleblow',
  '/%77histleblow',
  '/%2577histleblow',
  '/x/../whistleblow',
  '/office/protected/cases/1?x=y',
  '/en/office//protected',
  '/office/./protected',
  '/office%2Fprotected',
  '/office\\protected',
  '/share/whistleblow.png',
  '/qr/en/whistleblow.svg',
  '/assets/reporters-document-8f3a.css',
  '/display.js',
])('%s is told to nobody', (target) => {
  expect(isUntold(target)).toBe(true)
})

test.each([
  '/',
  '/en',
  '/office',
  '/office/desk',
  '/complaint/new',
  '/api/v1/items/2568/O1',
  '/data/news.csv?x=whistleblow',
])('%s is told', (target) => {
  expect(isUntold(target)).toBe(false)
})

test('whatever belongs to the channel is told to nobody, in any spelling of its letters', () => {
  const sealed = fc
    .tuple(
      fc.constantFrom('/whistleblow', '/en/whistleblow', '/office/protected', '/en/office/protected'),
      fc.webPath(),
      fc.array(fc.nat(40), { maxLength: 6 }),
    )
    .map(([door, rest, encoded]) => {
      const letters = [...door]
      for (const at of encoded) {
        const letter = letters[at]
        if (letter?.length === 1) letters[at] = `%${letter.charCodeAt(0).toString(16)}`
      }
      return { plain: door + rest, target: letters.join('') + rest }
    })
  fc.assert(
    fc.property(sealed, ({ plain, target }) => {
      fc.pre(isSealed(plain))
      expect(isUntold(target)).toBe(true)
    }),
  )
})
