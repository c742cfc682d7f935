import type { Language } from '../../i18n/language.ts'
import { type ShellText, shellEn } from './shell.en.ts'
import { shellTh } from './shell.th.ts'

export type { ShellText }

/** Words of the frame around every page. */
export const shellText = (lang: Language): ShellText => (lang === 'th' ? shellTh : shellEn)
