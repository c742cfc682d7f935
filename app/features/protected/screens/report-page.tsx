import { data } from 'react-router'
import { addressOf } from '../../../web/addresses.ts'
import { limitOf } from '../channel/channel-limits.server.ts'
import { faultText } from '../parts/report-faults.ts'
import { ReportForm } from '../parts/report-form.tsx'
import { ReportReview } from '../parts/report-review.tsx'
import { createFormSecrets } from '../reporting/form-secret.server.ts'
import { checkReport, readReport } from '../reporting/report-form.domain.ts'
import { termsOf } from '../reporting/report-terms.ts'
import { channelViewOf, reporterVisit } from '../reporting/reporter-visit.server.ts'
import { readSent } from '../reporting/sent-form.server.ts'
import { channelPageText, reportFormText } from '../text/reporting.ts'
import type { Route } from './+types/report-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = await reporterVisit(context, request)
  const view = await channelViewOf(visit)
  if (!visit.isSent && view === null) throw data(null, 503)
  const { lang, channel, isStaffNetwork } = visit
  return {
    lang,
    isStaffNetwork,
    terms: view && termsOf(view, lang),
    fresh: !visit.isSent ? createFormSecrets(channel.pepper, () => new Date()).issue() : '',
    mostBytes: channel.mostBytes,
    free: limitOf('send').free,
  }
}

/** Shows what was written once more, or the form with it again. Nothing is kept. */
export async function action({ context, request }: Route.ActionArgs) {
  const visit = await reporterVisit(context, request)
  const sent = await readSent(request)
  const report = readReport(sent.fields)
  const isChanging = sent.fields.some(([name, value]) => name === 'step' && value === 'change')
  const view = await channelViewOf(visit)
  const terms = view && termsOf(view, visit.lang)
  const faults = terms ? checkReport(report, terms) : []
  const answer = {
    report,
    formSecret: sent.fields.findLast(([name]) => name === 'formSecret')?.[1] ?? '',
    isChanging: isChanging || sent.fault !== null || faults.length > 0,
    errors: isChanging
      ? {}
      : Object.fromEntries(faults.map((fault) => [fault.field, faultText(fault, visit.lang)])),
    away: terms === null,
  }
  if (terms === null) return data(answer, 503)
  return data(answer, answer.isChanging && !isChanging ? 422 : 200)
}

const NOTHING = readReport([])

export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, terms } = loaderData
  const words = reportFormText(lang)
  const isReview = actionData !== undefined && (terms === null || !actionData.isChanging)
  const title = isReview ? words.review.title : words.form.title
  return (
    <>
      <title>{title}</title>
      <h1>{title}</h1>
      {loaderData.isStaffNetwork && <p className="notice warning">{channelPageText(lang).staffNetwork}</p>}
      {isReview ? (
        <ReportReview
          lang={lang}
          terms={terms}
          report={actionData.report}
          formSecret={actionData.formSecret}
          mostBytes={loaderData.mostBytes}
          free={loaderData.free}
          errors={actionData.away ? [words.faults.away] : []}
          hadFiles={false}
        />
      ) : terms === null || (!terms.isOpen && !actionData) ? (
        <>
          <p className="notice warning">{channelPageText(lang).closed}</p>
          <p>
            <a href={addressOf.sitePage(lang, 'whistleblow')}>{channelPageText(lang).title}</a>
          </p>
        </>
      ) : (
        <>
          <p className="lead">{words.form.lead}</p>
          <ReportForm
            lang={lang}
            terms={terms}
            report={actionData?.report ?? NOTHING}
            errors={actionData?.errors ?? {}}
            formSecret={actionData?.formSecret || loaderData.fresh}
          />
        </>
      )}
    </>
  )
}
