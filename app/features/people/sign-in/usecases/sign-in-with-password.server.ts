import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../../platform/db/tenant.server.ts'
import { type Account, findAccount, findAccountByEmail } from '../credential.repo.server.ts'
import { foldEmail } from '../link.domain.ts'
import { type OpenedSession, openSessionFor } from '../open-session.server.ts'
import type { OwnSession } from '../own-session.domain.ts'
import { holdPerson } from '../person.repo.server.ts'
import { endSession, isKnownBrowser } from '../session.repo.server.ts'
import type { SignInError } from '../sign-in.errors.ts'
import type { SignInTools } from '../sign-in-tools.server.ts'
import { giveTriesBack, recordRefusedSignIn, takeTries, triesAt } from '../tries.server.ts'

export type SignInWithPassword = Readonly<{
  email: string
  password: string
  network: string
  browser: Readonly<{ token: string | null; userAgent: string }>
  /** The session that is there already: the new one takes its place. */
  current: OwnSession | null
}>

/**
 * Opens a session by address and password. Whether there is such an account shows neither in the answer nor in its time:
 * a password is compared in every case. The session has no second factor yet.
 */
export async function signInWithPassword(
  ctx: Ctx,
  tools: SignInTools,
  input: SignInWithPassword,
): Promise<Result<OpenedSession, SignInError>> {
  const email = foldEmail(input.email)
  const { account, isKnown } = await accountAt(ctx, email, input.browser.token)
  const tries = triesAt(ctx, {
    what: 'password',
    account: email ?? input.email,
    from: { network: input.network, knownBrowser: isKnown ? input.browser.token : null },
  })
  const refuse = (reason: string) =>
    recordRefusedSignIn(ctx, { personId: account?.personId ?? null, method: 'password', reason })

  const wait = await takeTries(tools, tries)
  if (wait > 0) {
    await refuse('too-many')
    return err({ code: 'sign-in.too-many', wait })
  }
  if (!(await tools.isPassword(input.password, account?.passwordHash ?? null)) || !account) {
    await refuse('wrong')
    return err({ code: 'sign-in.wrong' })
  }
  const opened = await inTransaction<OpenedSession, SignInError>(ctx, async (tx) => {
    // Comparing took a while: who was disabled meanwhile, or has another password, does not come in. The person is held, so
    // that a password that is being changed right now ends this session too, or keeps it from being opened.
    await holdPerson(tx, { agencyId: ctx.agency.id, personId: account.personId })
    const now = await findAccount(tx, { agencyId: ctx.agency.id, personId: account.personId })
    if (now === null || now.passwordHash !== account.passwordHash) return err({ code: 'sign-in.wrong' })
    await endCurrent(tx, ctx, input.current)
    return ok(
      await openSessionFor(tx, ctx, {
        account: now,
        method: 'password',
        hasSecondFactor: false,
        browser: input.browser,
      }),
    )
  })
  if (opened.ok) await giveTriesBack(tools, tries)
  else await refuse('changed')
  return opened
}

/** The browser holds one session: the one before would lie about with nobody to end it. */
async function endCurrent(tx: Tx, ctx: Ctx, current: OwnSession | null): Promise<void> {
  if (current === null) return
  const { person, sessionId } = current
  await endSession(tx, { agencyId: ctx.agency.id, personId: person.id, sessionId, now: ctx.now() })
}

type FoundAccount = Readonly<{ account: Account | null; isKnown: boolean }>

const accountAt = (ctx: Ctx, email: string | null, token: string | null): Promise<FoundAccount> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const account = email === null ? null : await findAccountByEmail(tx, ctx.agency.id, email)
    if (!account) return { account: null, isKnown: false }
    const { personId } = account
    return { account, isKnown: await isKnownBrowser(tx, { agencyId: ctx.agency.id, personId, token }) }
  })
