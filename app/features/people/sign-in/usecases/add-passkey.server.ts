import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../../platform/db/tenant.server.ts'
import { takeAttempt } from '../attempt.repo.server.ts'
import { findAccount } from '../credential.repo.server.ts'
import { type OpenedSession, openSessionFor } from '../open-session.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { type NewPasskey, savePasskey } from '../passkey.repo.server.ts'
import { browserInWords, isFresh } from '../session.domain.ts'
import { endSession } from '../session.repo.server.ts'
import type { SignInError } from '../sign-in.errors.ts'
import { recordRefusedSignIn } from '../tries.server.ts'
import { readNewPasskey, relyingPartyOf } from '../webauthn.server.ts'

export type AddPasskey = Readonly<{
  signedIn: OwnSession
  attemptToken: string | null
  /** As it came from the browser. */
  answer: unknown
  /** What the person calls it; empty: the browser and system on which it was made. */
  label: string
  origin: string
  browser: Readonly<{ token: string | null; userAgent: string }>
}>

const LONGEST_LABEL = 80

/**
 * Adds a passkey to who is signed in. A session that waited for a second factor is opened anew and whole, since who made
 * the passkey has just used it; null where the session stays as it is.
 */
export async function addPasskey(
  ctx: Ctx,
  input: AddPasskey,
): Promise<Result<OpenedSession | null, SignInError>> {
  const { signedIn, origin } = input
  if (!isFresh(signedIn.authenticatedAt, ctx.now())) return err({ code: 'session.not-fresh' })
  const challenge = await takeChallenge(ctx, input)
  const rpId = relyingPartyOf(origin)
  const read =
    challenge === null || rpId === null
      ? null
      : await readNewPasskey(input.answer, { challenge, origin, rpId })
  if (!read) {
    const reason = challenge === null ? 'no-attempt' : 'not-verified'
    await recordRefusedSignIn(ctx, { personId: signedIn.person.id, method: 'passkey', reason })
    return err({ code: challenge === null ? 'sign-in.over' : 'passkey.refused' })
  }
  const label =
    input.label.normalize('NFC').trim().slice(0, LONGEST_LABEL) || browserInWords(input.browser.userAgent)
  return inTransaction<OpenedSession | null, SignInError>(ctx, (tx) =>
    add(tx, ctx, input, { ...read, label }),
  )
}

/** The challenge of this person; who is somebody else by now gets none. */
async function takeChallenge(
  ctx: Ctx,
  { attemptToken: token, signedIn }: AddPasskey,
): Promise<string | null> {
  if (token === null) return null
  const attempt = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    takeAttempt(tx, { agencyId: ctx.agency.id, kind: 'passkey-registration', now: ctx.now(), token }),
  )
  return attempt?.personId === signedIn.person.id ? (attempt.detail.challenge ?? null) : null
}

async function add(
  tx: Tx,
  ctx: Ctx,
  { signedIn, browser }: AddPasskey,
  passkey: NewPasskey,
): Promise<Result<OpenedSession | null, SignInError>> {
  const whose = { agencyId: ctx.agency.id, personId: signedIn.person.id }
  const now = ctx.now()
  const account = await findAccount(tx, whose)
  if (!account) return err({ code: 'session.unknown' })
  if (!(await savePasskey(tx, whose, { ...passkey, now }))) return err({ code: 'passkey.taken' })
  const { sessionId, standing, method } = signedIn
  const isHalf = standing === 'second-factor-missing'
  if (isHalf && !(await endSession(tx, { ...whose, sessionId, now }))) return err({ code: 'session.unknown' })
  await writeAudit(tx, {
    agencyId: ctx.agency.id,
    actor: ctx.actor,
    action: 'passkey.added',
    object: { kind: 'person', id: whose.personId },
    detail: { passkey: passkey.id },
  })
  return ok(
    isHalf ? await openSessionFor(tx, ctx, { account, method, hasSecondFactor: true, browser }) : null,
  )
}
