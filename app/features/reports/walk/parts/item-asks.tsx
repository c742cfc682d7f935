import type { Language } from '../../../../i18n/language.ts'
import { codeOf, type ItemRef, yearOf } from '../../../../kernel/item-ref.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import type { ItemWalk } from '../items/item-walk.domain.ts'
import { itemPageText } from '../text/item-page.ts'
import type { YearPlace } from '../walk.domain.ts'

type Props = Readonly<{ lang: Language; walk: ItemWalk }>

/** What an item asks, as the catalogue has it. */
export function ItemAsks({ lang, walk: { item } }: Props) {
  const text = itemPageText(lang)
  return (
    <section aria-labelledby="asks" className="stack">
      <h2 id="asks">{text.asks}</h2>
      <Facts
        rows={[
          [text.wording, item.wording],
          [text.instrument, text.instruments[item.instrument]],
          [
            text.indicator,
            item.indicator && (
              <a href={itemAddress(lang, item.indicator.ref)}>
                {codeOf(item.indicator.ref)} {item.indicator.title?.[lang]}
              </a>
            ),
          ],
          [
            text.source,
            <span key="source" lang="en">
              {item.source}
            </span>,
          ],
        ]}
      />
      {item.elements.length > 0 && (
        <>
          <h3>{text.required}</h3>
          <ol>
            {item.elements.map((element) => (
              <li key={element.text.th}>{element.text[lang]}</li>
            ))}
          </ol>
        </>
      )}
      {item.instrument === 'OIT' && !codeOf(item.ref).startsWith('ind') && (
        <p>
          <a href={addressOf.disclosureItem(lang, yearOf(item.ref), codeOf(item.ref))}>{text.disclosed}</a>
        </p>
      )}
    </section>
  )
}

/** Where the same subject stands in every framework year, and whether its scores compare. */
export function ItemYears({ lang, walk }: Props) {
  const text = itemPageText(lang)
  return (
    <section aria-labelledby="years" className="stack">
      <h2 id="years">{text.otherYears}</h2>
      {walk.years.length === 0 ? (
        <p className="muted">{text.noYears}</p>
      ) : (
        <>
          <p>{text.otherYearsLead}</p>
          <dl className="facts">
            {walk.years.map((place) => (
              <div key={place.year} className="fact">
                <dt>{text.framework(place.year)}</dt>
                <dd>
                  <Place lang={lang} place={place} self={walk.item.ref} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}

function Place({ lang, place, self }: { lang: Language; place: YearPlace; self: ItemRef }) {
  const text = itemPageText(lang)
  if (place.items.length === 0)
    return <span className="muted">{place.standing === 'not-asked' ? text.notAsked : text.notKnown}</span>
  return (
    <ul className="walk-list bare">
      {place.items.map(({ item, title, relationship, comparable }) => (
        <li key={item}>
          {item === self ? (
            <>
              <strong>{codeOf(item)}</strong> <span className="muted small">({text.sameYear})</span>
            </>
          ) : (
            <>
              <a href={itemAddress(lang, item)}>
                {codeOf(item)} {title?.[lang] ?? text.untitled}
              </a>
              <span className="muted small walk-line">
                {text.relationships[relationship]} · {text.comparable[comparable]}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const itemAddress = (lang: Language, ref: ItemRef) => addressOf.itemWalk(lang, yearOf(ref), codeOf(ref))
