import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Receipt, readReceipt, receiptOf, writeReceipt } from './receipt.domain.ts'

const receipts = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(receiptOf)
const digitsAt = (zero: number) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)))
const thai = digitsAt(0x0e50)
const fullWidth = digitsAt(0xff10)

describe('a receipt', () => {
  it('has 24 digits, the same from the same seed', () =>
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
        expect(receiptOf(seed)).toMatch(/^\d{24}$/)
        expect(receiptOf(seed)).toBe(receiptOf(seed))
      }),
    ))

  it('is another one from another seed', () => {
    const seeds = Array.from({ length: 500 }, (_, n) =>
      Uint8Array.from({ length: 32 }, (_, at) => (at === 31 ? n % 256 : n >> 8)),
    )
    expect(new Set(seeds.map(receiptOf)).size).toBe(500)
  })

  it.each(['th', 'en'] as const)('is read as it is written: %s', (lang) =>
    fc.assert(
      fc.property(receipts, (receipt) => {
        const written = writeReceipt(receipt, lang)
        expect(written.split(' ').map((group) => group.length)).toEqual([4, 4, 4, 4, 4, 4])
        expect(readReceipt(written)).toEqual({ ok: true, value: receipt })
      }),
    ),
  )

  it('is read with Thai and full-width digits, spaces and hyphens of every kind', () =>
    fc.assert(
      fc.property(
        receipts,
        fc.array(fc.constantFrom('', ' ', '-', '–', '\u00a0', '\u3000', '\u200b', '.', '\n', '－'), {
          minLength: 24,
          maxLength: 24,
        }),
        fc.array(
          fc.constantFrom(thai, fullWidth, (text: string) => text),
          { minLength: 24, maxLength: 24 },
        ),
        (receipt, between, scripts) => {
          const typed = [...receipt].map((digit, at) => `${scripts[at]?.(digit)}${between[at]}`).join('')
          expect(readReceipt(typed)).toEqual({ ok: true, value: receipt })
        },
      ),
    ))

  it('with any one wrong digit is refused before anything is derived', () =>
    fc.assert(
      fc.property(receipts, fc.nat(23), fc.integer({ min: 1, max: 9 }), (receipt, at, more) => {
        const wrong = (Number(receipt[at]) + more) % 10
        const typed = `${receipt.slice(0, at)}${wrong}${receipt.slice(at + 1)}`
        expect(readReceipt(typed)).toEqual({ ok: false, error: { code: 'receipt.check-digit' } })
      }),
      { numRuns: 2000 },
    ))

  it('with any two different neighbours exchanged is refused', () =>
    fc.assert(
      fc.property(receipts, fc.nat(22), (receipt, at) => {
        fc.pre(receipt[at] !== receipt[at + 1])
        const typed = `${receipt.slice(0, at)}${receipt[at + 1]}${receipt[at]}${receipt.slice(at + 2)}`
        expect(readReceipt(typed)).toEqual({ ok: false, error: { code: 'receipt.check-digit' } })
      }),
      { numRuns: 2000 },
    ))

  it.each([
    ['', 'receipt.length'],
    ['1234', 'receipt.length'],
    ['๑'.repeat(25), 'receipt.length'],
    ['12a4', 'receipt.characters'],
    ['<script>', 'receipt.characters'],
    [`${'1'.repeat(23)}l`, 'receipt.characters'],
    ['²'.repeat(3), 'receipt.length'],
    ['٣'.repeat(24), 'receipt.characters'],
  ])('typed as %j is refused: %s', (typed, code) =>
    expect(readReceipt(typed)).toEqual({ ok: false, error: { code } }),
  )

  it('is written in groups with Thai digits in Thai', () => {
    expect(writeReceipt('000011112222333344445555' as Receipt, 'th')).toBe('๐๐๐๐ ๑๑๑๑ ๒๒๒๒ ๓๓๓๓ ๔๔๔๔ ๕๕๕๕')
  })
})
