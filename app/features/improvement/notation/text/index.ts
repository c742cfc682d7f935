import type { Language } from '../../../../i18n/language.ts'
import { type CitationText, citationEn } from './citation.en.ts'
import { citationTh } from './citation.th.ts'

export const citationText = (lang: Language): CitationText => (lang === 'th' ? citationTh : citationEn)
