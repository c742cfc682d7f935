import { expect, test } from 'vitest'
import { readCode } from './second-factor.domain.ts'
import { newRecoveryCodes } from './totp.server.ts'

test.each(['123456', ' 123 456 ', '๑๒๓๔๕๖', '๑๒๓ 456', '１２３４５６', '123-456', '123\u00a0456'])(
  '%j is a code of the app',
  (typed) => expect(readCode(typed)).toEqual({ kind: 'app', code: '123456' }),
)

test.each(['x7k2m-9q4rd', 'X7K2M-9Q4RD', 'x7k2m9q4rd', 'x7k2m 9q4rd', 'x7k2m–9q4rd', 'x๗k2m-9q4rd'])(
  '%j is a recovery code',
  (typed) => expect(readCode(typed)).toEqual({ kind: 'recovery', code: 'x7k2m-9q4rd' }),
)

test.each(['', '12345', '1234567', '12345a', 'x7k2m-9q4r', 'x7k2m-9q4ru', '-123456e1'])(
  '%j is neither',
  (typed) => expect(readCode(typed)).toBeNull(),
)

test('every recovery code is read as it was given, and no two are alike', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(readCode(code)).toEqual({ kind: 'recovery', code })
})
