import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { newToken, tokenHash } from '../../../platform/secrets/token.server.ts'
import { browserInWords, expiryOf, type SignInMethod } from './session.domain.ts'

export type NewSession = Readonly<{
  agencyId: string
  personId: string
  method: SignInMethod
  hasSecondFactor: boolean
  userAgent: string
  now: Date
}>

/** Opens a session and gives the token, which is kept nowhere. */
export async function openSession(tx: Tx, session: NewSession): Promise<{ id: string; token: string }> {
  const id = randomUUID()
  const token = newToken()
  await tx
    .insertInto('session')
    .values({
      agency_id: session.agencyId,
      token_hash: tokenHash(token),
      id,
      person_id: session.personId,
      method: session.method,
      has_second_factor: session.hasSecondFactor,
      browser: browserInWords(session.userAgent),
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: expiryOf(session.now),
    })
    .execute()
  return { id, token }
}

type Which = Readonly<{ agencyId: string; personId: string; now: Date }>

/** Ends one session of a person; false when it is not one of theirs or has ended. */
export async function endSession(tx: Tx, which: Which & { sessionId: string }): Promise<boolean> {
  const ended = await tx
    .updateTable('session')
    .set({ ended_at: which.now })
    .where('agency_id', '=', which.agencyId)
    .where('person_id', '=', which.personId)
    .where('id', '=', which.sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

/** Ends every session of a person, but for the one given; returns how many. */
export async function endSessions(tx: Tx, which: Which & { except: string | null }): Promise<number> {
  let ending = tx
    .updateTable('session')
    .set({ ended_at: which.now })
    .where('agency_id', '=', which.agencyId)
    .where('person_id', '=', which.personId)
    .where('ended_at', 'is', null)
  if (which.except !== null) ending = ending.where('id', '<>', which.except)
  return Number((await ending.executeTakeFirst()).numUpdatedRows)
}

/** Notes that this person signed in with this browser; gives the token that the browser holds from now on. */
export async function rememberBrowser(
  tx: Tx,
  { agencyId, personId, token, now }: Which & { token: string | null },
): Promise<string> {
  const held = token ?? newToken()
  await tx
    .insertInto('known_browser')
    .values({ agency_id: agencyId, token_hash: tokenHash(held), person_id: personId, last_used_at: now })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'token_hash', 'person_id']).doUpdateSet({ last_used_at: now }),
    )
    .execute()
  return held
}

/** Whether this person signed in with this browser before. */
export async function isKnownBrowser(
  tx: Tx,
  { agencyId, personId, token }: { agencyId: string; personId: string; token: string | null },
): Promise<boolean> {
  if (token === null) return false
  const row = await tx
    .selectFrom('known_browser')
    .select('person_id')
    .where('agency_id', '=', agencyId)
    .where('token_hash', '=', tokenHash(token))
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** Browsers of which somebody got hold are strangers again after everything was signed out. */
export async function forgetBrowsers(tx: Tx, which: Omit<Which, 'now'>): Promise<void> {
  await tx
    .deleteFrom('known_browser')
    .where('agency_id', '=', which.agencyId)
    .where('person_id', '=', which.personId)
    .execute()
}
