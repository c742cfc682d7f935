import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Facts } from '../../../ui/facts.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { CaseStatus } from '../cases/case.domain.ts'
import type { Outcome } from '../receiving/case-mark.domain.ts'
import type { ReadItem } from '../receiving/usecases/read-case.server.ts'
import { caseText, inboxText } from '../text/receiving.ts'
import { reportFormText } from '../text/reporting.ts'

/** What was said and done in a case, oldest first, as its recipients read it. */
export function CaseThread({
  lang,
  caseId,
  items,
}: {
  lang: Language
  caseId: string
  items: readonly ReadItem[]
}) {
  const text = caseText(lang)
  return (
    <section aria-labelledby="thread-title">
      <h2 id="thread-title">{text.thread}</h2>
      <ol className="thread">
        {items.map((item) => (
          <li key={item.seq} className={`of-${item.author}${item.kind === 'note' ? ' is-note' : ''}`}>
            <p className="said-by">
              <strong>{text.kinds[item.kind]}</strong>
              <span>
                {text.authors[item.author]}
                {item.role !== null && `: ${item.role[lang]}`}
              </span>
              <span className="muted">{formatDay(item.day, lang)}</span>
            </p>
            {item.content === null ? (
              <p className="muted">{text.sealedOut}</p>
            ) : (
              <Content lang={lang} caseId={caseId} content={item.content} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

type ContentProps = Readonly<{ lang: Language; caseId: string; content: NonNullable<ReadItem['content']> }>

function Content({ lang, caseId, content }: ContentProps) {
  const text = caseText(lang)
  const form = reportFormText(lang).form
  const labels: Readonly<Record<string, unknown>> = { ...form, offices: form.officesTitle }
  const { to, outcome } = content.facts ?? {}
  const statuses = inboxText(lang).statuses
  return (
    <>
      {to !== undefined && Object.hasOwn(statuses, to) && (
        <p>{text.said.status(statuses[to as CaseStatus])}</p>
      )}
      {outcome !== undefined && Object.hasOwn(text.outcomes, outcome) && (
        <p>{text.said.outcome(text.outcomes[outcome as Outcome])}</p>
      )}
      {content.holders.map((role) => (
        <p key={role.th}>{text.said.holder(role[lang])}</p>
      ))}
      {content.text !== '' && <p className="text">{content.text}</p>}
      {content.fields && (
        <Facts
          rows={Object.entries(content.fields).map(([name, value]) => [
            typeof labels[name] === 'string' ? labels[name] : name,
            <span className="text" key={name}>
              {value}
            </span>,
          ])}
        />
      )}
      {content.files.length > 0 && (
        <>
          <p>
            <strong>{text.files}</strong> <span className="muted">{text.fileWarning}</span>
          </p>
          <ul>
            {content.files.map(({ id, name, size }) => (
              <li key={id}>
                <a href={addressOf.office(lang, `protected/cases/${caseId}/files/${id}`)} rel="nofollow">
                  {text.download(name)}
                </a>{' '}
                <span className="muted">{sizeText(size)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
