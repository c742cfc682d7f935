import type { Language } from '../../../i18n/language.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'

/** `code`: of an item, where a year may have several. */
type YearLink = Readonly<{ year: number; to: string; code?: string }>

/** Leads to the same page of other framework years; `here` is the year that is being read. */
export function YearLinks({
  lang,
  label,
  here,
  years,
}: {
  lang: Language
  label: string
  here: number
  years: readonly YearLink[]
}) {
  const text = disclosurePublicText(lang)
  if (years.length < 2) return null
  return (
    <nav aria-label={label} className="year-links no-print">
      <ul>
        {years.map(({ year, to, code }) => (
          <li key={to}>
            <a href={to} aria-current={year === here ? 'page' : undefined}>
              {text.year(year)}
              {code && ` ${code}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
