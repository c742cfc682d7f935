import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { WorkGroup, WorkItem, WorkKind } from '../overview/what-to-do.domain.ts'
import { overviewText } from '../text/pages.ts'

const ICONS = {
  returned: 'returned',
  late: 'late',
  dueSoon: 'calendar',
  notStarted: 'none',
  review: 'review',
  overdue: 'late',
  noOwner: 'assign',
  noPeriod: 'calendar',
  noOutcome: 'flag',
  noMeasure: 'add',
  noIssue: 'add',
  publish: 'seal',
} as const satisfies Record<WorkKind, IconName>

const MOST_SHOWN = 5
const MOST_FOLDED = 20

/** Where all of a kind stand, behind the address of the year; else in its register. */
const ALL: Partial<Record<WorkKind, string>> = {
  returned: '?state=returned',
  late: '?late=1',
  overdue: '?late=1',
  notStarted: '?state=not-started',
  review: '?state=in-review',
}

type WorkGroupsProps = Readonly<{
  lang: Language
  groups: readonly WorkGroup[]
  /** Says the year of each group, where several years are shown. */
  withYear?: boolean
}>

/** What a person should do, kind by kind, each with the pages on which it is done; a long list folds. */
export function WorkGroups({ lang, groups, withYear = false }: WorkGroupsProps) {
  const { todo: text } = overviewText(lang)
  return (
    <ul className="tasks work-groups">
      {groups.map(({ kind, fiscalYear, items }) => (
        <li key={`${fiscalYear} ${kind}`} className={`is-${kind}`}>
          <Icon name={ICONS[kind]} />
          <div>
            <strong>
              {text.kinds[kind].title}
              {items.some(({ of }) => of !== null) && <span className="number"> ({items.length})</span>}
            </strong>
            <p className="small muted">
              {text.kinds[kind].body}
              {withYear && ` · ${text.ofYear(fiscalYear)}`}
            </p>
            <WorkItems lang={lang} items={items.slice(0, MOST_SHOWN)} />
            {items.length > MOST_SHOWN && (
              <details className="unfold">
                <summary>{text.more(items.length - MOST_SHOWN)}</summary>
                <WorkItems lang={lang} items={items.slice(MOST_SHOWN, MOST_SHOWN + MOST_FOLDED)} />
                {items.length > MOST_SHOWN + MOST_FOLDED && (
                  <p>
                    <a href={addressOf.office(lang, `cycles/${fiscalYear}${ALL[kind] ?? '/measures'}`)}>
                      {text.all}
                    </a>
                  </p>
                )}
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function WorkItems({ lang, items }: { lang: Language; items: readonly WorkItem[] }) {
  const { todo: text } = overviewText(lang)
  return (
    <ul className="work-items">
      {items.map(({ of, part, dueOn }) => (
        <li key={part}>
          <a href={addressOf.office(lang, part)}>
            {of === null
              ? text.go
              : of.measure === null
                ? text.issue(of.issue, of.title)
                : `${of.issue}.${of.measure} ${of.title}`}
          </a>
          {dueOn !== null && <span className="due small muted"> {text.due(formatDay(dueOn, lang))}</span>}
        </li>
      ))}
    </ul>
  )
}
