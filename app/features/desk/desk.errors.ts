import type { Bilingual } from '../../i18n/language.ts'
import type { PermissionRefusal } from '../../kernel/permission.ts'
import { deskRefusalEn } from './text/desk-refusal.en.ts'
import { deskRefusalTh } from './text/desk-refusal.th.ts'

/** Every way in which the desk refuses; also the key of its sentence. */
export type DeskErrorCode = keyof typeof deskRefusalTh

/** What is wrong, by field of the form; '' for the form as a whole. */
export type DeskFaults = Readonly<Record<string, DeskErrorCode>>

export type DeskError =
  | Readonly<{ code: 'desk.faults'; faults: DeskFaults }>
  | Readonly<{ code: Exclude<DeskErrorCode, 'desk.faults' | 'ticket.clash'> }>
  /** Somebody else changed it since it was seen: its version now. */
  | Readonly<{ code: 'ticket.clash'; version: number }>
  | PermissionRefusal

export const isDeskErrorCode = (code: string): code is DeskErrorCode => Object.hasOwn(deskRefusalTh, code)

export const deskErrorText = (code: DeskErrorCode): Bilingual => ({
  th: deskRefusalTh[code],
  en: deskRefusalEn[code],
})
