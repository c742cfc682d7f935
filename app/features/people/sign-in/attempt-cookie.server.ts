import { clearCookie, readCookie, setCookie } from '../../../web/visit-cookies.ts'

type AttemptCookie = 'oidc' | 'passkey'

/** The secret of an attempt that this browser began; null where it began none, or brought one that is not ours. */
export function broughtAttempt(request: Request, name: AttemptCookie, agencyId: string): string | null {
  const brought = readCookie(request.headers.get('cookie'), name, agencyId)
  return brought.state === 'own' ? brought.token : null
}

export const attemptHeaders = (name: AttemptCookie, agencyId: string, token: string) => ({
  'Set-Cookie': setCookie(name, agencyId, token),
})

/** The answer with the cookie of its attempt taken away: it was good once. */
export function withoutAttempt(answer: Response, name: AttemptCookie): Response {
  answer.headers.append('Set-Cookie', clearCookie(name))
  return answer
}
