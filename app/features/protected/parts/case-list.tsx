import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { daysAfter } from '../../../kernel/thai-day.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { type FormView, TextAreaField } from '../../../ui/form.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { CaseStatus } from '../cases/case.domain.ts'
import { caseMark } from '../receiving/case-mark.domain.ts'
import { dueOf, INBOX_FILTERS, type InboxCase, type InboxFilter, isShown } from '../receiving/inbox.domain.ts'
import { ERASURE_WARNING_DAYS } from '../settings/channel-settings.domain.ts'
import { inboxText } from '../text/receiving.ts'

const STATES: Readonly<Record<CaseStatus, ChipState>> = {
  received: 'review',
  acknowledged: 'working',
  'in-progress': 'working',
  answered: 'done',
  closed: 'done',
  junk: 'none',
  erased: 'none',
}

/** The state of a case, as icon, word and colour. */
export const CaseState = ({ lang, status }: { lang: Language; status: CaseStatus }) => (
  <Chip state={STATES[status]}>{inboxText(lang).statuses[status]}</Chip>
)

type CaseListProps = Readonly<{
  lang: Language
  cases: readonly InboxCase[]
  categories: readonly Readonly<{ key: string; th: string; en: string }>[]
  filter: InboxFilter
  today: string
  form: FormView
}>

/** The cases of whoever unlocked their vault; those that are no reports are marked many at once. */
export function CaseList({ lang, cases, categories, filter, today, form }: CaseListProps) {
  const text = inboxText(lang)
  const here = addressOf.office(lang, 'protected')
  const shown = cases.filter((one) => isShown(one, filter, today))
  return (
    <section aria-labelledby="cases-title" className="stack">
      <h2 id="cases-title">{text.inboxTitle}</h2>
      <FilterChips
        label={text.filter}
        choices={INBOX_FILTERS.map((name) => ({
          label: text.filters[name],
          to: `${here}?show=${name}`,
          isChosen: name === filter,
          count: cases.filter((one) => isShown(one, name, today)).length,
        }))}
      />
      {shown.length === 0 ? (
        <div className="empty">
          <h3>{text.emptyTitle}</h3>
          <p>{text.emptyBody}</p>
        </div>
      ) : (
        <form method="post" action={here} className="stack">
          <DataTable
            caption={text.inboxTitle}
            columns={[
              { label: text.name },
              { label: text.category },
              { label: text.status },
              { label: text.received },
              { label: text.due },
            ]}
            rows={shown.map((one) => ({
              key: one.id,
              cells: cellsOf(one, {
                lang,
                categories,
                today,
                isPicked: form.values[`case-${one.id}`] === 'on',
              }),
            }))}
          />
          {shown.some(({ status }) => status !== 'junk' && status !== 'closed') && (
            <Confirm label={text.junk} isOpen={Object.keys(form.errors).length > 0}>
              <p>{text.junkSure}</p>
              <TextAreaField form={form} name="reason" label={text.junkReason} required />
              <button type="submit" className="button danger" name="act" value="junk">
                {text.junkDo}
              </button>
            </Confirm>
          )}
        </form>
      )}
    </section>
  )
}

function cellsOf(
  one: InboxCase,
  {
    lang,
    categories,
    today,
    isPicked,
  }: Pick<CaseListProps, 'lang' | 'categories' | 'today'> & { isPicked: boolean },
) {
  const text = inboxText(lang)
  const { next, isLate } = dueOf(one, today)
  const mark = caseMark(one.id)
  const isClosed = one.status === 'junk' || one.status === 'closed'
  return [
    <span className="pick" key="case">
      {!isClosed && (
        <input
          type="checkbox"
          name={`case-${one.id}`}
          value="on"
          aria-label={text.pick(mark)}
          defaultChecked={isPicked}
        />
      )}
      <a href={addressOf.office(lang, `protected/cases/${one.id}`)}>{text.caseName(mark)}</a>
    </span>,
    categories.find(({ key }) => key === one.category)?.[lang] ?? one.category,
    <span className="lines" key="state">
      <CaseState lang={lang} status={one.status} />
      {one.hasUnread && (
        <Chip state="review" icon="mail">
          {text.fresh}
        </Chip>
      )}
      {one.isHeld && (
        <Chip state="none" icon="locked">
          {text.held}
        </Chip>
      )}
    </span>,
    formatDay(one.receivedDay, lang),
    <span className="lines" key="due">
      {isLate && <Chip state="late">{text.late}</Chip>}
      {next === null ? text.noDue : text.dueBy(text.stages[next.stage], formatDay(next.day, lang))}
      {one.eraseDue !== null && !one.isHeld && daysAfter(today, ERASURE_WARNING_DAYS) >= one.eraseDue && (
        <Chip state="review" icon="warning">
          {text.erasedOn(formatDay(one.eraseDue, lang))}
        </Chip>
      )}
    </span>,
  ]
}
