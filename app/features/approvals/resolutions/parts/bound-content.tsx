import type { Language } from '../../../../i18n/language.ts'
import { formatInstant } from '../../../../kernel/thai-day.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { isChainKind } from '../../matter.domain.ts'
import { approvalsTerms } from '../../text/index.ts'
import type { ResolutionPage } from '../resolution-page.queries.server.ts'
import { resolutionText } from '../text/index.ts'
import { HashFact } from './hash-fact.tsx'

type BoundContentProps = Readonly<{ lang: Language; page: ResolutionPage; workedOn: string | null }>

/** Exactly what a resolution is about: its hash, and all of it as the meeting saw it. */
export function BoundContent({ lang, page, workedOn }: BoundContentProps) {
  const text = resolutionText(lang)
  const { matter, cells } = page
  return (
    <section className="stack" aria-labelledby="content-title" id="content">
      <h2 id="content-title">{text.content}</h2>
      {matter === null ? (
        <p className="muted">{text.noContent}</p>
      ) : (
        <>
          <Facts
            rows={[
              [text.kind, approvalsTerms(lang).kinds[matter.kind]],
              [text.name, matter.title],
              [text.hash, <HashFact key="hash" hash={matter.contentHash} all={text.fullHash} />],
              [text.frozen, text.enteredBy(formatInstant(matter.madeAt, lang), matter.madeBy)],
            ]}
          />
          <Since lang={lang} page={page} workedOn={workedOn} />
          {cells.length === 0 ? (
            <p className="muted">{text.noCells}</p>
          ) : (
            <details className="fold whole-content">
              <summary>{text.cells(cells.length)}</summary>
              <dl className="bound-cells">
                {cells.map(({ id, label, text: said }) => (
                  <div key={id}>
                    <dt>{label[lang]}</dt>
                    <dd>{said}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </>
      )}
    </section>
  )
}

/** Whether the thing is still what the meeting saw, and the ways on from here. */
function Since({ lang, page: { matter, freshness }, workedOn }: BoundContentProps) {
  const text = resolutionText(lang)
  if (matter === null) return null
  const thing = addressOf.office(lang, `approvals/${matter.kind}/${encodeURIComponent(matter.key)}`)
  return (
    <>
      {freshness === 'gone' && <Notice kind="warning">{text.gone}</Notice>}
      {freshness === 'changed' && (
        <Notice kind="warning">
          <p>{text.changed}</p>
          <p className="actions">
            <a className="button" href={`${thing}/difference?from=${matter.id}`}>
              {text.difference}
            </a>
          </p>
        </Notice>
      )}
      <p className="line-of-links">
        {isChainKind(matter.kind) && <a href={thing}>{text.standing}</a>}
        {workedOn !== null && freshness !== 'gone' && (
          <a href={addressOf.office(lang, workedOn)}>{text.workedOn}</a>
        )}
      </p>
    </>
  )
}
