import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { addressOf } from '../../../web/addresses.ts'
import { versionsText } from '../publishing/text/index.ts'
import type { CitedResolution } from '../publishing/version-list.server.ts'
import { reportPageText } from '../text/report-page.ts'
import { Cited } from './version-list.tsx'

type Facts = Readonly<{
  fiscalYear: number
  contentHash: string
  version: number
  publishedOn: string
  /** By which it became public. */
  approvedBy: readonly CitedResolution[]
  /** Those that its text speaks of. */
  resolutions: readonly Readonly<{ body: string; meetingNumber: string; day: string }>[]
}>

/** What the document is, by what it can be checked, by which resolutions it is public, and which it names. */
export function ReportFacts({ lang, facts }: { lang: Language; facts: Facts }) {
  const text = reportPageText(lang)
  const words = versionsText(lang)
  const address = addressOf.reportVersion(lang, facts.fiscalYear, facts.version)
  return (
    <section aria-labelledby="about" className="stack">
      <h2 id="about">{text.about}</h2>
      <dl className="facts">
        <dt>{text.contentHash}</dt>
        <dd className="hash">
          <a href={addressOf.verify(lang, facts.contentHash)}>{facts.contentHash}</a>
        </dd>
        <dt>{text.version}</dt>
        <dd>{facts.version}</dd>
        <dt>{words.permanent}</dt>
        <dd>
          <a href={address}>{address}</a>
        </dd>
        <dt>{words.publishedAt}</dt>
        <dd>{formatDay(facts.publishedOn, lang)}</dd>
        <dt>{words.approvedBy}</dt>
        <dd>
          {facts.approvedBy.length === 0 && words.noChain}
          <ul>
            {facts.approvedBy.map((resolution) => (
              <li key={resolution.id}>
                <Cited lang={lang} resolution={resolution} />
              </li>
            ))}
          </ul>
        </dd>
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
      {facts.approvedBy.length > 0 && <p className="muted small">{words.approvalNote}</p>}
      <p className="muted small">{text.checkCopy}</p>
      <p>
        <a href={addressOf.verify(lang)}>{words.verify}</a>
      </p>
    </section>
  )
}
