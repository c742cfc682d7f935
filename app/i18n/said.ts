import type { Bilingual, Language, MaybeBilingual } from './language.ts'

/** Words with the language in which they stand: what a page shows of words that may have no English form. */
export type Said = Readonly<{ words: string; lang: Language }>

/** The words in the language of the page; the Thai ones, named as such, where nobody wrote English ones. */
export const saidIn = (lang: Language, text: MaybeBilingual): Said =>
  lang === 'en' && text.en !== null ? { words: text.en, lang: 'en' } : { words: text.th, lang: 'th' }

type Sentence = (...values: never[]) => string

/** The sentence of a code in both languages, with the parameters that it takes. */
export function sentenceOf<W extends Readonly<Record<keyof W, Sentence>>, C extends keyof W>(
  words: Readonly<{ th: W; en: Readonly<Record<keyof W, Sentence>> }>,
  code: C,
  parameters: Parameters<W[C]>,
): Bilingual {
  const say = (sentence: Sentence) => sentence(...(parameters as never[]))
  return { th: say(words.th[code]), en: say(words.en[code]) }
}
