import { randomUUID } from 'node:crypto'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { callbackAddress, newBinding, stateOf } from '../oidc-binding.server.ts'
import { readIssuer } from '../oidc-client.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { findProvider, type KeptProvider, saveProvider as save } from '../provider.repo.server.ts'
import { sealClientSecret, withOpenSecret } from '../provider-secret.server.ts'
import { isFresh } from '../session.domain.ts'
import type { SignInError } from '../sign-in.errors.ts'
import type { SignInTools } from '../sign-in-tools.server.ts'

export type SaveProvider = Readonly<{
  signedIn: OwnSession
  /** Null for a new one. */
  id: string | null
  labelTh: string
  labelEn: string
  issuer: string
  clientId: string
  /** Empty: the one that is kept, or none. */
  clientSecret: string
  /** For a client that has no secret, or shall have none any more. */
  isPublic: boolean
  scope: string
  hasSecondFactor: boolean
  origin: string
}>

export type SavedProvider = Readonly<{
  id: string
  /** Whether the provider answered when it was tried. */
  isReachable: boolean
}>

/**
 * Adds an identity provider or changes one, then tries it. A kept secret goes nowhere else: who changes the address or the
 * client must type it again. Whoever answers at that address decides who comes in, so only who signed in a short time ago
 * changes it.
 */
export async function saveProvider(
  ctx: Ctx,
  tools: SignInTools,
  input: SaveProvider,
): Promise<Result<SavedProvider, SignInError>> {
  const saved = await inTransaction<KeptProvider, SignInError>(ctx, (tx) => keep(tx, ctx, tools, input))
  if (!saved.ok) return saved
  const tried = await tools.oidc.begin(withOpenSecret(tools.seal, ctx.agency.id, saved.value), {
    ...newBinding(),
    redirectUri: callbackAddress(input.origin),
    state: stateOf('trial'),
  })
  return ok({ id: saved.value.id, isReachable: tried.ok })
}

async function keep(
  tx: Tx,
  ctx: Ctx,
  tools: SignInTools,
  input: SaveProvider,
): Promise<Result<KeptProvider, SignInError>> {
  const { id: agencyId } = ctx.agency
  const refusal = refusalOf(PEOPLE_POLICY, 'provider.change', ctx.actor)
  if (refusal) return err(refusal)
  if (!isFresh(input.signedIn.authenticatedAt, ctx.now())) return err({ code: 'session.not-fresh' })
  const issuer = readIssuer(input.issuer)
  if (issuer === null) return err({ code: 'oidc.bad-issuer' })
  const before = input.id === null ? null : await findProvider(tx, { agencyId, id: input.id })
  if (input.id !== null && !before) return err({ code: 'oidc.unknown-provider' })
  const id = before?.id ?? randomUUID()
  const isSameClient = before?.issuer === issuer && before.clientId === input.clientId
  if (before?.clientSecretSealed && !isSameClient && input.clientSecret === '' && !input.isPublic)
    return err({ code: 'oidc.secret-again' })
  const provider: KeptProvider = {
    id,
    labelTh: input.labelTh,
    labelEn: input.labelEn,
    issuer,
    clientId: input.clientId,
    clientSecretSealed: input.isPublic
      ? null
      : input.clientSecret === ''
        ? (before?.clientSecretSealed ?? null)
        : sealClientSecret(tools.seal, { agencyId, id }, input.clientSecret),
    scope: scopeWithOpenid(input.scope),
    hasSecondFactor: input.hasSecondFactor,
  }
  await save(tx, agencyId, provider)
  await writeAudit(tx, {
    agencyId,
    actor: ctx.actor,
    action: before ? 'provider.changed' : 'provider.added',
    object: { kind: 'provider', id },
    detail: { issuer, clientId: input.clientId, secondFactor: input.hasSecondFactor },
  })
  return ok(provider)
}

/** "email  profile" → "openid email profile": without `openid` it would be no OpenID Connect. */
const scopeWithOpenid = (scope: string): string =>
  [...new Set(['openid', ...scope.split(/\s+/).filter((word) => word !== '')])].join(' ')
