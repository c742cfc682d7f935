import { redirect } from 'react-router'
import { agencyOf, visitOf } from '../../../../web/context.server.ts'
import { accountWith } from '../account-return.server.ts'
import { broughtAttempt, withoutAttempt } from '../attempt-cookie.server.ts'
import { cameIn, comingFrom } from '../came-in.server.ts'
import { refusedAddress } from '../oidc-refused.server.ts'
import { signInContext } from '../sign-in-context.server.ts'
import { finishOidc } from '../usecases/finish-oidc.server.ts'
import type { Route } from './+types/oidc-callback'

/** Where a provider sends the browser back to. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { ctx } = await agencyOf(context)
  const { to, lang, isLinking, result } = await finishOidc(ctx, context.get(signInContext), {
    attemptToken: broughtAttempt(request, 'oidc', ctx.agency.id),
    search: new URL(request.url).search,
    origin: visit.origin,
    browser: comingFrom(visit).browser,
    current: visit.signedIn,
  })
  if (!result.ok) {
    const isOwnAccount = isLinking && visit.signedIn !== null
    return withoutAttempt(
      isOwnAccount
        ? accountWith(lang, { refused: result.error.code })
        : redirect(refusedAddress(lang, to, result.error), 303),
      'oidc',
    )
  }
  const answer =
    result.value === null
      ? accountWith(lang, { done: 'identity-linked' })
      : cameIn({ agencyId: ctx.agency.id, lang, to }, result.value)
  return withoutAttempt(answer, 'oidc')
}
