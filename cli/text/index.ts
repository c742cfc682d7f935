import type { Language } from '../../app/i18n/language.ts'
import { type CliText, cliEn } from './cli.en.ts'
import { cliTh } from './cli.th.ts'

export type { CliText }

/** Words of the command line. */
export const cliText = (lang: Language): CliText => (lang === 'th' ? cliTh : cliEn)
