import type { Bilingual } from '../../../i18n/language.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import type { EditClash } from '../working/working.errors.ts'
import { cyclesRefusalEn } from './text/cycles-refusal.en.ts'
import { cyclesRefusalTh } from './text/cycles-refusal.th.ts'

/** Every way in which opening, copying or changing a year is refused; also the key of its sentence. */
export type CyclesErrorCode = keyof typeof cyclesRefusalTh
export type CyclesError = Readonly<{ code: CyclesErrorCode }> | PermissionRefusal
export type ReportDataError = CyclesError | EditClash

export const isCyclesErrorCode = (code: string): code is CyclesErrorCode =>
  Object.hasOwn(cyclesRefusalTh, code)

export const cyclesErrorText = (code: CyclesErrorCode): Bilingual => ({
  th: cyclesRefusalTh[code],
  en: cyclesRefusalEn[code],
})
