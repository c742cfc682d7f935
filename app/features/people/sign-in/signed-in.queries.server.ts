import type { Language } from '../../../i18n/language.ts'
import type { HeldRole, RoleName } from '../../../kernel/actor.ts'
import { isOfWrongClock } from '../../../kernel/clocks.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { tokenHash } from '../../../platform/secrets/token.server.ts'
import type { OwnSession } from './own-session.domain.ts'
import { SESSION_IDLE_MS, type SignInMethod, standingOf } from './session.domain.ts'

/** Seen again within a minute is not written down: a page is read more often than it has to be counted. */
const SEEN_STEP_MS = 60_000

/** The same with the language in which the person is written to. */
type SignedIn = OwnSession & Readonly<{ person: Readonly<{ lang: Language }> }>

/** What a session token opens: the person at work, or for whom it once was opened; null for a token of nobody. */
export type FoundSession =
  | Readonly<{ state: 'open'; signedIn: SignedIn }>
  | Readonly<{ state: 'over'; personId: string }>
  | null

/** Finds who holds a token and which roles hold today; notes that they were seen. */
export function findSession(ctx: Ctx, token: string): Promise<FoundSession> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const now = ctx.now()
    const row = await sessionRow(tx, ctx.agency.id, token)
    if (!row) return null
    const idleSince = now.getTime() - row.last_seen_at.getTime()
    const isOver =
      row.ended_at !== null ||
      row.disabled_at !== null ||
      row.expires_at <= now ||
      isOfWrongClock(row.created_at, now) ||
      idleSince > SESSION_IDLE_MS
    if (isOver) return { state: 'over', personId: row.person_id }
    if (idleSince > SEEN_STEP_MS)
      await tx
        .updateTable('session')
        .set({ last_seen_at: now })
        .where('agency_id', '=', ctx.agency.id)
        .where('id', '=', row.id)
        .execute()
    const roles = await rolesToday(tx, ctx.agency.id, row.person_id, now)
    return { state: 'open', signedIn: signedInFrom(row, roles) }
  })
}

/** Roles that hold on the day of `now` in Thailand. */
export async function rolesToday(
  tx: Tx,
  agencyId: string,
  personId: string,
  now: Date,
): Promise<readonly HeldRole[]> {
  const today = thaiDay(now)
  const rows = await tx
    .selectFrom('role_grant')
    .select(['role', 'unit_id'])
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('valid_from', '<=', today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .execute()
  return rows.map(({ role, unit_id }) => ({ role: role as RoleName, unitId: unit_id }))
}

const sessionRow = (tx: Tx, agencyId: string, token: string) =>
  tx
    .selectFrom('session')
    .innerJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'session.agency_id').onRef('person.id', '=', 'session.person_id'),
    )
    .leftJoin('totp_credential as totp', (join) =>
      join
        .onRef('totp.agency_id', '=', 'session.agency_id')
        .onRef('totp.person_id', '=', 'session.person_id')
        .on('totp.confirmed_at', 'is not', null),
    )
    .select([
      'session.id',
      'session.person_id',
      'session.method',
      'session.has_second_factor',
      'session.created_at',
      'session.last_seen_at',
      'session.expires_at',
      'session.ended_at',
      'person.name',
      'person.email',
      'person.lang',
      'person.disabled_at',
      'totp.confirmed_at as totp_at',
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('passkey')
          .select('passkey.id')
          .whereRef('passkey.agency_id', '=', 'session.agency_id')
          .whereRef('passkey.person_id', '=', 'session.person_id'),
      ).as('has_passkey'),
    )
    .where('session.agency_id', '=', agencyId)
    .where('session.token_hash', '=', tokenHash(token))
    .executeTakeFirst()

type SessionRow = NonNullable<Awaited<ReturnType<typeof sessionRow>>>

function signedInFrom(row: SessionRow, roles: readonly HeldRole[]): SignedIn {
  return {
    sessionId: row.id,
    method: row.method as SignInMethod,
    person: { id: row.person_id, name: row.name, email: row.email, lang: row.lang === 'en' ? 'en' : 'th' },
    actor: { kind: 'person', id: row.person_id, name: row.name, roles },
    standing: standingOf({
      hasSecondFactor: row.has_second_factor,
      hasTotp: row.totp_at !== null,
      hasPasskey: row.has_passkey === true,
      roles,
    }),
    authenticatedAt: row.created_at,
  }
}
