import type { Language } from '../../../i18n/language.ts'
import { codeOf } from '../../../kernel/item-ref.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { OtherYear } from '../item-standing.queries.server.ts'
import { disclosureItemText } from '../text/index.ts'

type OtherYearsProps = Readonly<{
  lang: Language
  id: string
  heading: string
  lead: string | null
  years: readonly OtherYear[]
}>

/** Items of other framework years, each with its own year and title. */
export function OtherYears({ lang, id, heading, lead, years }: OtherYearsProps) {
  const text = disclosureItemText(lang)
  if (years.length === 0) return null
  return (
    <section aria-labelledby={id} className="stack">
      <h2 id={id}>{heading}</h2>
      {lead && <p>{lead}</p>}
      <dl className="facts">
        {years.map(({ year, ref, title }) => (
          <div key={`${year} ${ref}`} className="fact">
            <dt>{text.framework(year)}</dt>
            <dd>
              {ref === null ? (
                <span className="muted">{text.noCode}</span>
              ) : (
                <a href={addressOf.disclosureItem(lang, year, codeOf(ref))}>
                  {codeOf(ref)} {title?.[lang] ?? text.untitled}
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
