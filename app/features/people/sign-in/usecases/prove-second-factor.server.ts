import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { findAccount, findTotp, takeRecoveryCode, takeTotpStep } from '../credential.repo.server.ts'
import { type OpenedSession, openSessionFor } from '../open-session.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { readCode, type TypedCode } from '../second-factor.domain.ts'
import { endSession } from '../session.repo.server.ts'
import type { SignInError } from '../sign-in.errors.ts'
import type { SignInTools } from '../sign-in-tools.server.ts'
import { stepOfCode } from '../totp.server.ts'
import { giveTriesBack, recordRefusedSignIn, takeTries, triedFrom, triesAt } from '../tries.server.ts'

export type ProveSecondFactor = Readonly<{
  signedIn: OwnSession
  code: string
  network: string
  browser: Readonly<{ token: string | null; userAgent: string }>
}>

/**
 * Takes a code of the authenticator app, or a recovery code, each good once. The session is opened anew: the token that was
 * given for the password alone opens nothing more.
 */
export async function proveSecondFactor(
  ctx: Ctx,
  tools: SignInTools,
  input: ProveSecondFactor,
): Promise<Result<OpenedSession, SignInError>> {
  const { person, sessionId } = input.signedIn
  const tries = triesAt(ctx, {
    what: 'second-factor',
    account: person.id,
    from: await triedFrom(ctx, { personId: person.id, network: input.network, token: input.browser.token }),
  })
  const refuse = (reason: string) =>
    recordRefusedSignIn(ctx, { personId: person.id, method: 'second-factor', reason })
  const wait = await takeTries(tools, tries)
  if (wait > 0) {
    await refuse('too-many')
    return err({ code: 'second-factor.too-many', wait })
  }
  const typed = readCode(input.code)
  const opened = await inTransaction<OpenedSession, SignInError>(ctx, async (tx) => {
    const whose = { agencyId: ctx.agency.id, personId: person.id }
    const account = await findAccount(tx, whose)
    const isRight = typed !== null && account !== null && (await takeCode(tx, ctx, tools, person.id, typed))
    if (!isRight) return err({ code: 'second-factor.wrong' })
    if (!(await endSession(tx, { ...whose, sessionId, now: ctx.now() })))
      return err({ code: 'session.unknown' })
    return ok(
      await openSessionFor(tx, ctx, {
        account,
        method: input.signedIn.method,
        hasSecondFactor: true,
        browser: input.browser,
      }),
    )
  })
  if (opened.ok) await giveTriesBack(tools, tries)
  else await refuse('wrong')
  return opened
}

async function takeCode(
  tx: Tx,
  ctx: Ctx,
  tools: SignInTools,
  personId: string,
  typed: TypedCode,
): Promise<boolean> {
  const whose = { agencyId: ctx.agency.id, personId }
  const totp = await findTotp(tx, whose)
  if (!totp?.isConfirmed) return false
  if (typed.kind === 'recovery') return takeRecoveryCode(tx, whose, typed.code, ctx.now())
  const step = stepOfCode(tools.seal.open(totp.secretSealed, personId), typed.code, ctx.now())
  if (step === null || step <= totp.lastStep) return false
  await takeTotpStep(tx, whose, { step })
  return true
}
