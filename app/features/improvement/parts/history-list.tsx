import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import '../../../ui/office-measure.css'
import { changedMiddle, endOf, startOf } from '../../../kernel/changed-middle.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { ChangePage, FieldChange } from '../history/changes.queries.server.ts'
import { historyText } from '../history/text/index.ts'

type HistoryListProps = Readonly<{
  lang: Language
  page: ChangePage
  /** Address of the page that shows it, without what stands behind `?`. */
  here: string
}>

/** Changes of a thing, the newest first: by whom, when, and each field before and after. */
export function HistoryList({ lang, page: { changes, page, pages }, here }: HistoryListProps) {
  const text = historyText(lang)
  if (changes.length === 0)
    return (
      <div className="empty">
        <h2>{text.emptyTitle}</h2>
        <p>{text.emptyBody}</p>
      </div>
    )
  return (
    <div className="stack">
      <ol className="changes">
        {changes.map((change) => (
          <li key={change.key}>
            <p className="by">
              <strong>{change.byName}</strong>{' '}
              <time dateTime={change.at.toISOString()}>{formatInstant(change.at, lang)}</time>
            </p>
            {change.object !== '' && <p className="object">{change.object}</p>}
            {change.fields.map((field) => (
              <ChangedField key={field.id} lang={lang} change={field} />
            ))}
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <nav className="pager" aria-label={text.title}>
          {page > 1 && (
            <a className="button" href={`${here}?page=${page - 1}`} rel="prev">
              {text.newer}
            </a>
          )}
          <span>{text.pages(page, pages)}</span>
          {page < pages && (
            <a className="button" href={`${here}?page=${page + 1}`} rel="next">
              {text.older}
              <Icon name="arrow" />
            </a>
          )}
        </nav>
      )}
    </div>
  )
}

/** Before and after beside each other; what differs is marked, and a long stretch that does not is cut short. */
function ChangedField({ lang, change }: Readonly<{ lang: Language; change: FieldChange }>) {
  const text = historyText(lang)
  const { head, before, after, tail } = changedMiddle(change.before, change.after)
  const nothing = <span className="muted">{text.nothing}</span>
  return (
    <section className="changed">
      <h2>{change.field}</h2>
      <div className="sides">
        <div className="side-before">
          <p className="label">{text.before}</p>
          {change.before === '' ? (
            nothing
          ) : (
            <p className="value">
              {endOf(head)}
              {before !== '' && <del>{before}</del>}
              {startOf(tail)}
            </p>
          )}
        </div>
        <div className="side-after">
          <p className="label">{text.after}</p>
          {change.after === '' ? (
            nothing
          ) : (
            <p className="value">
              {endOf(head)}
              {after !== '' && <ins>{after}</ins>}
              {startOf(tail)}
            </p>
          )}
        </div>
      </div>
    </section>
  )
}
