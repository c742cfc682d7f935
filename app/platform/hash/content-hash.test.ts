import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHash, sha256Hex } from './content-hash.ts'

describe('content hash', () => {
  it('writes the example of RFC 8785, 3.2.2, as the standard does', () => {
    const value = {
      numbers: JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]'),
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('the order of keys changes nothing, the content does', () => {
    expect(contentHash({ a: 1, ข: ['ก', { z: null, b: 2 }] })).toBe(
      contentHash({ ข: ['ก', { b: 2, z: null }], a: 1 }),
    )
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: 2 }))
  })

  it('is the SHA-256 of the UTF-8 text', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(contentHash('ก')).toBe(sha256Hex(new TextEncoder().encode('"ก"')))
  })

  it('canonical text reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('what JSON cannot hold is not hashed', () => {
    expect(() => contentHash(undefined)).toThrow()
    expect(() => contentHash({ a: Number.NaN })).toThrow()
    expect(() => contentHash('\ud800')).toThrow()
  })
})
