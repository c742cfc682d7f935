import type { Tx } from '../../../platform/db/tenant.server.ts'
import { newToken, tokenHash } from '../../../platform/secrets/token.server.ts'

const MINUTE_MS = 60_000
/** Kinds of attempts, and how long each waits for its answer. */
const LIFETIME_MS = {
  oidc: 10 * MINUTE_MS,
  'passkey-sign-in': 5 * MINUTE_MS,
  'passkey-registration': 5 * MINUTE_MS,
} as const
export type AttemptKind = keyof typeof LIFETIME_MS
const LONGEST_MS = Math.max(...Object.values(LIFETIME_MS))

type Which = Readonly<{ agencyId: string; kind: AttemptKind; now: Date }>
export type Attempt = Readonly<{
  detail: Readonly<Record<string, string | null>>
  /** Who adds a way to sign in; null for who is not known yet. */
  personId: string | null
}>

/** Keeps an attempt until its answer comes, and forgets those that no answer came for. Gives the secret for the browser. */
export async function keepAttempt(tx: Tx, { agencyId, kind, now, ...attempt }: Which & Attempt) {
  await tx
    .deleteFrom('sign_in_attempt')
    .where('agency_id', '=', agencyId)
    .where('created_at', '<', new Date(now.getTime() - LONGEST_MS))
    .execute()
  const token = newToken()
  await tx
    .insertInto('sign_in_attempt')
    .values({
      agency_id: agencyId,
      key_hash: tokenHash(token),
      kind,
      detail: JSON.stringify(attempt.detail),
      person_id: attempt.personId,
      created_at: now,
    })
    .execute()
  return token
}

/**
 * Takes an attempt out; null when there is none of that kind, it is too old, or another request took it. Call it in a
 * transaction that is kept whatever becomes of the answer: an answer is good once.
 */
export async function takeAttempt(
  tx: Tx,
  { agencyId, kind, now, token }: Which & { token: string },
): Promise<Attempt | null> {
  const row = await tx
    .deleteFrom('sign_in_attempt')
    .where('agency_id', '=', agencyId)
    .where('key_hash', '=', tokenHash(token))
    .where('kind', '=', kind)
    .returning(['detail', 'person_id', 'created_at'])
    .executeTakeFirst()
  if (!row || row.created_at < new Date(now.getTime() - LIFETIME_MS[kind])) return null
  // The column holds what `keepAttempt` wrote.
  return { detail: row.detail as Attempt['detail'], personId: row.person_id }
}
