import { data, redirect } from 'react-router'
import { isUuid } from '../../../../kernel/uuid.ts'
import { addressOf, languageOf } from '../../../../web/addresses.ts'
import { officeOf } from '../../../../web/context.server.ts'
import { permissionRefused } from '../../permission-refused.server.ts'
import { endSessionsOf } from '../usecases/end-sessions-of.server.ts'
import { resetSecondFactor } from '../usecases/reset-second-factor.server.ts'
import type { Route } from './+types/person-sign-in'

export const loader = ({ request, params }: Route.LoaderArgs) =>
  redirect(addressOf.office(languageOf(new URL(request.url).pathname), `people/${params.person}`), 303)

/** What an administrator does for somebody who lost a device: `act` is `reset` (second factor) or `end` (sessions). */
export async function action({ context, request, params: { person } }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  if (!isUuid(person)) throw data(null, 404)
  const isReset = (await request.formData()).get('act') === 'reset'
  const done = await (isReset ? resetSecondFactor : endSessionsOf)(ctx, { personId: person })
  if (!done.ok && done.error.code === 'permission.refused') throw await permissionRefused(ctx, done.error)
  if (!done.ok) throw data(null, 404)
  const code = isReset ? 'second-factor-reset' : 'sessions-ended'
  return redirect(`${addressOf.office(lang, `people/${person}`)}?done=${code}`, 303)
}
