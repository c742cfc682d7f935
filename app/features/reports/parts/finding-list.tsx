import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { workingReportText } from '../text/working-report.ts'
import type { Finding } from '../verdict.domain.ts'

/**
 * `to` is the page of the office where the place is worked on; null for the report as a whole. Where a finding has a page of its
 * own (`part`), that is where it leads.
 */
type PlacedFinding = Finding & Readonly<{ to: string | null }>

/** What a careful reader would ask about, each leading to where it is worked on. */
export function FindingList({ lang, findings }: { lang: Language; findings: readonly PlacedFinding[] }) {
  const text = workingReportText(lang)
  return (
    <section className="stack" aria-labelledby="findings">
      <h2 id="findings">
        {text.findings} ({findings.length})
      </h2>
      {findings.length === 0 ? (
        <p className="muted">{text.noFindings}</p>
      ) : (
        <>
          <p className="muted">{text.findingsBody}</p>
          <details className="fold finding-fold">
            <summary>{text.showFindings}</summary>
            <ul className="finding-list">
              {findings.map(({ where, message, to, part = to }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read keeps its order
                <li key={index}>
                  {part === null ? (
                    <strong>{where[lang]}</strong>
                  ) : (
                    <a href={addressOf.office(lang, part)}>{where[lang]}</a>
                  )}{' '}
                  {message[lang]}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  )
}
