import { addressOf, languageOf, ownAddress } from '../../../../web/addresses.ts'
import { agencyOf, visitOf } from '../../../../web/context.server.ts'
import { broughtAttempt, withoutAttempt } from '../attempt-cookie.server.ts'
import { comingFrom, sessionHeaders } from '../came-in.server.ts'
import { onlySent, refusedJson, sentJson } from '../json-answer.server.ts'
import { signInWithPasskey } from '../usecases/sign-in-with-passkey.server.ts'
import type { Route } from './+types/passkey-verify'

export const loader = onlySent

/** Takes `{ answer, to }` and answers `{ to }`: where the browser goes with its new session. */
export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const visit = visitOf(context)
  const { ctx } = await agencyOf(context)
  const sent = await sentJson(request)
  const opened = await signInWithPasskey(ctx, {
    attemptToken: broughtAttempt(request, 'passkey', ctx.agency.id),
    answer: sent?.answer,
    origin: visit.origin,
    browser: comingFrom(visit).browser,
    current: visit.signedIn,
  })
  if (!opened.ok) return withoutAttempt(refusedJson(lang, opened.error), 'passkey')
  const to = ownAddress(typeof sent?.to === 'string' ? sent.to : null) ?? addressOf.office(lang)
  const headers = sessionHeaders(ctx.agency.id, opened.value)
  return withoutAttempt(Response.json({ to }, { headers }), 'passkey')
}
