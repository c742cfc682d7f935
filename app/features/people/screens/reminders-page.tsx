import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import '../../../ui/office-drafts.css'
import { Confirm } from '../../../ui/confirm.tsx'
import { CheckField, ErrorSummary, type FormView, SelectField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { permissionRefused } from '../permission-refused.server.ts'
import {
  calendarAddress,
  type ReminderSetting,
  typedDaysBefore,
  typedHour,
} from '../reminders/reminder.domain.ts'
import { findReminders } from '../reminders/reminders.queries.server.ts'
import { remindersText } from '../reminders/text/index.ts'
import { changeReminders } from '../reminders/usecases/change-reminders.server.ts'
import { removeCalendar } from '../reminders/usecases/remove-calendar.server.ts'
import { renewCalendar } from '../reminders/usecases/renew-calendar.server.ts'
import type { Route } from './+types/reminders-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx, signedIn } = await officeOf(context)
  const { setting, hasCalendar } = await findReminders(ctx)
  const { kept } = visitOf(context)
  return {
    lang: languageOf(pathname),
    values: kept === null ? valuesOf(setting) : typedValues(kept),
    hasCalendar,
    hasEmail: signedIn.person.email !== null,
    isMailOn: appOf(context).isMailOn,
    done: searchParams.get('done'),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx, signedIn } = await officeOf(context)
  const personId = signedIn.person.id
  const sent = await request.formData()
  const here = addressOf.office(lang, 'account/reminders')
  if (sent.get('act') === 'renew') {
    const renewed = await renewCalendar(ctx, { personId })
    if (!renewed.ok) throw await permissionRefused(ctx, renewed.error)
    return data({ form: null, address: calendarAddress(visitOf(context).origin, renewed.value.secret) })
  }
  if (sent.get('act') === 'remove') {
    const removed = await removeCalendar(ctx, { personId })
    if (!removed.ok) throw await permissionRefused(ctx, removed.error)
    throw redirect(`${here}?done=removed`, 303)
  }
  const read = readSetting(sent, lang)
  if ('errors' in read) {
    const form: FormView = { values: typedValues([...sent]), errors: read.errors }
    return data({ form, address: null }, 422)
  }
  const changed = await changeReminders(ctx, { personId, setting: read })
  if (!changed.ok) throw await permissionRefused(ctx, changed.error)
  throw redirect(`${here}?done=${changed.value ? 'saved' : 'same'}`, 303)
}

const valuesOf = (setting: ReminderSetting) => ({
  isOn: setting.isOn ? 'on' : '',
  digestHour: String(setting.digestHour),
  daysBefore: String(setting.daysBefore),
  hasShortcuts: setting.hasShortcuts ? 'on' : '',
})

function readSetting(sent: FormData, lang: Language): ReminderSetting | Pick<FormView, 'errors'> {
  const text = remindersText(lang)
  const digestHour = typedHour(String(sent.get('digestHour') ?? ''))
  const daysBefore = typedDaysBefore(String(sent.get('daysBefore') ?? ''))
  if (digestHour !== null && daysBefore !== null)
    return {
      isOn: sent.get('isOn') === 'on',
      digestHour,
      daysBefore,
      hasShortcuts: sent.get('hasShortcuts') === 'on',
    }
  return {
    errors: {
      ...(digestHour === null && { digestHour: text.badHour }),
      ...(daysBefore === null && { daysBefore: text.badDays }),
    },
  }
}

export default function RemindersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, values, hasEmail, isMailOn, done } = loaderData
  const text = remindersText(lang)
  const form = actionData?.form ?? { values, errors: {} }
  const address = actionData?.address ?? null
  const said = address === null ? done : 'made'
  const calendar = <Calendar lang={lang} hasCalendar={loaderData.hasCalendar} address={address} />
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {said !== null && Object.hasOwn(text.done, said) && (
          <Notice kind="done">{text.done[said as keyof typeof text.done]}</Notice>
        )}
        {/* An address that is shown once stands first. */}
        {address !== null && calendar}
        <ErrorSummary form={form} title={text.errorTitle} />
        {!hasEmail && <Notice kind="warning">{text.noEmail}</Notice>}
        {hasEmail && !isMailOn && <Notice>{text.mailOff}</Notice>}
        <form method="post" className="form">
          <h2>{text.digest}</h2>
          <CheckField form={form} name="isOn" label={text.isOn} hint={text.isOnHint} />
          <SelectField form={form} name="digestHour" label={text.hour} choices={hoursOf(lang)} />
          <TextField
            form={form}
            name="daysBefore"
            label={text.days}
            hint={text.daysHint}
            inputMode="numeric"
            autoComplete="off"
          />
          <h2>{text.keyboard}</h2>
          <CheckField form={form} name="hasShortcuts" label={text.shortcuts} hint={text.shortcutsHint} />
          <div className="actions">
            <button type="submit" className="button primary" name="act" value="save">
              <Icon name="yes" />
              {text.save}
            </button>
          </div>
        </form>
        {address === null && calendar}
      </div>
    </>
  )
}

const hoursOf = (lang: Language) =>
  Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: remindersText(lang).hourOf(String(hour).padStart(2, '0')),
  }))

type CalendarProps = Readonly<{ lang: Language; hasCalendar: boolean; address: string | null }>

function Calendar({ lang, hasCalendar, address }: CalendarProps) {
  const text = remindersText(lang)
  return (
    <section className="card form" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{text.calendar}</h2>
      <p>{text.calendarLead}</p>
      {address !== null && (
        <div className="field calendar-address">
          <label htmlFor="calendar-address">{text.address}</label>
          <span className="hint" id="calendar-hint">
            {text.addressHint}
          </span>
          <input
            id="calendar-address"
            type="url"
            readOnly
            value={address}
            aria-describedby="calendar-hint"
            autoComplete="off"
          />
        </div>
      )}
      {address === null && <p>{hasCalendar ? text.calendarThere : text.calendarNone}</p>}
      {hasCalendar ? (
        <div className="actions">
          <Confirm label={text.renew}>
            <p>{text.renewSure}</p>
            <Act act="renew" label={text.renew} look="button primary" />
          </Confirm>
          <Confirm label={text.remove}>
            <p>{text.removeSure}</p>
            <Act act="remove" label={text.remove} look="button danger" />
          </Confirm>
        </div>
      ) : (
        <Act act="renew" label={text.make} look="button" />
      )}
    </section>
  )
}

const Act = ({ act, label, look }: { act: string; label: string; look: string }) => (
  <form method="post">
    <button type="submit" className={look} name="act" value={act}>
      <Icon name={act === 'remove' ? 'remove' : 'calendar'} />
      {label}
    </button>
  </form>
)
