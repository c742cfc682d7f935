import { languageOf } from '../../../../web/addresses.ts'
import { officeOf } from '../../../../web/context.server.ts'
import { accountWith, toAccount } from '../account-return.server.ts'
import { removeOwnPasskey } from '../usecases/remove-passkey.server.ts'
import type { Route } from './+types/remove-passkey'

export const loader = toAccount

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx, signedIn } = await officeOf(context)
  const form = await request.formData()
  const removed = await removeOwnPasskey(ctx, { signedIn, passkeyId: String(form.get('passkey') ?? '') })
  return accountWith(lang, removed.ok ? { done: 'passkey-removed' } : { refused: removed.error.code })
}
