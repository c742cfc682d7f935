import { languageOf } from '../../../../web/addresses.ts'
import { officeOf } from '../../../../web/context.server.ts'
import { accountWith, toAccount } from '../account-return.server.ts'
import { removeOwnTotp } from '../usecases/remove-totp.server.ts'
import type { Route } from './+types/totp-remove'

export const loader = toAccount

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx, signedIn } = await officeOf(context)
  const removed = await removeOwnTotp(ctx, { signedIn })
  return accountWith(lang, removed.ok ? { done: 'totp-removed' } : { refused: removed.error.code })
}
