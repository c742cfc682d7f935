import type { Tx } from '../../../platform/db/tenant.server.ts'

/** An identity provider of an agency, its secret still sealed. */
export type KeptProvider = Readonly<{
  id: string
  labelTh: string
  labelEn: string
  issuer: string
  clientId: string
  /** Null for a client without a secret. */
  clientSecretSealed: Buffer | null
  scope: string
  hasSecondFactor: boolean
}>

/** Finds a provider that was not removed. */
export async function findProvider(
  tx: Tx,
  { agencyId, id }: { agencyId: string; id: string },
): Promise<KeptProvider | null> {
  const row = await tx
    .selectFrom('oidc_provider')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    labelTh: row.label_th,
    labelEn: row.label_en,
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecretSealed: row.client_secret_sealed,
    scope: row.scope,
    hasSecondFactor: row.has_second_factor,
  }
}

/** Saves a new provider, or one in the place of what it was. */
export async function saveProvider(tx: Tx, agencyId: string, provider: KeptProvider): Promise<void> {
  const facts = {
    label_th: provider.labelTh,
    label_en: provider.labelEn,
    issuer: provider.issuer,
    client_id: provider.clientId,
    client_secret_sealed: provider.clientSecretSealed,
    scope: provider.scope,
    has_second_factor: provider.hasSecondFactor,
  }
  await tx
    .insertInto('oidc_provider')
    .values({ agency_id: agencyId, id: provider.id, ...facts })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doUpdateSet(facts))
    .execute()
}

/** Removes a provider with its secret; false when there was none. Accounts that were linked stay linked to their issuer. */
export async function removeProvider(
  tx: Tx,
  { agencyId, id, now }: { agencyId: string; id: string; now: Date },
): Promise<boolean> {
  const removed = await tx
    .updateTable('oidc_provider')
    .set({ removed_at: now, client_secret_sealed: null })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return removed.numUpdatedRows === 1n
}
