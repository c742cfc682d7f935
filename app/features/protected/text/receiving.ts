import type { Bilingual, Language } from '../../../i18n/language.ts'
import { type AppointmentsText, appointmentsEn } from './appointments.en.ts'
import { appointmentsTh } from './appointments.th.ts'
import { type CaseText, caseEn } from './case.en.ts'
import { caseTh } from './case.th.ts'
import { type CaseCustodyText, caseCustodyEn } from './case-custody.en.ts'
import { caseCustodyTh } from './case-custody.th.ts'
import { type InboxText, inboxEn } from './inbox.en.ts'
import { inboxTh } from './inbox.th.ts'
import { receivingRefusalEn } from './receiving-refusal.en.ts'
import { receivingRefusalTh } from './receiving-refusal.th.ts'
import { type RoomLogText, roomLogEn } from './room-log.en.ts'
import { roomLogTh } from './room-log.th.ts'
import { type VaultText, vaultEn } from './vault.en.ts'
import { vaultTh } from './vault.th.ts'

/** Words of the office pages where reports are received. */
export const appointmentsText = (lang: Language): AppointmentsText =>
  lang === 'th' ? appointmentsTh : appointmentsEn
export const inboxText = (lang: Language): InboxText => (lang === 'th' ? inboxTh : inboxEn)
export const caseText = (lang: Language): CaseText => (lang === 'th' ? caseTh : caseEn)
export const roomLogText = (lang: Language): RoomLogText => (lang === 'th' ? roomLogTh : roomLogEn)
export const caseCustodyText = (lang: Language): CaseCustodyText =>
  lang === 'th' ? caseCustodyTh : caseCustodyEn
export const vaultText = (lang: Language): VaultText => (lang === 'th' ? vaultTh : vaultEn)

/** Every way in which the recipients' side refuses; also the key of its sentence. */
export type ReceivingErrorCode = keyof typeof receivingRefusalTh
export type ReceivingError = Readonly<{ code: ReceivingErrorCode }>

export const receivingErrorText = (code: string): Bilingual => {
  if (Object.hasOwn(caseCustodyTh.faults, code)) {
    const known = code as keyof typeof caseCustodyTh.faults
    return { th: caseCustodyTh.faults[known], en: caseCustodyEn.faults[known] }
  }
  const known = (Object.hasOwn(receivingRefusalTh, code) ? code : 'case.unknown') as ReceivingErrorCode
  return { th: receivingRefusalTh[known], en: receivingRefusalEn[known] }
}
