import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { approvalsErrorText, isApprovalsErrorCode } from '../approvals.errors.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { mattersContext } from '../matter-source.server.ts'
import { ResolutionView } from '../resolutions/parts/resolution-view.tsx'
import { findResolutionPage } from '../resolutions/resolution-page.queries.server.ts'
import { withdrawResolution } from '../resolutions/usecases/withdraw-resolution.server.ts'
import type { Route } from './+types/resolution-page'

export async function loader({ context, request, params: { resolutionId } }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const sources = context.get(mattersContext)
  const page = await findResolutionPage(ctx, sources, resolutionId)
  if (!page) throw data(null, 404)
  const { kept } = visitOf(context)
  const { matter } = page
  return {
    lang,
    page,
    today: thaiDay(ctx.now()),
    done: searchParams.get('done'),
    mayWithdraw: refusalOf(APPROVALS_POLICY, 'resolution.withdraw', ctx.actor) === null,
    workedOn: matter === null ? null : (sources[matter.kind]?.part(matter.key) ?? null),
    kept: kept === null ? null : typedValues(kept),
  }
}

export async function action({ context, request, params: { resolutionId } }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const values = typedValues([...(await request.formData())])
  const done = await withdrawResolution(ctx, { resolutionId, reason: values.reason ?? '' })
  if (done.ok) throw redirect(`${addressOf.office(lang, `resolutions/${resolutionId}`)}?done=withdrawn`, 303)
  const { error } = done
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'resolution.unknown') throw data(null, 404)
  const field = error.code === 'resolution.withdrawn' ? '' : 'reason'
  return data(
    refusedView(lang, {
      values,
      faults: { [field]: error.code },
      sentence: (code) => (isApprovalsErrorCode(code) ? approvalsErrorText(code) : { th: code, en: code }),
    }),
    422,
  )
}

export default function ResolutionScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { kept, ...shown } = loaderData
  return (
    <ResolutionView
      {...shown}
      isKept={kept !== null && !actionData}
      form={actionData ?? (kept === null ? null : { values: kept, errors: {} })}
    />
  )
}
