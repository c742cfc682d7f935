import type { Language } from '../../../i18n/language.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import { refusalPage } from '../../../web/refusal.server.ts'
import { type SignInErrorCode, signInErrorText } from './sign-in.errors.ts'

const MOST_BYTES = 65_536

/** What a script of ours sent; null for more than 64 KiB, for what is no JSON object, and where its size is not said. */
export async function sentJson(request: Request): Promise<Readonly<Record<string, unknown>> | null> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= MOST_BYTES)) return null
  const sent: unknown = await request.json().catch(() => null)
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent)
    ? (sent as Record<string, unknown>)
    : null
}

type Refused = Readonly<{ code: SignInErrorCode; wait?: number }> | PermissionRefusal

/** A refusal as the page's script says it: the sentence in the page's language. */
export function refusedJson(lang: Language, error: Refused): Response {
  // Everybody may add a way to sign in to themselves, and so may who asks to come in: no policy refuses either.
  if (error.code === 'permission.refused') throw new Error(`no policy guards this, and yet: ${error.act}`)
  const headers = error.wait ? { 'Retry-After': String(error.wait) } : {}
  return Response.json({ error: signInErrorText(error)[lang] }, { status: error.wait ? 429 : 422, headers })
}

/** For addresses that are only sent to. */
export const onlySent = (): Response => refusalPage(405, { Allow: 'POST' })
