import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import {
  confirmSecret,
  findAccount,
  findTotp,
  saveRecoveryCodes,
  saveTotp,
} from '../credential.repo.server.ts'
import { type OpenedSession, openSessionFor } from '../open-session.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { readCode } from '../second-factor.domain.ts'
import { isFresh } from '../session.domain.ts'
import { endSession, forgetBrowsers } from '../session.repo.server.ts'
import type { SignInError } from '../sign-in.errors.ts'
import type { SignInTools } from '../sign-in-tools.server.ts'
import { newRecoveryCodes, newTotpSecret, stepOfCode } from '../totp.server.ts'
import { giveTriesBack, takeTries, triedFrom, triesAt } from '../tries.server.ts'

/**
 * The secret of an app that is being set up, to be shown in this session alone: in another one a new secret takes its place,
 * so that nobody with the password can read beforehand what the person will confirm.
 */
export function startTotp(
  ctx: Ctx,
  tools: SignInTools,
  { signedIn }: { signedIn: OwnSession },
): Promise<Result<{ secret: string }, SignInError>> {
  return inTransaction<{ secret: string }, SignInError>(ctx, async (tx) => {
    const { id: personId } = signedIn.person
    const whose = { agencyId: ctx.agency.id, personId }
    if (!isFresh(signedIn.authenticatedAt, ctx.now())) return err({ code: 'session.not-fresh' })
    const there = await findTotp(tx, whose)
    if (there?.isConfirmed) return err({ code: 'second-factor.there' })
    const begun = there && secretIn(tools, there.secretSealed, signedIn)
    if (begun) return ok({ secret: begun })
    const secret = newTotpSecret()
    await saveTotp(tx, whose, tools.seal.seal(secret, aboutSetUp(signedIn)))
    return ok({ secret })
  })
}

const aboutSetUp = ({ person, sessionId }: OwnSession) => `${person.id} ${sessionId}`

/** Null for one that was begun in another session. */
function secretIn(tools: SignInTools, sealed: Uint8Array, signedIn: OwnSession): string | null {
  try {
    return tools.seal.open(sealed, aboutSetUp(signedIn))
  } catch {
    return null
  }
}

export type ConfirmTotp = Readonly<{
  signedIn: OwnSession
  code: string
  network: string
  browser: Readonly<{ token: string | null; userAgent: string }>
}>
export type ConfirmedTotp = Readonly<{ recoveryCodes: readonly string[]; session: OpenedSession }>

/**
 * Makes the app the person's second factor with its first code; gives recovery codes, which are shown once, and a session
 * opened anew, since the one before was opened with one factor.
 */
export async function confirmTotp(
  ctx: Ctx,
  tools: SignInTools,
  input: ConfirmTotp,
): Promise<Result<ConfirmedTotp, SignInError>> {
  const { person, sessionId, method } = input.signedIn
  const tries = triesAt(ctx, {
    what: 'second-factor',
    account: person.id,
    from: await triedFrom(ctx, { personId: person.id, network: input.network, token: input.browser.token }),
  })
  const wait = await takeTries(tools, tries)
  if (wait > 0) return err({ code: 'second-factor.too-many', wait })
  const confirmed = await inTransaction<ConfirmedTotp, SignInError>(ctx, async (tx) => {
    const whose = { agencyId: ctx.agency.id, personId: person.id }
    const now = ctx.now()
    const [account, totp] = [await findAccount(tx, whose), await findTotp(tx, whose)]
    const secret = totp && !totp.isConfirmed ? secretIn(tools, totp.secretSealed, input.signedIn) : null
    if (!account || secret === null) return err({ code: 'second-factor.not-started' })
    const typed = readCode(input.code)
    const step = typed?.kind === 'app' ? stepOfCode(secret, typed.code, now) : null
    if (step === null) return err({ code: 'second-factor.wrong' })
    await confirmSecret(tx, whose, { secretSealed: tools.seal.seal(secret, person.id), step, now })
    const recoveryCodes = newRecoveryCodes()
    await saveRecoveryCodes(tx, whose, recoveryCodes)
    if (!(await endSession(tx, { ...whose, sessionId, now }))) return err({ code: 'session.unknown' })
    // They became known by a password alone, which from now on is not enough.
    await forgetBrowsers(tx, whose)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'second-factor.set',
      object: { kind: 'person', id: person.id },
      detail: { method: 'totp' },
    })
    const session = await openSessionFor(tx, ctx, {
      account,
      method,
      hasSecondFactor: true,
      browser: input.browser,
    })
    return ok({ recoveryCodes, session })
  })
  if (confirmed.ok) await giveTriesBack(tools, tries)
  return confirmed
}
