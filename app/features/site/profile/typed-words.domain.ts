import type { MaybeBilingual } from '../../../i18n/language.ts'
import { cleanLine, cleanText } from '../../../kernel/clean-text.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import type { LookErrorCode } from '../look.errors.ts'

/** Fields of a form as they were typed; an absent or empty one is null. */
export type TypedForm = Readonly<Record<string, string | null | undefined>>

/** Reads typed fields one after the other, and keeps what is wrong with each. */
export function createReader(typed: TypedForm) {
  const faults: Record<string, LookErrorCode> = {}
  const at = (field: string) => typed[field] ?? ''
  const fault = (field: string, code: LookErrorCode) => {
    faults[field] ??= code
    return null
  }
  /** One line; null where it is empty. */
  const line = (field: string, most: number, tooLong: LookErrorCode): string | null => {
    const text = cleanLine(at(field))
    return text.length > most ? fault(field, tooLong) : text || null
  }
  return {
    faults,
    at,
    fault,
    line,
    lines: (field: string): readonly string[] =>
      cleanText(at(field))
        .split('\n')
        .map((one) => one.replace(/\s+/gu, ' ').trim())
        .filter((one) => one !== ''),
    /** `fieldTh` and `fieldEn`; English alone is a fault. */
    bilingual: (field: string, most: number, tooLong: LookErrorCode): MaybeBilingual | null => {
      const th = line(`${field}Th`, most, tooLong)
      const en = line(`${field}En`, most, tooLong)
      if (th !== null) return { th, en }
      return en === null ? null : fault(`${field}Th`, 'profile.thai-missing')
    },
  }
}

/** "๐ ๒๖๑๒ ๖๐๐๐ ต่อ ๑๒" with Arabic digits; null where too few digits stand at its head, or too many. */
export function foldTelephone(text: string): string | null {
  const folded = toArabicDigits(text)
  const digits = /^[+\d\s().-]*/.exec(folded)?.[0].replace(/\D/g, '') ?? ''
  return digits.length >= 3 && digits.length <= 15 && folded.length <= 80 ? folded : null
}

/** An address on the web, as it was typed; null when a page must not lead there. */
export const webAddress = (text: string): string | null =>
  text.length <= 500 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null
