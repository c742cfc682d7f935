import { dammOf } from '../../../kernel/damm.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'

declare const checked: unique symbol

/** 24 ASCII digits: 23 random ones (76.4 bits) and a check digit. With them, and nothing else, a reporter returns. */
export type Receipt = string & { readonly [checked]: true }
export type ReceiptFault = Readonly<{ code: 'receipt.length' | 'receipt.characters' | 'receipt.check-digit' }>

const DIGITS = 24
const GROUP = 4

/** The receipt that belongs to 32 uniform bytes. Their remainder is uniform but for one part in 2^179. */
export function receiptOf(seed: Uint8Array): Receipt {
  const number = [...seed].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % 10n ** BigInt(DIGITS - 1)
  const digits = number.toString().padStart(DIGITS - 1, '0')
  return `${digits}${dammOf(digits)}` as Receipt
}

/** As people type it: Thai and full-width digits, spaces, hyphens and dots between them. */
export function readReceipt(typed: string): Result<Receipt, ReceiptFault> {
  const digits = toArabicDigits(typed.normalize('NFKC')).replace(/[\s\p{Pd}\p{Cf}\u2212._]/gu, '')
  if (!/^\d*$/.test(digits)) return err({ code: 'receipt.characters' })
  if (digits.length !== DIGITS) return err({ code: 'receipt.length' })
  return dammOf(digits) === 0 ? ok(digits as Receipt) : err({ code: 'receipt.check-digit' })
}

/** Six groups of four, with Thai digits in Thai. */
export function writeReceipt(receipt: Receipt, lang: 'th' | 'en'): string {
  const groups = Array.from({ length: DIGITS / GROUP }, (_, at) =>
    receipt.slice(at * GROUP, (at + 1) * GROUP),
  )
  return lang === 'th' ? toThaiDigits(groups.join(' ')) : groups.join(' ')
}

const toThaiDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
