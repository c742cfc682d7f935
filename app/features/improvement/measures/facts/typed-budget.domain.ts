import type { DecimalText } from '../../../../kernel/decimal.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import { BAHT, BAHT_SIGN } from './measure-reading-words.th.ts'

export type BudgetFault = 'budget.unreadable' | 'budget.negative'

const AMOUNT = /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,2})?$/
const UNIT = new RegExp(`^${BAHT_SIGN}|\\s*(?:${BAHT}|THB)\\.?$`, 'giu')

/** Baht as people type them: "๑๒,๕๐๐", "12500.50", "12,500 บาท". Satang have two places; nothing is rounded. */
export function readBaht(text: string): Result<DecimalText, BudgetFault> {
  const typed = toArabicDigits(text).trim().replace(UNIT, '').trim()
  if (/^[-−–]\s*\d/u.test(typed)) return err('budget.negative')
  if (!AMOUNT.test(typed)) return err('budget.unreadable')
  return ok(typed.replaceAll(',', '').replace(/^0+(?=\d)/, ''))
}

/** "12,500.50", as `readBaht` reads it back. */
export const writeBaht = (amount: DecimalText): string => {
  const [whole = '', satang] = amount.split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${satang === undefined ? '' : `.${satang}`}`
}
