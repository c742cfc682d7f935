import { data, redirect } from 'react-router'
import { z } from 'zod'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { err, type Result } from '../../../kernel/result.ts'
import { buddhistYear, formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { EMPTY_FORM, ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { readForm, typedValues } from '../../../web/form.server.ts'
import { optionalDay, optionalText, refusedView } from '../../../web/form-fields.server.ts'
import { HOLIDAY_KINDS, KNOWN_YEARS, yearOfDay } from '../holidays/holiday.domain.ts'
import { holidayErrorText } from '../holidays/holiday.errors.ts'
import { findHolidayYear, holidaysKnownTo } from '../holidays/holidays.queries.server.ts'
import { HolidayForm } from '../holidays/parts/holiday-form.tsx'
import { holidaysPageText } from '../holidays/text/index.ts'
import { confirmHolidays } from '../holidays/usecases/confirm-holidays.server.ts'
import { removeHoliday } from '../holidays/usecases/remove-holiday.server.ts'
import { saveHoliday } from '../holidays/usecases/save-holiday.server.ts'
import { takeKnownHolidays } from '../holidays/usecases/take-known-holidays.server.ts'
import { PEOPLE_POLICY } from '../people.policy.ts'
import { pageRefused, permissionRefused } from '../permission-refused.server.ts'
import type { Route } from './+types/holidays-page'

const SCHEMA = z.object({
  day: optionalDay('holiday.day-unreadable'),
  nameTh: z.string({ error: 'holiday.no-name' }),
  nameEn: optionalText,
  kind: z.enum(HOLIDAY_KINDS).catch('holiday'),
})

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(PEOPLE_POLICY, 'holiday.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  const found = await findHolidayYear(ctx, yearAt(ctx, url))
  const asked = url.searchParams.get('day')
  return {
    lang: languageOf(url.pathname),
    ...found,
    thisYear: yearOfDay(thaiDay(ctx.now())),
    knownTo: await holidaysKnownTo(ctx),
    isKnown: KNOWN_YEARS.includes(found.year),
    chosen: found.holidays.find(({ day }) => day === asked) ?? null,
    isAdding: url.searchParams.get('add') === '1',
    done: url.searchParams.get('done'),
    kept: kept === null ? null : { values: typedValues(kept), errors: {} },
    mayChange: refusalOf(PEOPLE_POLICY, 'holiday.change', ctx.actor) === null,
  }
}

/** The calendar year (Buddhist era) that the address names; this year where it names none. */
const yearAt = (ctx: Ctx, { searchParams }: URL): number =>
  buddhistYear(searchParams.get('year') ?? '') ?? yearOfDay(thaiDay(ctx.now()))

type Refused = Readonly<{ faults: Readonly<Record<string, string>> }>

export async function action({ context, request }: Route.ActionArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const answer = await doneTo(ctx, sent, yearAt(ctx, url))
  if (answer.ok) {
    const { year, done } = answer.value
    throw redirect(`${addressOf.office(lang, 'holidays')}?year=${year}&done=${done}`, 303)
  }
  const { error } = answer
  if ('code' in error) throw await permissionRefused(ctx, error)
  const form = refusedView(lang, {
    values: typedValues([...sent]),
    faults: error.faults,
    sentence: holidayErrorText,
  })
  return data({ form, was: String(sent.get('was') ?? '') }, 422)
}

type Done = Result<
  Readonly<{ year: number; done: keyof ReturnType<typeof holidaysPageText>['done'] }>,
  Refused | PermissionRefusal
>

async function doneTo(ctx: Ctx, sent: FormData, year: number): Promise<Done> {
  const act = sent.get('act')
  const was = z.iso.date().safeParse(sent.get('was')).data ?? null
  if (act === 'confirm') return said(await confirmHolidays(ctx, { year }), { year, done: 'confirmed' })
  if (act === 'take') return said(await takeKnownHolidays(ctx, { year }), { year, done: 'taken' })
  if (act === 'remove')
    return was === null
      ? err({ faults: { '': 'holiday.unknown' } })
      : said(await removeHoliday(ctx, { day: was }), { year, done: 'removed' })
  const read = readForm(sent, SCHEMA)
  if (!read.ok) return err({ faults: read.error.faults })
  const { day, ...names } = read.value
  if (day === null) return err({ faults: { day: 'holiday.day-unreadable' } })
  const saved = await saveHoliday(ctx, { was, holiday: { day, ...names, nameTh: names.nameTh.trim() } })
  return said(saved, { year: yearOfDay(day), done: was === null ? 'added' : 'changed' })
}

const FIELDS: Readonly<Record<string, string>> = {
  'holiday.no-name': 'nameTh',
  'holiday.long-name': 'nameTh',
  'holiday.day-taken': 'day',
}

function said(
  result: Awaited<ReturnType<typeof saveHoliday>>,
  done: Extract<Done, { ok: true }>['value'],
): Done {
  if (result.ok) return { ok: true, value: done }
  const { error } = result
  return error.code === 'permission.refused'
    ? err(error)
    : err({ faults: { [FIELDS[error.code] ?? '']: error.code } })
}

export default function HolidaysScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, year, holidays, isOwn, years, mayChange, kept, done } = loaderData
  const text = holidaysPageText(lang)
  const form = actionData?.form ?? kept
  const was = actionData?.was ?? kept?.values.was
  const chosen = holidays.find(({ day }) => day === was) ?? loaderData.chosen
  const isAdding = loaderData.isAdding || (form !== null && chosen === null)
  const base = addressOf.office(lang, 'holidays')
  const here = `${base}?year=${year}`
  const notice =
    done !== null && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          mayChange &&
          !isAdding &&
          chosen === null && (
            <a className="button primary" href={`${here}&add=1`}>
              <Icon name="add" />
              {text.add}
            </a>
          )
        }
      />
      <div className="stack">
        {notice !== null && <Notice kind="done">{notice}</Notice>}
        {kept !== null && <Notice>{text.kept}</Notice>}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        <FilterChips
          label={text.years}
          choices={years.map((one) => ({
            label: String(one),
            to: `${base}?year=${one}`,
            isChosen: one === year,
          }))}
        />
        {loaderData.knownTo <= loaderData.thisYear && (
          <Notice kind="warning">{text.nextYearMissing(loaderData.knownTo)}</Notice>
        )}
        {mayChange && (isAdding || chosen !== null) && (
          <HolidayForm lang={lang} here={here} holiday={chosen} form={form} />
        )}
        {holidays.length === 0 ? (
          <>
            <Notice kind="warning">{text.noData(year)}</Notice>
            <div className="empty">
              <h2>{text.emptyTitle(year)}</h2>
              <p>{text.emptyBody}</p>
            </div>
          </>
        ) : (
          <Year {...loaderData} here={here} isOwn={isOwn} />
        )}
      </div>
    </>
  )
}

type YearProps = Pick<
  Route.ComponentProps['loaderData'],
  'lang' | 'year' | 'holidays' | 'isOwn' | 'isKnown' | 'mayChange'
> &
  Readonly<{ here: string }>

const CHIP_OF = { practice: 'none', unverified: 'review', confirmed: 'done' } as const

/** The list of a year, how certain it is, and what is done with it as a whole. */
function Year({ lang, year, holidays, isOwn, isKnown, mayChange, here }: YearProps) {
  const text = holidaysPageText(lang)
  const open = holidays.filter(({ certainty }) => certainty !== 'confirmed').length
  return (
    <section className="stack" aria-labelledby="year-title">
      <h2 id="year-title">{text.yearTitle(year)}</h2>
      {!isOwn && <Notice kind="warning">{text.known}</Notice>}
      <p>{open === 0 ? text.allConfirmed : text.unconfirmed(open)}</p>
      <DataTable
        caption={text.yearTitle(year)}
        columns={[
          { label: text.columns.day },
          { label: text.columns.name },
          { label: text.columns.kind },
          { label: text.columns.certainty },
          ...(mayChange ? [{ label: text.columns.act, look: 'do' as const, isHidden: true }] : []),
        ]}
        rows={holidays.map(({ day, nameTh, nameEn, kind, certainty }) => ({
          key: day,
          cells: [
            formatDay(day, lang),
            lang === 'en' && nameEn !== null ? (
              nameEn
            ) : (
              <span key="name" lang="th">
                {nameTh}
              </span>
            ),
            text.kinds[kind],
            <Chip key="certainty" state={CHIP_OF[certainty]}>
              {text.certainty[certainty]}
            </Chip>,
            ...(mayChange
              ? [
                  <a
                    key="change"
                    href={`${here}&day=${day}`}
                    aria-label={text.changeOf(nameTh, formatDay(day, lang))}
                  >
                    {text.change}
                  </a>,
                ]
              : []),
          ],
        }))}
      />
      <p className="muted small">{text.certaintyNote}</p>
      {mayChange && (
        <div className="actions">
          {open > 0 && (
            <form method="post" action={here}>
              <button type="submit" className="button" name="act" value="confirm">
                <Icon name="yes" />
                {text.confirm}
              </button>
            </form>
          )}
          {isOwn && isKnown && (
            <Confirm label={text.take}>
              <p>{text.takeSure}</p>
              <form method="post" action={here}>
                <button type="submit" className="button danger" name="act" value="take">
                  {text.take}
                </button>
              </form>
            </Confirm>
          )}
        </div>
      )}
    </section>
  )
}
