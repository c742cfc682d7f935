import type { Language } from '../../i18n/language.ts'

/** The whole address of a page of the office, as it stands in a letter; `part` is what is behind /office/. */
export const workAddress = (origin: string, lang: Language, part: string): string =>
  `${origin}${lang === 'en' ? '/en' : ''}/office/${part}`
