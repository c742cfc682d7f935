import { languageOf } from '../../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../../web/context.server.ts'
import { accountAfter } from '../account-return.server.ts'
import { broughtAttempt, withoutAttempt } from '../attempt-cookie.server.ts'
import { comingFrom, sessionHeaders } from '../came-in.server.ts'
import { onlySent, refusedJson, sentJson } from '../json-answer.server.ts'
import { addPasskey } from '../usecases/add-passkey.server.ts'
import type { Route } from './+types/add-passkey'

export const loader = onlySent

/** Takes `{ answer, label }` and answers `{ to }`. */
export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const visit = visitOf(context)
  const { ctx, signedIn } = await officeOf(context)
  const sent = await sentJson(request)
  const added = await addPasskey(ctx, {
    signedIn,
    attemptToken: broughtAttempt(request, 'passkey', ctx.agency.id),
    answer: sent?.answer,
    label: typeof sent?.label === 'string' ? sent.label : '',
    origin: visit.origin,
    browser: comingFrom(visit).browser,
  })
  if (!added.ok) return withoutAttempt(refusedJson(lang, added.error), 'passkey')
  const headers = added.value ? sessionHeaders(ctx.agency.id, added.value) : new Headers()
  const to = accountAfter(lang, 'passkey-added')
  return withoutAttempt(Response.json({ to }, { headers }), 'passkey')
}
