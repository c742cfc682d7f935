import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { ItemWork } from '../item-work.domain.ts'
import { centreItemText } from '../text/centre.ts'

/** First on the page of an item: what to do now. */
export function WorkToDo({
  lang,
  item: { elements, byReport, score, findings, newest, isChanged },
  mayPublish,
}: {
  lang: Language
  item: ItemWork
  mayPublish: boolean
}) {
  const text = centreItemText(lang)
  const failing = elements.filter(({ passes }) => !passes)
  const report = byReport?.fiscalYear ?? null
  const tasks = [
    ...(byReport === null
      ? failing.slice(0, 1).map(({ key, reason }) => ({
          said: reason[lang],
          to: `#element-${key}`,
          label: text.toElement,
        }))
      : []),
    ...(score.score === 0 && failing.length === 0 && findings.length > 0
      ? [{ said: text.found, to: '#found', label: text.found }]
      : []),
    ...(byReport === null && mayPublish && failing.length === 0 && newest === null
      ? [{ said: text.readyToPublish, to: '#publish', label: text.toPublish }]
      : []),
    ...(byReport === null && mayPublish && newest !== null && isChanged
      ? [{ said: text.changedSince, to: '#publish', label: text.toPublish }]
      : []),
  ]
  return (
    <section className="stack" aria-labelledby="now">
      <h2 id="now">{text.now}</h2>
      {byReport !== null && (
        <Notice kind={report === null ? 'warning' : 'plain'}>
          <p>{report === null ? text.noReport : text.byReport}</p>
          <p className="actions">
            {report === null ? (
              <a className="button small" href={addressOf.office(lang, 'cycles')}>
                {text.toReports}
              </a>
            ) : (
              <a className="button small" href={addressOf.report(lang, report)}>
                {text.readReport}
              </a>
            )}
          </p>
        </Notice>
      )}
      {tasks.length > 0 && (
        <ul className="tasks">
          {tasks.map(({ said, to, label }) => (
            <li key={`${to} ${said}`}>
              <Icon name="alert" />
              <span>{said}</span>
              <a className="button small" href={to}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {byReport === null && failing.length > 1 && (
        <p className="muted">{text.moreFailing(failing.length - 1)}</p>
      )}
      {tasks.length === 0 && byReport === null && (
        <Notice kind="done">
          <p>{text.allDone}</p>
        </Notice>
      )}
    </section>
  )
}
