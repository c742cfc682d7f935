import type { Language } from '../../../../i18n/language.ts'
import { type RosterText, rosterEn } from './roster.en.ts'
import { rosterTh } from './roster.th.ts'

export type { RosterText }

/** Words of the roster in one language. */
export const rosterText = (lang: Language): RosterText => (lang === 'th' ? rosterTh : rosterEn)
