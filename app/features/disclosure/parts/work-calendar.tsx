import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import { Facts } from '../../../ui/facts.tsx'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { YearCalendar } from '../item-work.domain.ts'
import { centreText } from '../text/centre.ts'

/** The six days of a year, in the order in which they come. */
const CALENDAR_DAYS = [
  'submissionFrom',
  'submissionTo',
  'scoringFrom',
  'scoringTo',
  'clarificationFrom',
  'clarificationTo',
] as const

const calendarAsTyped = (calendar: YearCalendar): Readonly<Record<string, string>> =>
  Object.fromEntries(
    CALENDAR_DAYS.flatMap((name) => {
      const day = calendar[name]
      return day === null ? [] : [[name, dayAsTyped(day)]]
    }),
  )

type WorkCalendarProps = Readonly<{
  lang: Language
  calendar: YearCalendar
  version: number
  mayChange: boolean
  /** What was typed and is wrong; null: what stands. */
  form: FormView | null
}>

/** The days of the year; a form for those who may set them. */
export function WorkCalendar({ lang, calendar, version, mayChange, form }: WorkCalendarProps) {
  const text = centreText(lang)
  const isEmpty = CALENDAR_DAYS.every((name) => calendar[name] === null)
  const view = form ?? { values: calendarAsTyped(calendar), errors: {} }
  return (
    <section className="stack" aria-labelledby="calendar">
      <h2 id="calendar">{text.calendar}</h2>
      {!isEmpty && (
        <Facts
          rows={CALENDAR_DAYS.map((name) => {
            const day = calendar[name]
            return [text.days[name], day === null ? text.noDeadline : formatDay(day, lang)]
          })}
        />
      )}
      {mayChange && (
        <details className="fold" open={form !== null || isEmpty}>
          <summary>{text.saveCalendar}</summary>
          <form method="post" className="form">
            <input type="hidden" name="act" value="calendar" />
            <input type="hidden" name="seenVersion" value={view.values.seenVersion ?? version} />
            <p className="muted">{text.calendarLead}</p>
            <div className="work-days">
              {CALENDAR_DAYS.map((name) => (
                <TextField
                  key={name}
                  form={view}
                  name={name}
                  label={text.days[name]}
                  hint={text.dayHint}
                  autoComplete="off"
                />
              ))}
            </div>
            <div className="actions">
              <button type="submit" className="button primary">
                <Icon name="yes" />
                {text.saveCalendar}
              </button>
            </div>
          </form>
        </details>
      )}
    </section>
  )
}
