import { latestWritten } from '../../../kernel/clocks.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { newToken, tokenHash } from '../../../platform/secrets/token.server.ts'
import { type LinkPurpose, linkExpiry } from './link.domain.ts'

export type NewLink = Readonly<{
  agencyId: string
  personId: string
  purpose: LinkPurpose
  createdBy: string
  now: Date
}>
export type IssuedLink = Readonly<{ token: string; expiresAt: Date }>

/** Issues a link; earlier ones of the person for the same purpose lose their force. The token is kept nowhere. */
export async function issueLink(tx: Tx, link: NewLink): Promise<IssuedLink> {
  await voidLinks(tx, { ...link, purposes: [link.purpose] })
  const token = newToken()
  const expiresAt = linkExpiry(link.purpose, link.now)
  await tx
    .insertInto('one_time_link')
    .values({
      agency_id: link.agencyId,
      token_hash: tokenHash(token),
      person_id: link.personId,
      purpose: link.purpose,
      created_at: link.now,
      created_by: link.createdBy,
      expires_at: expiresAt,
    })
    .execute()
  return { token, expiresAt }
}

/** Takes their force from all open links of a person for these purposes. */
export async function voidLinks(
  tx: Tx,
  which: { agencyId: string; personId: string; purposes: readonly LinkPurpose[]; now: Date },
): Promise<void> {
  await tx
    .updateTable('one_time_link')
    .set({ used_at: which.now })
    .where('agency_id', '=', which.agencyId)
    .where('person_id', '=', which.personId)
    .where('purpose', 'in', which.purposes)
    .where('used_at', 'is', null)
    .execute()
}

export type OpenLink = Readonly<{ personId: string; purpose: LinkPurpose }>

/** The link of a token while it is good, without using it: mail programs open links by themselves. */
export async function findOpenLink(
  tx: Tx,
  { agencyId, token, now }: { agencyId: string; token: string; now: Date },
): Promise<OpenLink | null> {
  const row = await tx
    .selectFrom('one_time_link')
    .select(['person_id', 'purpose'])
    .where('agency_id', '=', agencyId)
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('created_at', '<=', latestWritten(now))
    .executeTakeFirst()
  return row ? { personId: row.person_id, purpose: row.purpose as LinkPurpose } : null
}

/** Uses a link up; null when it is not good, or was used by another request in the meantime. */
export async function takeLink(
  tx: Tx,
  { agencyId, token, now }: { agencyId: string; token: string; now: Date },
): Promise<OpenLink | null> {
  const row = await tx
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('agency_id', '=', agencyId)
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('created_at', '<=', latestWritten(now))
    .returning(['person_id', 'purpose'])
    .executeTakeFirst()
  return row ? { personId: row.person_id, purpose: row.purpose as LinkPurpose } : null
}

/** Whether any of these people holds a link by which they can come in. */
export async function haveOpenLink(
  tx: Tx,
  which: { agencyId: string; people: readonly { personId: string }[]; now: Date },
): Promise<boolean> {
  if (which.people.length === 0) return false
  const row = await tx
    .selectFrom('one_time_link')
    .select('person_id')
    .where('agency_id', '=', which.agencyId)
    .where(
      'person_id',
      'in',
      which.people.map(({ personId }) => personId),
    )
    .where('used_at', 'is', null)
    .where('expires_at', '>', which.now)
    .where('created_at', '<=', latestWritten(which.now))
    .executeTakeFirst()
  return row !== undefined
}
