import type { Language } from '../../../i18n/language.ts'
import { codeOf } from '../../../kernel/item-ref.ts'
import { type Catalogue, titleOf } from '../../catalogue/index.ts'

type Choice = Readonly<{ code: string; title: string | null }>

/**
 * Codes of all years that a column may be, each once. An indicator has its title where every year gives it the same; an item
 * has none: the same code asks something else in another year.
 */
export function figureChoices(
  catalogue: Catalogue,
  lang: Language,
): Readonly<{ indicators: readonly Choice[]; items: readonly Choice[] }> {
  const inOrder = new Intl.Collator('en', { numeric: true })
  const titles = new Map<string, Set<string>>()
  for (const { ref } of catalogue.frameworks.flatMap(({ indicators }) => indicators)) {
    const own = titles.get(codeOf(ref)) ?? new Set()
    titles.set(codeOf(ref), own.add(titleOf(catalogue, ref)?.[lang] ?? ''))
  }
  const items = new Set(
    catalogue.frameworks.flatMap((framework) => framework.items.map(({ ref }) => codeOf(ref).toLowerCase())),
  )
  return {
    indicators: [...titles]
      .map(([code, own]) => ({ code, title: own.size === 1 ? ([...own][0] ?? null) : null }))
      .toSorted((a, b) => inOrder.compare(a.code, b.code)),
    items: [...items]
      .toSorted((a, b) => 'ieo'.indexOf(a[0] ?? '') - 'ieo'.indexOf(b[0] ?? '') || inOrder.compare(a, b))
      .map((code) => ({ code, title: null })),
  }
}
