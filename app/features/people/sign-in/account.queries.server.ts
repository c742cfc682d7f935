import { latestWritten } from '../../../kernel/clocks.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { isToken } from '../../../platform/secrets/token.server.ts'
import { findAccount } from './credential.repo.server.ts'
import type { LinkPurpose } from './link.domain.ts'
import { findOpenLink } from './link.repo.server.ts'
import { SESSION_IDLE_MS, type SignInMethod } from './session.domain.ts'

export type ListedSession = Readonly<{
  id: string
  browser: string
  method: SignInMethod
  createdAt: Date
  lastSeenAt: Date
}>
export type WaysToSignIn = Readonly<{
  passwordSetAt: Date | null
  totpSince: Date | null
  /** Recovery codes that were not used. */
  recoveryCodes: number
  sessions: readonly ListedSession[]
}>

/** How a person signs in, and where they are signed in now, the latest first. */
export function findWaysToSignIn(ctx: Ctx, personId: string): Promise<WaysToSignIn> {
  const agencyId = ctx.agency.id
  const now = ctx.now()
  return withAgency(ctx.db, agencyId, async (tx) => {
    const password = await tx
      .selectFrom('password_credential')
      .select('set_at')
      .where('agency_id', '=', agencyId)
      .where('person_id', '=', personId)
      .executeTakeFirst()
    const totp = await tx
      .selectFrom('totp_credential')
      .select('confirmed_at')
      .where('agency_id', '=', agencyId)
      .where('person_id', '=', personId)
      .executeTakeFirst()
    const codes = await tx
      .selectFrom('recovery_code')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('agency_id', '=', agencyId)
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow()
    const sessions = await tx
      .selectFrom('session')
      .select(['id', 'browser', 'method', 'created_at', 'last_seen_at'])
      .where('agency_id', '=', agencyId)
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .where('created_at', '<=', latestWritten(now))
      .where('last_seen_at', '>', new Date(now.getTime() - SESSION_IDLE_MS))
      .orderBy('last_seen_at', 'desc')
      .execute()
    return {
      passwordSetAt: password?.set_at ?? null,
      totpSince: totp?.confirmed_at ?? null,
      recoveryCodes: Number(codes.count),
      sessions: sessions.map((row) => ({
        id: row.id,
        browser: row.browser,
        method: row.method as SignInMethod,
        createdAt: row.created_at,
        lastSeenAt: row.last_seen_at,
      })),
    }
  })
}

export type FoundLink = Readonly<{ purpose: LinkPurpose; name: string; email: string | null }>

/** What a one-time link is for, and for whom; it stays good. Null when it is not, or its person may not sign in. */
export function findLink(ctx: Ctx, token: string): Promise<FoundLink | null> {
  if (!isToken(token)) return Promise.resolve(null)
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const link = await findOpenLink(tx, { agencyId: ctx.agency.id, token, now: ctx.now() })
    const account = link && (await findAccount(tx, { agencyId: ctx.agency.id, personId: link.personId }))
    return link && account ? { purpose: link.purpose, name: account.name, email: account.email } : null
  })
}
