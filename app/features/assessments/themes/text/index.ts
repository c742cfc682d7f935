import type { Language } from '../../../../i18n/language.ts'
import { type ThemeTitles, themeTitlesEn } from './theme-titles.en.ts'
import { themeTitlesTh } from './theme-titles.th.ts'

/** Titles of the themes by key. */
export const themeTitles = (lang: Language): ThemeTitles => (lang === 'th' ? themeTitlesTh : themeTitlesEn)
