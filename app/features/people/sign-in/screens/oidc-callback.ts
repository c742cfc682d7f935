import { redirect } from 'react-router'
import { agencyOf, visitOf } from '../../../../web/context.server.ts'
import { accountWith } from '../account-return.server.ts'
import { broughtAttempt, withoutAttempt } from '../attempt-cookie.server.ts'
import { cameIn, comingFrom } from '../came-in.server.ts'
import { refusedAddress } from '../oidc-refused.server.ts'
import { signInContext } from '../sign-in-context.server.ts'
import { type FinishedOidc, finishOidc } from '../usecases/finish-oidc.server.ts'
import type { Route } from './+types/oidc-callback'

/** Where a provider sends the browser back to. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { ctx } = await agencyOf(context)
  const finished = await finishOidc(ctx, context.get(signInContext), {
    attemptToken: broughtAttempt(request, 'oidc', ctx.agency.id),
    search: new URL(request.url).search,
    origin: visit.origin,
    browser: comingFrom(visit).browser,
    current: visit.signedIn,
  })
  const answer = answerTo(finished, { agencyId: ctx.agency.id, isSignedIn: visit.signedIn !== null })
  // A strange answer, which anybody can make a browser bring, leaves the sign-in that is under way alone.
  return finished.isUsedUp ? withoutAttempt(answer, 'oidc') : answer
}

function answerTo(
  { to, lang, isLinking, result }: FinishedOidc,
  { agencyId, isSignedIn }: { agencyId: string; isSignedIn: boolean },
): Response {
  if (!result.ok)
    return isLinking && isSignedIn
      ? accountWith(lang, { refused: result.error.code })
      : redirect(refusedAddress(lang, to, result.error), 303)
  return result.value === null
    ? accountWith(lang, { done: 'identity-linked' })
    : cameIn({ agencyId, lang, to }, result.value)
}
