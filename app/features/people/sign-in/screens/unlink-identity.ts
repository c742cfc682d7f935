import { languageOf } from '../../../../web/addresses.ts'
import { officeOf } from '../../../../web/context.server.ts'
import { accountWith, toAccount } from '../account-return.server.ts'
import { unlinkIdentity } from '../usecases/unlink-identity.server.ts'
import type { Route } from './+types/unlink-identity'

export const loader = toAccount

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx, signedIn } = await officeOf(context)
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '')
  const unlinked = await unlinkIdentity(ctx, { signedIn, issuer: typed('issuer'), subject: typed('subject') })
  return accountWith(lang, unlinked.ok ? { done: 'identity-unlinked' } : { refused: unlinked.error.code })
}
