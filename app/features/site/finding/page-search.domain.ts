import type { Bilingual, Language } from '../../../i18n/language.ts'
import {
  excerptOf,
  type FoundPart,
  findWords,
  foldWords,
  searchedWords,
} from '../../../kernel/search-fold.ts'

/** What a search looks into of a page. */
type Searched = Readonly<{ title: Bilingual; text: Bilingual; changedAt: Date | null }>

export type PageHit<Page> = Readonly<{
  page: Page
  title: readonly FoundPart[]
  /** The passage in which the words stand; null where the title has them all and there is no text. */
  passage: readonly FoundPart[] | null
}>

const PASSAGE_LENGTH = 180

/**
 * The pages in which every word of `asked` occurs, folded: Thai without spaces, tone marks or the right digits is found all
 * the same. Titles before texts, a title that begins with the words before others, then the newest; `most` of them.
 */
export function searchPages<Page extends Searched>(
  pages: readonly Page[],
  { asked, lang, most }: Readonly<{ asked: string; lang: Language; most: number }>,
): Readonly<{ hits: readonly PageHit<Page>[]; count: number }> {
  const words = searchedWords(asked)
  if (words.length === 0) return { hits: [], count: 0 }
  const folded = words.map(foldWords)
  const found = pages.flatMap((page) => {
    const rank = rankOf(page, folded, lang)
    return rank === null ? [] : [{ page, rank }]
  })
  const order = found.toSorted((a, b) => b.rank - a.rank || timeOf(b.page) - timeOf(a.page))
  const hits = order.slice(0, most).map(({ page }) => ({
    page,
    title: findWords(page.title[lang], words),
    passage: page.text[lang].trim() === '' ? null : excerptOf(page.text[lang], words, PASSAGE_LENGTH),
  }))
  return { hits, count: found.length }
}

const timeOf = ({ changedAt }: Searched) => changedAt?.getTime() ?? 0

/** Null where a word is missing. */
function rankOf(page: Searched, words: readonly string[], lang: Language): number | null {
  const { title, text } = foldedOf(page, lang)
  if (!words.every((word) => title.includes(word) || text.includes(word))) return null
  const inTitle = words.filter((word) => title.includes(word)).length / words.length
  return inTitle * 2 + (title.startsWith(words[0] ?? '') ? 1 : 0)
}

type Folded = Readonly<{ title: string; text: string }>
/** Pages are remembered between searches, and so is how they are folded. */
const remembered = new WeakMap<Searched, Partial<Record<Language, Folded>>>()

function foldedOf(page: Searched, lang: Language): Folded {
  const known = remembered.get(page) ?? {}
  const folded = known[lang] ?? { title: foldWords(page.title[lang]), text: foldWords(page.text[lang]) }
  remembered.set(page, { ...known, [lang]: folded })
  return folded
}
