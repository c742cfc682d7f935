import { redirect } from 'react-router'
import { addressOf, languageOf } from '../../../../web/addresses.ts'
import { officeOf } from '../../../../web/context.server.ts'
import { removeOwnTotp } from '../usecases/remove-totp.server.ts'
import type { Route } from './+types/totp-remove'

export const loader = ({ request }: Route.LoaderArgs) =>
  redirect(addressOf.office(languageOf(new URL(request.url).pathname), 'account'), 303)

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx, signedIn } = await officeOf(context)
  const account = addressOf.office(lang, 'account')
  const removed = await removeOwnTotp(ctx, { signedIn })
  if (removed.ok) return redirect(`${account}?done=totp-removed`, 303)
  return redirect(
    removed.error.code === 'session.not-fresh'
      ? `${addressOf.signIn(lang, account)}&again=1`
      : `${account}?refused=${removed.error.code}`,
    303,
  )
}
