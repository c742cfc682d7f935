import type { Language } from '../../../i18n/language.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import { type CitedItem, citedAnchor } from '../notation/cited-item.domain.ts'
import { citedItemWords } from '../notation/cited-item-words.domain.ts'
import { citationText } from '../notation/text/index.ts'
import type { CitationAddress } from './rich-text-view.tsx'
import { spokenIn } from './worded.tsx'

/** A citation leads to where the first of its items is told of, by `CitedItems` on the same page. */
export const citationAddress: CitationAddress = ([first]: readonly ItemRef[]) =>
  first === undefined ? '#' : `#${citedAnchor(first)}`

/** What the cited items of a text are, how they came out and where they stand in other years. */
export function CitedItems({ lang, items }: Readonly<{ lang: Language; items: readonly CitedItem[] }>) {
  const text = citationText(lang)
  if (items.length === 0) return null
  return (
    <details className="fold cited-items">
      <summary>
        {text.title} ({items.length})
      </summary>
      <p className="muted">{text.lead}</p>
      <dl>
        {items.map((item) => {
          const { head, lines } = citedItemWords(item, lang)
          return (
            <div key={item.ref} id={citedAnchor(item.ref)}>
              <dt lang={spokenIn(head)}>{head}</dt>
              {lines.map((line) => (
                <dd key={line} lang={spokenIn(line)}>
                  {line}
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
    </details>
  )
}
