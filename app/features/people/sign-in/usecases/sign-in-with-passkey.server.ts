import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../../platform/db/tenant.server.ts'
import { takeAttempt } from '../attempt.repo.server.ts'
import { findAccount } from '../credential.repo.server.ts'
import { type OpenedSession, openSessionFor } from '../open-session.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { findPasskey, touchPasskey } from '../passkey.repo.server.ts'
import { endSession } from '../session.repo.server.ts'
import type { SignInErrorCode } from '../sign-in.errors.ts'
import { recordRefusedSignIn } from '../tries.server.ts'
import {
  type Ceremony,
  judgePasskey,
  type PasskeyAnswer,
  readPasskeyAnswer,
  relyingPartyOf,
} from '../webauthn.server.ts'

export type SignInWithPasskey = Readonly<{
  /** What the browser's cookie brought; null for a browser that asked for nothing. */
  attemptToken: string | null
  /** As it came from the browser. */
  answer: unknown
  origin: string
  browser: Readonly<{ token: string | null; userAgent: string }>
  /** The session that is there already: the new one takes its place. */
  current: OwnSession | null
}>

type Refused = Readonly<{ code: SignInErrorCode; reason: string; personId?: string }>

/**
 * Opens a whole session by a passkey, which is two factors by itself: the thing, and what unlocks it. The question is good
 * for one answer within five minutes, from the browser that asked.
 */
export async function signInWithPasskey(
  ctx: Ctx,
  input: SignInWithPasskey,
): Promise<Result<OpenedSession, Readonly<{ code: SignInErrorCode }>>> {
  const challenge = await takeChallenge(ctx, input.attemptToken)
  const rpId = relyingPartyOf(input.origin)
  const answer = readPasskeyAnswer(input.answer)
  const opened: Result<OpenedSession, Refused> =
    challenge === null || rpId === null
      ? err({ code: 'sign-in.over', reason: 'no-attempt' })
      : answer === null
        ? err({ code: 'passkey.refused', reason: 'unreadable' })
        : await inTransaction<OpenedSession, Refused>(ctx, (tx) =>
            comeIn(tx, ctx, input, answer, { challenge, origin: input.origin, rpId }),
          )
  if (opened.ok) return opened
  const { code, reason, personId = null } = opened.error
  await recordRefusedSignIn(ctx, { personId, method: 'passkey', reason })
  return err({ code })
}

async function takeChallenge(ctx: Ctx, token: string | null): Promise<string | null> {
  if (token === null) return null
  const attempt = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    takeAttempt(tx, { agencyId: ctx.agency.id, kind: 'passkey-sign-in', now: ctx.now(), token }),
  )
  return attempt?.detail.challenge ?? null
}

async function comeIn(
  tx: Tx,
  ctx: Ctx,
  { current, browser }: SignInWithPasskey,
  answer: PasskeyAnswer,
  ceremony: Ceremony,
): Promise<Result<OpenedSession, Refused>> {
  const { id: agencyId } = ctx.agency
  const now = ctx.now()
  const passkey = await findPasskey(tx, { agencyId, id: answer.id })
  if (!passkey) return err({ code: 'passkey.unknown', reason: 'unknown' })
  const { personId } = passkey
  const judged = await judgePasskey(answer, { passkey, ceremony })
  if (!judged.isGood) return err({ code: 'passkey.refused', reason: judged.reason, personId })
  const account = await findAccount(tx, { agencyId, personId })
  if (!account) return err({ code: 'passkey.unknown', reason: 'disabled', personId })
  await touchPasskey(tx, { agencyId, id: passkey.id, counter: judged.counter, now })
  if (current)
    await endSession(tx, {
      agencyId,
      personId: current.person.id,
      sessionId: current.sessionId,
      now,
    })
  return ok(await openSessionFor(tx, ctx, { account, method: 'passkey', hasSecondFactor: true, browser }))
}
