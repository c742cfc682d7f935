import { languageOf } from '../../../../web/addresses.ts'
import { nameOf } from '../../../../web/app.server.ts'
import { officeOf, visitOf } from '../../../../web/context.server.ts'
import { attemptHeaders } from '../attempt-cookie.server.ts'
import { onlySent, refusedJson } from '../json-answer.server.ts'
import { startPasskeyRegistration } from '../usecases/start-passkey.server.ts'
import type { Route } from './+types/new-passkey-options'

export const loader = onlySent

/** Answers `{ options }` with which the browser makes a passkey. */
export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { agency, ctx, signedIn } = await officeOf(context)
  const started = await startPasskeyRegistration(ctx, {
    signedIn,
    origin: visitOf(context).origin,
    agencyName: nameOf(agency, lang),
  })
  if (!started.ok) return refusedJson(lang, started.error)
  const { options, attemptToken } = started.value
  return Response.json({ options }, { headers: attemptHeaders('passkey', ctx.agency.id, attemptToken) })
}
