import type { Actor } from '../../../kernel/actor.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { newToken } from '../../../platform/secrets/token.server.ts'
import { type Account, findTotp } from './credential.repo.server.ts'
import type { SignInMethod } from './session.domain.ts'
import { openSession, rememberBrowser } from './session.repo.server.ts'

/** What a browser is given: tokens for its two cookies. */
export type OpenedSession = Readonly<{ sessionToken: string; browserToken: string; personId: string }>

type Opening = Readonly<{
  account: Account
  method: SignInMethod
  hasSecondFactor: boolean
  browser: Readonly<{ token: string | null; userAgent: string }>
}>

/** Opens a session for who proved who they are, remembers the browser of who came in whole, and writes it down; the last thing of a transaction. */
export async function openSessionFor(tx: Tx, ctx: Ctx, opening: Opening): Promise<OpenedSession> {
  const { account, method, hasSecondFactor, browser } = opening
  const whose = { agencyId: ctx.agency.id, personId: account.personId, now: ctx.now() }
  const { id, token } = await openSession(tx, {
    ...whose,
    method,
    hasSecondFactor,
    userAgent: browser.userAgent,
  })
  // A password alone makes no browser known to whom a second factor is asked for: see `triedFrom`.
  const isWhole = hasSecondFactor || !(await findTotp(tx, whose))?.isConfirmed
  const browserToken = isWhole
    ? await rememberBrowser(tx, { ...whose, token: browser.token })
    : (browser.token ?? newToken())
  await writeAudit(tx, {
    agencyId: ctx.agency.id,
    actor: actorOf(account),
    action: 'sign-in.succeeded',
    object: { kind: 'session', id },
    detail: { method, secondFactor: hasSecondFactor },
  })
  return { sessionToken: token, browserToken, personId: account.personId }
}

/** Somebody who acts for themselves before a session says which roles they hold: they need none for it. */
export const actorOf = ({ personId, name }: Pick<Account, 'personId' | 'name'>): Actor => ({
  kind: 'person',
  id: personId,
  name,
  roles: [],
})
