import { languageOf } from '../../../../web/addresses.ts'
import { agencyOf, visitOf } from '../../../../web/context.server.ts'
import { attemptHeaders } from '../attempt-cookie.server.ts'
import { onlySent, refusedJson } from '../json-answer.server.ts'
import { signInContext } from '../sign-in-context.server.ts'
import { startPasskeySignIn } from '../usecases/start-passkey.server.ts'
import type { Route } from './+types/passkey-options'

export const loader = onlySent

/** Answers `{ options }` for the browser's authenticator. */
export async function action({ context, request }: Route.ActionArgs) {
  const { origin, network } = visitOf(context)
  const { ctx } = await agencyOf(context)
  const started = await startPasskeySignIn(ctx, context.get(signInContext), { origin, network })
  if (!started.ok) return refusedJson(languageOf(new URL(request.url).pathname), started.error)
  const { options, attemptToken } = started.value
  return Response.json({ options }, { headers: attemptHeaders('passkey', ctx.agency.id, attemptToken) })
}
