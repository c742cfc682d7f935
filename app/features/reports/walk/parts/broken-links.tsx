import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import type { BrokenRow } from '../broken-rows.queries.server.ts'
import { brokenLinksText } from '../text/broken-links.ts'
import { placeOfCell } from '../text/index.ts'
import { whyPageText } from '../text/why-page.ts'

type Props = Readonly<{
  lang: Language
  fiscalYear: number
  version: number
  rows: readonly BrokenRow[]
}>

/** For the office: what no longer holds of that on which a publication rests, where it shows, and where it is mended. */
export function BrokenLinks({ lang, fiscalYear, version, rows }: Props) {
  const text = brokenLinksText(lang)
  const why = whyPageText(lang)
  return (
    <section aria-labelledby="broken-links" className="stack">
      <h2 id="broken-links">{text.heading}</h2>
      {rows.length === 0 ? (
        <p className="muted">{text.none}</p>
      ) : (
        <>
          <p>{text.lead}</p>
          <ul className="walk-list">
            {rows.map(({ id, code, cell, name, part, raisedAt }) => (
              <li key={id}>
                <Chip state="returned" icon="alert">
                  {why.broken[code]}
                </Chip>{' '}
                {part === null ? (
                  <strong>{name}</strong>
                ) : (
                  <a href={addressOf.office(lang, part)}>
                    {name ?? (code === 'resolution.withdrawn' ? text.resolution : text.confidential)}
                  </a>
                )}
                <span className="muted small walk-line">
                  {text.foundOn(formatDay(thaiDay(raisedAt), lang))} ·{' '}
                  <a
                    href={addressOf.reportWhy(
                      lang,
                      fiscalYear,
                      cell === '' ? { version } : { version, cell },
                    )}
                  >
                    {placeOfCell(cell, lang) ?? text.whole}
                  </a>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
