import type { Language } from '../../../i18n/language.ts'
import { type ReadingsText, readingsEn } from './readings.en.ts'
import { readingsTh } from './readings.th.ts'

/** Words of policies that everybody is asked to read. */
export const readingsText = (lang: Language): ReadingsText => (lang === 'th' ? readingsTh : readingsEn)
