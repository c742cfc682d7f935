import { thaiTime } from '../../../kernel/thai-day.ts'
import { officeOf } from '../../../web/context.server.ts'
import { refusalPage } from '../../../web/refusal.server.ts'
import { isSecretField } from '../../../web/secret-field.ts'
import { readDraft } from '../drafts/draft.domain.ts'
import { keepTypedDraft } from '../drafts/usecases/keep-draft.server.ts'
import type { Route } from './+types/drafts-keep'

/** Nothing of a draft may cost much before its size is known. */
const MOST_BYTES = 1024 * 1024

/** For a script alone. */
export const loader = () => refusalPage(405, { Allow: 'POST' })

/**
 * Keeps what a form holds (`SentDraft` as JSON). Answers `{ state: 'kept' | 'superseded', at: '10:32' }`; 409 when another
 * person has signed in since, 413 for more than is kept, 422 for what is no draft.
 */
export async function action({ context, request }: Route.ActionArgs) {
  const { ctx, signedIn } = await officeOf(context)
  if (!(Number(request.headers.get('content-length')) <= MOST_BYTES)) return answer('draft.too-large', 413)
  const sent: unknown = await request.json().catch(() => null)
  if (whoseIs(sent) !== signedIn.person.id) return answer('draft.of-another', 409)
  const draft = readDraft(sent, { now: ctx.now(), isSecret: isSecretField })
  if (!draft.ok) return answer(draft.error, draft.error === 'draft.too-large' ? 413 : 422)
  const state = await keepTypedDraft(ctx, draft.value)
  return Response.json({ state, at: thaiTime(draft.value.keptAt) })
}

const answer = (code: string, status: number): Response => Response.json({ code }, { status })

const whoseIs = (sent: unknown): unknown =>
  typeof sent === 'object' && sent !== null && 'personId' in sent ? sent.personId : null
