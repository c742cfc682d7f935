import { redirect } from 'react-router'
import { addressOf, languageOf } from '../../../../web/addresses.ts'
import { agencyOf, visitOf } from '../../../../web/context.server.ts'
import { clearCookie } from '../../../../web/visit-cookies.ts'
import { endOwnSessions } from '../usecases/end-session.server.ts'
import type { Route } from './+types/sign-out'

/** Nothing to see here: signing out is sent, never only visited, so that no picture on another page can do it. */
export const loader = ({ request }: Route.LoaderArgs) =>
  redirect(addressOf.office(languageOf(new URL(request.url).pathname)), 303)

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { signedIn } = visitOf(context)
  const { ctx } = await agencyOf(context)
  if (signedIn) await endOwnSessions({ ...ctx, actor: signedIn.actor }, { signedIn, which: { kind: 'this' } })
  return redirect(`${addressOf.signIn(lang)}?signed-out=1`, {
    status: 303,
    headers: { 'Set-Cookie': clearCookie('session') },
  })
}
