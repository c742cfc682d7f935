import type { Language } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { ItemGroup } from '../disclosure.domain.ts'
import type { PublicRow } from '../item-work.domain.ts'
import { missingOf, stateOfRow } from '../public-state.domain.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'
import { PublicStateChip } from './public-state.tsx'

type YearItemsProps = Readonly<{ lang: Language; year: number; group: ItemGroup<PublicRow> }>

/** The items of a sub-indicator, each with how it stands, whose it is and since when. Open on paper, and to begin with. */
export function YearItems({ lang, year, group }: YearItemsProps) {
  const text = disclosurePublicText(lang)
  return (
    <details className="oit-group" open>
      <summary>
        <h2>
          {group.number} {group.title[lang]}
        </h2>{' '}
        <span className="muted small">{text.itemCount(group.items.length)}</span>
      </summary>
      <ul className="oit-items">
        {group.items.map((item) => (
          <li key={item.code}>
            <a className="item" href={addressOf.disclosureItem(lang, year, item.code)}>
              <span className="code">{item.code}</span> <span>{item.title?.[lang] ?? text.untitled}</span>
            </a>
            <PublicStateChip lang={lang} state={stateOfRow(item)} missing={missingOf(item.score)} />
            <AboutItem lang={lang} item={item} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Whose it is and since when; nothing where nobody has said so yet. */
function AboutItem({ lang, item }: { lang: Language; item: PublicRow }) {
  const text = disclosurePublicText(lang)
  const { unit, isByReport, shown, changedAt } = item
  const day = isByReport ? changedAt : shown?.publishedAt
  const known = [
    ...(unit ? [saidIn(lang, unit).words] : []),
    ...(isByReport ? [text.answeredByReport] : []),
    ...(day ? [`${text.publishedOn} ${formatDay(thaiDay(day), lang)}`] : []),
  ]
  return known.length === 0 ? null : <p className="muted small">{known.join(' · ')}</p>
}
