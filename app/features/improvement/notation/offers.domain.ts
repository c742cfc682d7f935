import type { Bilingual } from '../../../i18n/language.ts'
import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { type Catalogue, canonicalRef, frameworkOf, titleOf } from '../../catalogue/index.ts'
import { citedCodes } from './cited-codes.domain.ts'

/** Something that can be cited: what stands between the brackets then, and what it is. */
export type Offer = Readonly<{
  codes: string
  refs: readonly ItemRef[]
  title: Bilingual | null
  concept: Bilingual | null
}>

const MOST = 6
const BEGUN = /^(?:(25\d\d):)?(i(?:nd?)?|[eo])(\d{0,2}(?:\.\d?)?)$/iu

/**
 * What can be cited for what somebody has typed: "i1" offers i1 and then i10 to i19, "e11-e12" both together, "2567:o" those of
 * another year. Empty where the year has nothing of the kind.
 */
export function offersFor(
  catalogue: Catalogue,
  { typed, homeYear }: Readonly<{ typed: string; homeYear: number }>,
): readonly Offer[] {
  const query = toArabicDigits(typed.trim())
  const begun = BEGUN.exec(query)
  if (!begun) return rangeOffer(catalogue, query, homeYear)
  const year = Number(begun[1] ?? homeYear)
  const wanted = `${begun[2]}${begun[3]}`.toLowerCase()
  const framework = frameworkOf(catalogue, year)
  const refs = [...(framework?.items ?? []), ...(framework?.indicators ?? [])].map(({ ref }) => ref)
  return refs
    .filter((ref) => codeOf(ref).toLowerCase().startsWith(wanted))
    .toSorted((a, b) => Number(isExact(b, wanted)) - Number(isExact(a, wanted)))
    .slice(0, MOST)
    .map((ref) => offerOf(catalogue, [ref], homeYear))
}

const isExact = (ref: ItemRef, wanted: string): boolean => codeOf(ref).toLowerCase() === wanted

function rangeOffer(catalogue: Catalogue, query: string, homeYear: number): readonly Offer[] {
  const codes = citedCodes(query, homeYear) ?? []
  // "e11-e1" is on its way to "e11-e12".
  if (isBackwards(query)) return []
  const refs = codes.flatMap(({ year, code }) => canonicalRef(catalogue, year, code) ?? [])
  return codes.length > 0 && refs.length === codes.length ? [offerOf(catalogue, refs, homeYear)] : []
}

const isBackwards = (query: string): boolean => {
  const [, from, to] = /(\d+)\D+(\d+)$/u.exec(query) ?? []
  return Number(to) <= Number(from)
}

function offerOf(catalogue: Catalogue, refs: readonly ItemRef[], homeYear: number): Offer {
  const [first, last] = [refs[0], refs.at(-1)] as [ItemRef, ItemRef]
  const year = yearOf(first) === homeYear ? '' : `${yearOf(first)}:`
  const titles = refs.flatMap((ref) => titleOf(catalogue, ref) ?? [])
  const keys = refs.flatMap((ref) => itemConcepts(catalogue, ref))
  return {
    codes: `${year}${codeOf(first)}${first === last ? '' : `-${codeOf(last)}`}`,
    refs,
    title:
      titles.length === 0
        ? null
        : { th: titles.map(({ th }) => th).join(' · '), en: titles.map(({ en }) => en).join(' · ') },
    concept: catalogue.concepts.find(({ key }) => keys.includes(key))?.title ?? null,
  }
}

const itemConcepts = (catalogue: Catalogue, ref: ItemRef): readonly string[] =>
  frameworkOf(catalogue, yearOf(ref))?.items.find((item) => item.ref === ref)?.concepts ?? []
