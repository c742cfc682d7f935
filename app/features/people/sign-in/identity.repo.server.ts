import type { Tx } from '../../../platform/db/tenant.server.ts'

/** An account at a provider: `subject` is unique and never given to anybody else at that issuer (OpenID Connect Core, 8). */
type Which = Readonly<{ agencyId: string; issuer: string; subject: string }>

/** To whom an account is linked, disabled people too; null when it is to nobody of the agency. */
export async function findIdentityOwner(tx: Tx, which: Which): Promise<string | null> {
  const row = await tx
    .selectFrom('oidc_identity')
    .select('person_id')
    .where('agency_id', '=', which.agencyId)
    .where('issuer', '=', which.issuer)
    .where('subject', '=', which.subject)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Whether a person has an account at that issuer. */
export async function hasIdentityAt(
  tx: Tx,
  { agencyId, personId, issuer }: { agencyId: string; personId: string; issuer: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('oidc_identity')
    .select('subject')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  return row !== undefined
}

/** Links an account to a person; false when another request has linked it in the meantime. */
export async function saveIdentity(
  tx: Tx,
  { personId, now, ...which }: Which & { personId: string; now: Date },
): Promise<boolean> {
  const saved = await tx
    .insertInto('oidc_identity')
    .values({
      agency_id: which.agencyId,
      issuer: which.issuer,
      subject: which.subject,
      person_id: personId,
      linked_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return saved.numInsertedOrUpdatedRows === 1n
}

/** False when that account was not linked to that person. */
export async function removeIdentity(tx: Tx, which: Which & { personId: string }): Promise<boolean> {
  const removed = await tx
    .deleteFrom('oidc_identity')
    .where('agency_id', '=', which.agencyId)
    .where('issuer', '=', which.issuer)
    .where('subject', '=', which.subject)
    .where('person_id', '=', which.personId)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}
