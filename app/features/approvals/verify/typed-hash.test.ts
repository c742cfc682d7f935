import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTypedHash } from './typed-hash.domain.ts'

const HASH = 'f9e3f2c077ff60fa6ca6d81a334bbf6a5c77f412a74e421736351e289dace26f'
const groups = (size: number) => HASH.match(new RegExp(`.{1,${size}}`, 'g')) ?? []
const THAI = [...'๐๑๒๓๔๕๖๗๘๙']

describe('a hash as people type it', () => {
  it.each([
    ['as it stands', HASH],
    ['in capitals', HASH.toUpperCase()],
    ['in groups of eight', groups(8).join(' ')],
    ['in fours with dashes', groups(4).join('-')],
    ['with dashes as word processors set them', groups(4).join('–')],
    ['over several lines, set in', groups(16).join('\r\n\t')],
    ['with Thai digits', HASH.replace(/\d/g, (digit) => THAI[Number(digit)] ?? '')],
    ['with spaces that do not break and signs that nobody sees', groups(8).join('\u00a0\u200b\u00ad')],
    ['with the letter O for the digit 0, and l and I for 1', HASH.replace(/0/g, 'O').replace(/1/g, 'l')],
    ['in full-width letters', HASH.replace(/./g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))],
    ['as a fingerprint', groups(2).join(':')],
    ['with its name before it', `SHA-256: ${HASH}`],
    ['as the address of its page', `https://ita.example.go.th/en/verify/${HASH}`],
  ])('is read %s', (_, typed) => {
    expect(readTypedHash(` ${typed} `)).toEqual({ ok: true, value: { kind: 'whole', digits: HASH } })
  })

  it('may be the short code of the last page', () => {
    expect(readTypedHash('F9E3 F2C0 77FF 60FA')).toEqual({
      ok: true,
      value: { kind: 'short', digits: HASH.slice(0, 16) },
    })
  })

  it.each([
    ['', 'hash.nothing-typed'],
    [' -\u200b\n', 'hash.nothing-typed'],
    ['สวัสดี', 'hash.not-hash'],
    [`${HASH.slice(1)}g`, 'hash.not-hash'],
    [`${HASH.slice(1)}\0`, 'hash.not-hash'],
    [HASH.slice(1), 'hash.incomplete'],
    [`${HASH}0`, 'hash.incomplete'],
    ['0'.repeat(1_000_000), 'hash.not-hash'],
  ])('is refused with its reason: %j', (typed, code) => {
    expect(readTypedHash(typed)).toMatchObject({ ok: false, error: { code } })
  })

  it('is read whatever stands between its digits', () => {
    const between = fc.array(fc.constantFrom(' ', '-', '–', '\n', '\u00a0', '\u200b', ':', ''), {
      minLength: 64,
      maxLength: 64,
    })
    const hash = fc.string({
      unit: fc.constantFrom(...'0123456789abcdefABCDEF'),
      minLength: 64,
      maxLength: 64,
    })
    fc.assert(
      fc.property(hash, between, (digits, signs) => {
        const typed = [...digits].map((digit, at) => digit + (signs[at] ?? '')).join('')
        expect(readTypedHash(typed)).toEqual({
          ok: true,
          value: { kind: 'whole', digits: digits.toLowerCase() },
        })
      }),
    )
  })
})
