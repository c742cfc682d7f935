import type { Language } from '../../../i18n/language.ts'
import { type AboutText, aboutEn } from './about.en.ts'
import { aboutTh } from './about.th.ts'
import { type DoorsText, doorsEn } from './doors.en.ts'
import { doorsTh } from './doors.th.ts'

/** Words of the pages about the agency. */
export const aboutText = (lang: Language): AboutText => (lang === 'th' ? aboutTh : aboutEn)

/** Words of the two doors. */
export const doorsText = (lang: Language): DoorsText => (lang === 'th' ? doorsTh : doorsEn)
