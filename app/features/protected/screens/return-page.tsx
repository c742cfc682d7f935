import { data, redirect } from 'react-router'
import { addressOf } from '../../../web/addresses.ts'
import { type OpenRefusal, openReport } from '../reporting/open-report.server.ts'
import { readReporterCookie, reporterCookie } from '../reporting/reporter-cookie.ts'
import { reporterVisit } from '../reporting/reporter-visit.server.ts'
import { readSent } from '../reporting/sent-form.server.ts'
import { channelPageText, type ThreadText, threadText } from '../text/reporting.ts'
import type { Route } from './+types/return-page'

const SAID = ['ended', 'over'] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const { lang, isStaffNetwork, channel } = await reporterVisit(context, request)
  const said = new URL(request.url).searchParams.get('said')
  const isOpen = channel.sessions.reporters.find(readReporterCookie(request)) !== null
  return { lang, isStaffNetwork, isOpen, said: SAID.find((one) => one === said) ?? null }
}

const STATUS: Partial<Record<OpenRefusal['code'], number>> = { busy: 503, away: 503, wait: 429 }

/** The digits, and only then a cookie. */
export async function action({ context, request }: Route.ActionArgs) {
  const visit = await reporterVisit(context, request)
  const { fields } = await readSent(request)
  const typed = fields.findLast(([name]) => name === 'receipt')?.[1] ?? ''
  const opened = await openReport(visit, typed)
  if (opened.ok)
    throw redirect(addressOf.reporting(visit.lang, 'thread'), {
      status: 303,
      headers: { 'Set-Cookie': reporterCookie(opened.value.session) },
    })
  const { error } = opened
  return data({ typed, error }, { status: STATUS[error.code] ?? 422 })
}

function faultText(fault: OpenRefusal, { faults }: ThreadText['return']): string {
  switch (fault.code) {
    case 'length':
      return faults.length(fault.count)
    case 'check-digit':
      return faults.checkDigit
    case 'wait':
      return faults.wait(fault.minutes)
    default:
      return faults[fault.code]
  }
}

export default function ReturnPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, said, isOpen } = loaderData
  const text = threadText(lang).return
  const fault = actionData && faultText(actionData.error, text)
  return (
    <>
      <title>{text.title}</title>
      <h1>{text.title}</h1>
      {loaderData.isStaffNetwork && <p className="notice warning">{channelPageText(lang).staffNetwork}</p>}
      {said !== null && !actionData && (
        <p className="notice" role="status">
          {text[said]}
        </p>
      )}
      {isOpen && (
        <p>
          <a href={addressOf.reporting(lang, 'thread')}>{threadText(lang).thread.title}</a>
        </p>
      )}
      <p className="lead">{text.lead}</p>
      <form method="post" action={addressOf.reporting(lang, 'return')} autoComplete="off">
        <div className={fault === undefined ? 'field' : 'field invalid'}>
          <label htmlFor="receipt">{text.label}</label>
          {fault !== undefined && (
            <span className="error" id="receipt-error" role="alert">
              {fault}
            </span>
          )}
          <input
            className="code-input"
            id="receipt"
            name="receipt"
            inputMode="numeric"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={100}
            defaultValue={actionData?.typed}
            aria-invalid={fault === undefined ? undefined : true}
            aria-describedby={fault === undefined ? undefined : 'receipt-error'}
          />
        </div>
        <p className="actions">
          <button type="submit" className="primary">
            {text.open}
          </button>
        </p>
      </form>
      <p className="muted">{text.cookie}</p>
      <p className="muted">{text.lost}</p>
    </>
  )
}
