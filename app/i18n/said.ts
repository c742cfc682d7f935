import type { Language, MaybeBilingual } from './language.ts'

/** Words with the language in which they stand: what a page shows of words that may have no English form. */
export type Said = Readonly<{ words: string; lang: Language }>

/** The words in the language of the page; the Thai ones, named as such, where nobody wrote English ones. */
export const saidIn = (lang: Language, text: MaybeBilingual): Said =>
  lang === 'en' && text.en !== null ? { words: text.en, lang: 'en' } : { words: text.th, lang: 'th' }
