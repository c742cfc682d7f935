import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { keepAttempt } from '../attempt.repo.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { listPasskeyIds } from '../passkey.repo.server.ts'
import { isFresh } from '../session.domain.ts'
import type { SignInError } from '../sign-in.errors.ts'
import type { SignInTools } from '../sign-in-tools.server.ts'
import {
  askForNewPasskey,
  askForPasskey,
  type CreationOptions,
  type RequestOptions,
  relyingPartyOf,
} from '../webauthn.server.ts'

/** What the browser's script hands to the authenticator, and the secret for the cookie that binds the answer. */
export type StartedPasskey<Options> = Readonly<{ options: Options; attemptToken: string }>

/** Asks a browser for any passkey of this site. */
export async function startPasskeySignIn(
  ctx: Ctx,
  tools: SignInTools,
  { origin, network }: { origin: string; network: string },
): Promise<Result<StartedPasskey<RequestOptions>, SignInError>> {
  const wait = await tools.limits.take('network-start', `${ctx.agency.id} ${network}`)
  if (wait > 0) return err({ code: 'sign-in.too-many', wait })
  const rpId = relyingPartyOf(origin)
  if (rpId === null) return err({ code: 'passkey.no-host-name' })
  const options = await askForPasskey(rpId)
  const attemptToken = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    keepAttempt(tx, {
      agencyId: ctx.agency.id,
      kind: 'passkey-sign-in',
      detail: { challenge: options.challenge },
      personId: null,
      now: ctx.now(),
    }),
  )
  return ok({ options, attemptToken })
}

/** Asks the browser of who is signed in for a new passkey. Only who signed in a short time ago adds a way to sign in. */
export async function startPasskeyRegistration(
  ctx: Ctx,
  { signedIn, origin, agencyName }: { signedIn: OwnSession; origin: string; agencyName: string },
): Promise<Result<StartedPasskey<CreationOptions>, SignInError>> {
  if (!isFresh(signedIn.authenticatedAt, ctx.now())) return err({ code: 'session.not-fresh' })
  const rpId = relyingPartyOf(origin)
  if (rpId === null) return err({ code: 'passkey.no-host-name' })
  const { id: agencyId } = ctx.agency
  const { person } = signedIn
  const known = await withAgency(ctx.db, agencyId, (tx) =>
    listPasskeyIds(tx, { agencyId, personId: person.id }),
  )
  const options = await askForNewPasskey({ rpId, agencyName, person, known })
  const attemptToken = await withAgency(ctx.db, agencyId, (tx) =>
    keepAttempt(tx, {
      agencyId,
      kind: 'passkey-registration',
      detail: { challenge: options.challenge },
      personId: person.id,
      now: ctx.now(),
    }),
  )
  return ok({ options, attemptToken })
}
