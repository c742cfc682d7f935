import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { approvalsTerms } from '../../../approvals/index.ts'
import { whyPageText } from '../text/why-page.ts'
import type { Walk, WalkResolution } from '../walk.domain.ts'

/** The chain of resolutions by which a report is public, and by what its copy is known. */
export function WalkApprovals({ lang, walk }: { lang: Language; walk: Walk }) {
  const text = whyPageText(lang)
  const { approvals, publication, source } = walk
  return (
    <section aria-labelledby="approvals" className="stack">
      <h2 id="approvals">{text.approvals}</h2>
      <p>{approvals.answer[lang]}</p>
      {approvals.report.length > 0 && (
        <ol className="walk-chain">
          {approvals.report.map((resolution, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the chain of a publication never changes
            <Resolution key={index} lang={lang} resolution={resolution} />
          ))}
        </ol>
      )}
      <h3>{text.measuresApprovals}</h3>
      <p>{approvals.measuresAnswer[lang]}</p>
      {approvals.measures.length > 0 && (
        <ol className="walk-chain">
          {approvals.measures.map((resolution, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read keeps its order
            <Resolution key={index} lang={lang} resolution={resolution} />
          ))}
        </ol>
      )}
      <Mentioned lang={lang} walk={walk} />
      <Facts
        rows={[
          [text.publishedOn, formatDay(dayOf(publication.publishedAt), lang)],
          [
            text.contentHash,
            <a key="hash" className="hash" href={addressOf.verify(lang, publication.contentHash)}>
              {publication.contentHash}
            </a>,
          ],
          [
            text.source,
            source && (
              <>
                {source.fileName} <span className="hash">{source.sha256}</span>
              </>
            ),
          ],
        ]}
      />
    </section>
  )
}

function Resolution({ lang, resolution }: { lang: Language; resolution: WalkResolution }) {
  const text = whyPageText(lang)
  const terms = approvalsTerms(lang)
  const recorded = dayOf(resolution.recordedAt)
  return (
    <li>
      <strong>{terms.cited(resolution.form, resolution.body, resolution.meetingNumber)}</strong>{' '}
      {text.decidedOn(formatDay(resolution.decidedOn, lang))} ·{' '}
      {decisionName(terms.decisions, resolution.decision)}
      <blockquote className="walk-words">{resolution.wording}</blockquote>
      {recorded !== resolution.decidedOn && (
        <p className="muted small">{text.recordedOn(formatDay(recorded, lang))}</p>
      )}
      {resolution.isWithdrawn && <Notice kind="warning">{text.resolutionWithdrawn}</Notice>}
    </li>
  )
}

const decisionName = (names: Readonly<Record<string, string>>, decision: string) =>
  names[decision] ?? decision

function Mentioned({ lang, walk }: { lang: Language; walk: Walk }) {
  const text = whyPageText(lang)
  const { mentioned } = walk.approvals
  if (mentioned.length === 0) return null
  return (
    <details className="walk-fold">
      <summary>{text.mentioned}</summary>
      <ul>
        {mentioned.map(({ body, meetingNumber, heldOn, wording }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a meeting may be named twice, in the order of the report
          <li key={index}>
            {body} {meetingNumber} · {formatDay(heldOn, lang)}
            <blockquote className="walk-words">{wording}</blockquote>
          </li>
        ))}
      </ul>
    </details>
  )
}

const dayOf = (instant: string) => thaiDay(new Date(instant))
