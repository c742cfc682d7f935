import { excerptOf, type FoundPart, findWords, hasWords } from '../../../kernel/search-fold.ts'

/** Something that was found, with the page on which it stands. */
export type OfficeHit = Readonly<{
  kind: 'page' | 'issue' | 'measure' | 'evidence' | 'agenda' | 'ticket'
  key: string
  /** What stands behind `/office/`. */
  part: string
  title: readonly FoundPart[]
  /** The passage in which the words stand, where that is not the title. */
  context: readonly FoundPart[] | null
  /** Fiscal year (B.E.) and number within it, "1.2"; null for what is of no year. */
  place: Readonly<{ fiscalYear: number; number: string }> | null
}>

export type HitGroup = Readonly<{
  kind: OfficeHit['kind']
  hits: readonly OfficeHit[]
  /** There is more than is shown. */
  isCut: boolean
}>

const CONTEXT_LENGTH = 160

/** Title and passage of something that was found; `texts` are what else of it is searched, the first that has a word is shown. */
export function shownHit(
  words: readonly string[],
  { title, texts }: Readonly<{ title: string; texts: readonly string[] }>,
): Pick<OfficeHit, 'title' | 'context'> {
  const missing = words.filter((word) => !hasWords(title, [word]))
  const passage =
    missing.length === 0 ? undefined : texts.find((text) => missing.some((word) => hasWords(text, [word])))
  return {
    title: findWords(title, words),
    context: passage === undefined ? null : excerptOf(passage, missing, CONTEXT_LENGTH),
  }
}

/** Pages of the menu in whose names every word occurs; all of them without a word. */
export const pagesFound = (
  words: readonly string[],
  pages: readonly Readonly<{ part: string; label: string }>[],
): readonly OfficeHit[] =>
  pages
    .filter(({ label }) => hasWords(label, words))
    .map(({ part, label }) => ({
      kind: 'page',
      key: part,
      part,
      title: findWords(label, words),
      context: null,
      place: null,
    }))
