import { data, redirect } from 'react-router'
import { formatDay } from '../../../kernel/thai-date.ts'
import { addressOf } from '../../../web/addresses.ts'
import { limitOf } from '../channel/channel-limits.server.ts'
import { ReceiptSheet } from '../parts/receipt-sheet.tsx'
import { faultText, sendFaultText } from '../parts/report-faults.ts'
import { ReportReview } from '../parts/report-review.tsx'
import { createFormSecrets } from '../reporting/form-secret.server.ts'
import { termsOf } from '../reporting/report-terms.ts'
import { channelViewOf, type ReporterVisit, reporterVisit } from '../reporting/reporter-visit.server.ts'
import { type SendRefusal, type SentReport, sendReport } from '../reporting/send-report.server.ts'
import { reportFormText } from '../text/reporting.ts'
import type { Route } from './+types/report-send'

/** Whoever opens what one sends to is led to the form. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { lang, isSent } = await reporterVisit(context, request)
  if (!isSent) throw redirect(addressOf.reporting(lang, 'report'))
  return { lang }
}

const STATUS: Partial<Record<SendRefusal['code'], number>> = {
  busy: 503,
  away: 503,
  storage: 503,
  'too-large': 413,
  'too-many': 413,
  wait: 429,
  broken: 400,
}

/** Takes a report and answers with its receipt itself: nothing is kept from which the page could be shown once more. */
export async function action({ context, request }: Route.ActionArgs) {
  const visit = await reporterVisit(context, request)
  const sent = await sendReport(visit, request)
  const shown = shownOf(visit, sent)
  if (sent.kind !== 'refused') return { ...shown, terms: null, formSecret: '' }
  const view = await channelViewOf(visit)
  const { why } = sent
  return data(
    {
      ...shown,
      terms: view && termsOf(view, visit.lang),
      formSecret: sent.formSecret ?? createFormSecrets(visit.channel.pepper, () => new Date()).issue(),
    },
    {
      status: STATUS[why.code] ?? 422,
      headers: why.code === 'wait' ? { 'Retry-After': String(why.minutes * 60) } : {},
    },
  )
}

const shownOf = ({ lang, channel }: ReporterVisit, sent: SentReport) => ({
  sent,
  mostBytes: channel.mostBytes,
  free: limitOf('send').free,
  due:
    sent.kind === 'kept'
      ? { acknowledge: formatDay(sent.due.acknowledge, lang), answer: formatDay(sent.due.answer, lang) }
      : null,
})

/** React Router keeps headers of an action's data only where the screen says so. */
export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders

export default function ReportSend({ loaderData: { lang }, actionData }: Route.ComponentProps) {
  const words = reportFormText(lang)
  if (!actionData) return null
  const { sent } = actionData
  if (sent.kind === 'refused')
    return (
      <>
        <title>{words.review.title}</title>
        <h1>{words.review.title}</h1>
        <ReportReview
          lang={lang}
          terms={actionData.terms}
          report={sent.report}
          formSecret={actionData.formSecret}
          mostBytes={actionData.mostBytes}
          free={actionData.free}
          errors={wordsOf(sent.why, actionData.mostBytes, lang)}
          hadFiles={sent.hadFiles}
        />
      </>
    )
  const text = words.receipt
  return (
    <>
      <title>{text.title}</title>
      <h1>{text.title}</h1>
      {sent.kind === 'again' && <p className="notice">{text.again}</p>}
      {sent.kind === 'again' && sent.isOther && (
        <div className="notice warning">
          <p>{text.changed}</p>
          <textarea readOnly rows={8} aria-label={text.changed} value={sent.report.what} />
        </div>
      )}
      <p className="lead">{text.lead}</p>
      <ReceiptSheet lang={lang} receipt={sent.receipt} />
      {sent.kind === 'kept' && <p>{text.kept(sent.files)}</p>}
      {actionData.due && <p>{text.due(actionData.due.acknowledge, actionData.due.answer)}</p>}
      <p>{text.close}</p>
      <p className="actions">
        <a className="button" href={addressOf.reporting(lang, 'return')}>
          {text.toReturn}
        </a>
      </p>
    </>
  )
}

function wordsOf(why: SendRefusal, mostBytes: number, lang: 'th' | 'en'): readonly string[] {
  if (why.code === 'faults') return why.faults.map((fault) => faultText(fault, lang))
  return [sendFaultText(why, mostBytes, lang)]
}
