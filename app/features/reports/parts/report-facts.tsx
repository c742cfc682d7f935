import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { reportPageText } from '../text/report-page.ts'

type Facts = Readonly<{
  contentHash: string
  version: number
  importedAt: string
  resolutions: readonly Readonly<{ body: string; meetingNumber: string; day: string }>[]
}>

/** What the document is, by what it can be checked, and which resolutions it names. */
export function ReportFacts({ lang, facts }: { lang: Language; facts: Facts }) {
  const text = reportPageText(lang)
  return (
    <section aria-labelledby="about" className="stack">
      <h2 id="about">{text.about}</h2>
      <dl className="facts">
        <dt>{text.contentHash}</dt>
        <dd className="hash">{facts.contentHash}</dd>
        <dt>{text.version}</dt>
        <dd>{facts.version}</dd>
        <dt>{text.importedAt}</dt>
        <dd>{formatDay(dayInBangkok(facts.importedAt), lang)}</dd>
        <dt>{text.approval}</dt>
        <dd>
          {facts.resolutions.length === 0 && text.noResolutions}
          <ul>
            {facts.resolutions.map((resolution, index) => (
              // A meeting may be named twice; the list never changes its order.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={index}>
                <span>
                  {resolution.body} {resolution.meetingNumber}
                </span>{' '}
                · {formatDay(resolution.day, lang)}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <p className="muted small">{text.approvalNote}</p>
      <p className="muted small">{text.checkCopy}</p>
    </section>
  )
}

/** The calendar day of an instant where the agency works. */
const dayInBangkok = (instant: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' }).format(new Date(instant))
