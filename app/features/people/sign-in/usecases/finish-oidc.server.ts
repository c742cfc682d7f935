import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../../platform/db/tenant.server.ts'
import { type Attempt, takeAttempt } from '../attempt.repo.server.ts'
import { type Account, findAccount, findAccountByEmail } from '../credential.repo.server.ts'
import { findIdentityOwner, hasIdentityAt, saveIdentity } from '../identity.repo.server.ts'
import { foldEmail } from '../link.domain.ts'
import { callbackAddress, stateOf } from '../oidc-binding.server.ts'
import type { OidcIdentity } from '../oidc-client.server.ts'
import { actorOf, type OpenedSession, openSessionFor } from '../open-session.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { findProvider, type KeptProvider } from '../provider.repo.server.ts'
import { withOpenSecret } from '../provider-secret.server.ts'
import { hasProvedTwoFactors } from '../second-factor-claim.domain.ts'
import { endSession } from '../session.repo.server.ts'
import type { SignInErrorCode } from '../sign-in.errors.ts'
import type { SignInTools } from '../sign-in-tools.server.ts'
import { recordRefusedSignIn } from '../tries.server.ts'

export type FinishOidc = Readonly<{
  /** What the browser's cookie brought; null for a browser that began nothing. */
  attemptToken: string | null
  /** What stands behind the callback address, with its question mark. */
  search: string
  origin: string
  browser: Readonly<{ token: string | null; userAgent: string }>
  /** The session with which the browser came back. */
  current: OwnSession | null
}>

export type FinishedOidc = Readonly<{
  /** Where to go and in which language, as it was said at the start. */
  to: string | null
  lang: 'th' | 'en'
  isLinking: boolean
  /** Whether the browser's attempt was used up: then its cookie is good for nothing more. */
  isUsedUp: boolean
  /** The session that was opened; null where an account was linked to the one that is there. */
  result: Result<OpenedSession | null, Readonly<{ code: SignInErrorCode }>>
}>

/** A refusal with what the audit log is told of it. */
type Refused = Readonly<{ code: SignInErrorCode; reason: string; personId?: string }>

/**
 * Takes the answer of a provider. It is good once, within ten minutes, and in the browser that began. Who comes in is the
 * person to whom that account is linked, or who has its e-mail address and the provider has verified it; people are never
 * made here.
 */
export async function finishOidc(ctx: Ctx, tools: SignInTools, input: FinishOidc): Promise<FinishedOidc> {
  const attempt = await takeOwnAttempt(ctx, input)
  const linkingId = attempt?.personId ?? null
  const result: Result<OpenedSession | null, Refused> = attempt
    ? await finishAttempt(ctx, tools, input, attempt)
    : err({ code: 'sign-in.over', reason: 'no-attempt' })
  if (!result.ok)
    await recordRefusedSignIn(ctx, {
      personId: linkingId ?? result.error.personId ?? null,
      method: 'oidc',
      reason: result.error.reason,
    })
  return {
    to: attempt?.detail.to ?? null,
    lang: attempt?.detail.lang === 'en' ? 'en' : 'th',
    isLinking: linkingId !== null,
    isUsedUp: attempt !== null,
    result: result.ok ? result : err({ code: result.error.code }),
  }
}

/** Null where the answer is not one to this browser; then nothing is used up: others cannot spoil a sign-in. */
function takeOwnAttempt(ctx: Ctx, { attemptToken, search }: FinishOidc): Promise<Attempt | null> {
  const states = new URLSearchParams(search).getAll('state')
  if (attemptToken === null || states.length !== 1 || states[0] !== stateOf(attemptToken))
    return Promise.resolve(null)
  return withAgency(ctx.db, ctx.agency.id, (tx) =>
    takeAttempt(tx, { agencyId: ctx.agency.id, kind: 'oidc', now: ctx.now(), token: attemptToken }),
  )
}

async function finishAttempt(
  ctx: Ctx,
  tools: SignInTools,
  input: FinishOidc,
  { detail, personId }: Attempt,
): Promise<Result<OpenedSession | null, Refused>> {
  const { id: agencyId } = ctx.agency
  // Who began to link and has signed out, or is somebody else by now, links nothing.
  if (personId !== null && (input.current?.person.id !== personId || isHalf(input.current)))
    return err({ code: 'sign-in.over', reason: 'other-session' })
  const kept = await withAgency(ctx.db, agencyId, (tx) =>
    findProvider(tx, { agencyId, id: detail.provider ?? '' }),
  )
  if (!kept) return err({ code: 'oidc.unknown-provider', reason: 'unknown-provider' })
  const confirmed = await tools.oidc.finish(withOpenSecret(tools.seal, agencyId, kept), {
    redirectUri: callbackAddress(input.origin),
    state: stateOf(input.attemptToken ?? ''),
    nonce: detail.nonce ?? '',
    verifier: detail.verifier ?? '',
    search: input.search,
    isKnown: (issuer, subject) =>
      withAgency(ctx.db, agencyId, async (tx) =>
        Boolean(await findIdentityOwner(tx, { agencyId, issuer, subject })),
      ),
  })
  if (!confirmed.ok) return confirmed
  return inTransaction<OpenedSession | null, Refused>(ctx, (tx) =>
    personId === null
      ? comeIn(tx, ctx, { input, kept, identity: confirmed.value })
      : link(tx, ctx, { personId, identity: confirmed.value }),
  )
}

const isHalf = (session: OwnSession): boolean => session.standing === 'second-factor-asked'

type Coming = Readonly<{ input: FinishOidc; kept: KeptProvider; identity: OidcIdentity }>

async function comeIn(
  tx: Tx,
  ctx: Ctx,
  { input, kept, identity }: Coming,
): Promise<Result<OpenedSession, Refused>> {
  const { id: agencyId } = ctx.agency
  const { issuer, subject } = identity
  const ownerId = await findIdentityOwner(tx, { agencyId, issuer, subject })
  const found = ownerId
    ? await ownerOf(tx, { agencyId, personId: ownerId })
    : await linkByEmail(tx, ctx, identity)
  if (!found.ok) return found
  const { current } = input
  // The browser holds one session: the one before would lie about with nobody to end it.
  if (current)
    await endSession(tx, {
      agencyId,
      personId: current.person.id,
      sessionId: current.sessionId,
      now: ctx.now(),
    })
  return ok(
    await openSessionFor(tx, ctx, {
      account: found.value,
      method: 'oidc',
      hasSecondFactor: hasProvedTwoFactors({ isTrusted: kept.hasSecondFactor, methods: identity.methods }),
      browser: input.browser,
    }),
  )
}

async function ownerOf(
  tx: Tx,
  whose: { agencyId: string; personId: string },
): Promise<Result<Account, Refused>> {
  const account = await findAccount(tx, whose)
  return account ? ok(account) : err({ code: 'oidc.nobody', reason: 'disabled', personId: whose.personId })
}

async function linkByEmail(
  tx: Tx,
  ctx: Ctx,
  { issuer, subject, ...said }: OidcIdentity,
): Promise<Result<Account, Refused>> {
  const { id: agencyId } = ctx.agency
  const email = said.email === null ? null : foldEmail(said.email)
  if (email === null) return err({ code: 'oidc.nobody', reason: 'no-email' })
  // Said for every address alike, so that nobody learns here which of them are known.
  if (!said.isEmailVerified) return err({ code: 'oidc.unverified-email', reason: 'unverified-email' })
  const account = await findAccountByEmail(tx, agencyId, email)
  if (!account) return err({ code: 'oidc.nobody', reason: 'nobody' })
  const { personId } = account
  // An address that was given to somebody new is still that of the person before: it opens only what was never linked.
  if (await hasIdentityAt(tx, { agencyId, personId, issuer }))
    return err({ code: 'oidc.nobody', reason: 'other-account', personId })
  if (!(await saveIdentity(tx, { agencyId, issuer, subject, personId, now: ctx.now() })))
    return err({ code: 'sign-in.over', reason: 'linked-meanwhile', personId })
  await writeAudit(tx, {
    agencyId,
    actor: actorOf(account),
    action: 'identity.linked',
    object: { kind: 'person', id: personId },
    detail: { issuer, by: 'email' },
  })
  return ok(account)
}

async function link(
  tx: Tx,
  ctx: Ctx,
  { personId, identity: { issuer, subject } }: { personId: string; identity: OidcIdentity },
): Promise<Result<null, Refused>> {
  const { id: agencyId } = ctx.agency
  const account = await findAccount(tx, { agencyId, personId })
  if (!account) return err({ code: 'sign-in.over', reason: 'disabled' })
  const ownerId = await findIdentityOwner(tx, { agencyId, issuer, subject })
  if (ownerId === personId) return ok(null)
  const isFree =
    ownerId === null && (await saveIdentity(tx, { agencyId, issuer, subject, personId, now: ctx.now() }))
  if (!isFree) return err({ code: 'oidc.taken', reason: 'taken' })
  await writeAudit(tx, {
    agencyId,
    actor: actorOf(account),
    action: 'identity.linked',
    object: { kind: 'person', id: personId },
    detail: { issuer, by: 'account-page' },
  })
  return ok(null)
}
