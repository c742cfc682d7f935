import type { Bilingual } from '../../i18n/language.ts'
import type { PermissionRefusal } from '../../kernel/permission.ts'
import { lookRefusalEn } from './text/look-refusal.en.ts'
import { lookRefusalTh } from './text/look-refusal.th.ts'

/** Every way in which a change of profile, executives or banners is refused; also the key of its sentence. */
export type LookErrorCode = keyof typeof lookRefusalTh

/** What is wrong, by field of the form; '' for the form as a whole. */
export type LookFaults = Readonly<Record<string, LookErrorCode>>
export type LookError = Readonly<{ code: 'look.faults'; faults: LookFaults }> | PermissionRefusal

const isLookErrorCode = (code: string): code is LookErrorCode => Object.hasOwn(lookRefusalTh, code)

export const lookErrorText = (code: string): Bilingual => {
  if (!isLookErrorCode(code)) throw new Error(`no sentence for ${code}`)
  return { th: lookRefusalTh[code], en: lookRefusalEn[code] }
}
