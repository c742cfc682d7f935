import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { keepAttempt } from '../attempt.repo.server.ts'
import { callbackAddress, newBinding, stateOf } from '../oidc-binding.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { findProvider } from '../provider.repo.server.ts'
import { withOpenSecret } from '../provider-secret.server.ts'
import { isFresh } from '../session.domain.ts'
import type { SignInError } from '../sign-in.errors.ts'
import type { SignInTools } from '../sign-in-tools.server.ts'

export type StartOidc = Readonly<{
  providerId: string
  /** Where to go afterwards: an address of the office, or null. */
  to: string | null
  lang: 'th' | 'en'
  origin: string
  network: string
  /** Who links an account at the provider to themselves; null for who wants to come in. */
  linking: OwnSession | null
}>

export type StartedOidc = Readonly<{
  /** The address at the provider. */
  url: string
  /** For the cookie of this browser. */
  attemptToken: string
  labels: Readonly<{ th: string; en: string }>
}>

/** Begins signing in with a provider, or linking an account there; a provider that does not answer is said at once. */
export async function startOidc(
  ctx: Ctx,
  tools: SignInTools,
  input: StartOidc,
): Promise<Result<StartedOidc, SignInError>> {
  const { id: agencyId } = ctx.agency
  const wait = await tools.limits.take('network-start', `${agencyId} ${input.network}`)
  if (wait > 0) return err({ code: 'sign-in.too-many', wait })
  if (input.linking && !isFresh(input.linking.authenticatedAt, ctx.now()))
    return err({ code: 'session.not-fresh' })
  const kept = await withAgency(ctx.db, agencyId, (tx) =>
    findProvider(tx, { agencyId, id: input.providerId }),
  )
  if (!kept) return err({ code: 'oidc.unknown-provider' })
  const binding = newBinding()
  const provider = withOpenSecret(tools.seal, agencyId, kept)
  const attemptToken = await withAgency(ctx.db, agencyId, (tx) =>
    keepAttempt(tx, {
      agencyId,
      kind: 'oidc',
      detail: { provider: kept.id, ...binding, to: input.to, lang: input.lang },
      personId: input.linking?.person.id ?? null,
      now: ctx.now(),
    }),
  )
  const begun = await tools.oidc.begin(provider, {
    ...binding,
    redirectUri: callbackAddress(input.origin),
    state: stateOf(attemptToken),
  })
  if (!begun.ok) return err({ code: begun.error.code })
  return ok({ url: begun.value, attemptToken, labels: { th: kept.labelTh, en: kept.labelEn } })
}
