import { expect, test } from 'vitest'
import { addressOf } from '../../../web/addresses.ts'
import { pageAt } from '../../../web/public-page.ts'
import { readPictured } from './pictured-page.ts'

test('an address of a picture names a page and a form, and is the one that pages lead to', () => {
  for (const pathname of ['/', '/en', '/oit/2568', '/en/oit/2568/O28', '/data/measures'])
    for (const form of ['svg', 'png', 'pdf'] as const) {
      const rest = addressOf.qrCode(pathname, form).replace(/^\/qr\//, '')
      expect(readPictured(rest, ['svg', 'png', 'pdf'])).toEqual({ pathname, form })
    }
  expect(readPictured('oit/2568', ['svg'])).toBeNull()
  expect(readPictured('oit/2568.gif', ['svg', 'png'])).toBeNull()
})

test('a page is found at its address of either language, and nowhere else', () => {
  const pages = [{ address: '/' }, { address: '/oit/2568' }]
  expect(pageAt(pages, '/en')).toEqual({ page: { address: '/' }, lang: 'en' })
  expect(pageAt(pages, '/en/oit/2568')).toEqual({ page: { address: '/oit/2568' }, lang: 'en' })
  expect(pageAt(pages, '/oit/2568')).toEqual({ page: { address: '/oit/2568' }, lang: 'th' })
  expect(pageAt(pages, '/office')).toBeNull()
})
