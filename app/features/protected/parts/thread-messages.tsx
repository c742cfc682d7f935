import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { ThreadItem } from '../reporting/thread.queries.server.ts'
import { reportFormText, threadText } from '../text/reporting.ts'

type MessagesProps = Readonly<{ lang: Language; items: readonly ThreadItem[] }>

/** What was said in a case, in its order; what people wrote stands as they wrote it. */
export function ThreadMessages({ lang, items }: MessagesProps) {
  const text = threadText(lang).thread
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{text.messages}</h2>
      {items.map((item) => (
        <article
          key={item.seq}
          className={item.author === 'reporter' ? 'message mine' : 'message'}
          aria-label={kindOf(item, lang)}
        >
          <h3>
            {kindOf(item, lang)}{' '}
            <span className="muted">
              {item.role?.[lang] ?? text.authors[item.author]} · {formatDay(item.day, lang)}
            </span>
          </h3>
          <Words item={item} lang={lang} />
          <Files item={item} lang={lang} />
        </article>
      ))}
    </section>
  )
}

function kindOf({ kind, facts }: ThreadItem, lang: Language): string {
  const text = threadText(lang).thread
  if (facts.identity !== undefined) return text.identity
  if (facts.consent === 'given' || facts.consent === 'refused') return text.consented[facts.consent]
  return kind in text.kinds ? text.kinds[kind as keyof typeof text.kinds] : text.kinds.other
}

type ItemProps = Readonly<{ item: ThreadItem; lang: Language }>

function Words({ item, lang }: ItemProps) {
  const text = threadText(lang).thread
  const form = reportFormText(lang).form
  const labels: Readonly<Record<string, string>> = { ...form, offices: form.officesTitle }
  if (item.text === null) return <p className="notice bad">{text.unread}</p>
  const to = item.facts.to
  return (
    <>
      {item.joined.length > 0 && <p>{item.joined.map((role) => role[lang]).join(', ')}</p>}
      {to !== undefined && to in text.statuses && <p>{text.statuses[to as keyof typeof text.statuses]}</p>}
      {item.text !== '' && <p className="text">{item.text}</p>}
      {item.fields.length > 0 && (
        <dl>
          {item.fields.map(([name, value]) => (
            <div key={name}>
              <dt>{labels[name] ?? name}</dt>
              <dd className="text">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function Files({ item, lang }: ItemProps) {
  if (item.files.length === 0) return null
  return (
    <ul>
      {item.files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={addressOf.reporting(lang, `thread/files/${id}`)} rel="nofollow">
            {threadText(lang).thread.download} {name}
          </a>{' '}
          <span className="muted">{sizeText(size)}</span>
        </li>
      ))}
    </ul>
  )
}
