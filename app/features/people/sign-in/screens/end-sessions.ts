import { redirect } from 'react-router'
import { isUuid } from '../../../../kernel/uuid.ts'
import { addressOf, languageOf } from '../../../../web/addresses.ts'
import { officeOf } from '../../../../web/context.server.ts'
import { endOwnSessions, type WhichSessions } from '../usecases/end-session.server.ts'
import type { Route } from './+types/end-sessions'

export const loader = ({ request }: Route.LoaderArgs) =>
  redirect(addressOf.office(languageOf(new URL(request.url).pathname), 'account'), 303)

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx, signedIn } = await officeOf(context)
  const account = addressOf.office(lang, 'account')
  const which = readWhich(String((await request.formData()).get('session') ?? ''))
  if (!which) return redirect(`${account}?refused=session.unknown`, 303)
  const ended = await endOwnSessions(ctx, { signedIn, which })
  if (!ended.ok) return redirect(`${account}?refused=${ended.error.code}`, 303)
  if (which.kind === 'all') return redirect(`${addressOf.signIn(lang)}?signed-out=1`, 303)
  return redirect(`${account}?done=${which.kind === 'one' ? 'session-ended' : 'others-ended'}`, 303)
}

function readWhich(text: string): WhichSessions | null {
  if (text === 'others' || text === 'all') return { kind: text }
  return isUuid(text) ? { kind: 'one', sessionId: text } : null
}
