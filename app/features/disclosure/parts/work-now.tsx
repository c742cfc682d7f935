import type { Language } from '../../../i18n/language.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { ItemTask } from '../centre-tasks.domain.ts'
import { centreText } from '../text/centre.ts'

/** Something of the year as a whole that waits. */
export type YearTask = Readonly<{ said: string; to: string; label: string }>

const MOST = 5
const ICONS: Record<ItemTask['kind'], IconName> = {
  watch: 'warning',
  late: 'late',
  missing: 'none',
  failing: 'alert',
  changed: 'edit',
  publish: 'send',
}

/** What to do now: of the year as a whole, then the most pressing items. */
export function WorkNow({
  lang,
  year,
  ofYear,
  tasks,
}: {
  lang: Language
  year: number
  ofYear: readonly YearTask[]
  tasks: readonly ItemTask[]
}) {
  const text = centreText(lang)
  return (
    <section className="stack" aria-labelledby="now">
      <h2 id="now">{text.now}</h2>
      {ofYear.length + tasks.length === 0 ? (
        <Notice kind="done">
          <p>{text.nothingNow}</p>
        </Notice>
      ) : (
        <ul className="tasks">
          {ofYear.map(({ said, to, label }) => (
            <li key={to}>
              <Icon name="calendar" />
              <span>{said}</span>
              <a className="button small" href={to}>
                {label}
              </a>
            </li>
          ))}
          {tasks.slice(0, MOST).map(({ kind, count, row }) => (
            <li key={row.code}>
              <Icon name={ICONS[kind]} />
              <span>
                {text.tasks[kind](row.code, count)}
                <span className="under">{row.title?.[lang] ?? text.untitled}</span>
              </span>
              <a className="button small" href={addressOf.office(lang, `disclosure/${year}/${row.code}`)}>
                {text.doTask}
                <span className="visually-hidden"> {row.code}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {tasks.length > MOST && <p className="muted">{text.more(tasks.length - MOST)}</p>}
    </section>
  )
}
