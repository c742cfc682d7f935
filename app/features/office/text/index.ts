import type { Language } from '../../../i18n/language.ts'
import type { OfficeAct } from '../office.policy.ts'
import { type OfficeText, officeEn } from './office.en.ts'
import { officeTh } from './office.th.ts'
import { officeActsEn } from './office-acts.en.ts'
import { officeActsTh } from './office-acts.th.ts'

export type { OfficeText }

/** Words of the frame around every page of the office. */
export const officeText = (lang: Language): OfficeText => (lang === 'th' ? officeTh : officeEn)

/** What the acts of the room's policy are called. */
export const officeActsText = (lang: Language): Readonly<Record<OfficeAct, string>> =>
  lang === 'th' ? officeActsTh : officeActsEn
