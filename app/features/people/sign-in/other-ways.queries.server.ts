import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'

export type ListedPasskey = Readonly<{ id: string; label: string; createdAt: Date; lastUsedAt: Date | null }>
export type ListedIdentity = Readonly<{
  issuer: string
  subject: string
  linkedAt: Date
  /** Names of the provider; null where the agency has removed it. */
  labelTh: string | null
  labelEn: string | null
}>
export type ListedProvider = Readonly<{ id: string; labelTh: string; labelEn: string; issuer: string }>

/** The passkeys of a person, the oldest first. */
export function listPasskeys(ctx: Ctx, personId: string): Promise<readonly ListedPasskey[]> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('passkey')
      .select(['id', 'label', 'created_at', 'last_used_at'])
      .where('agency_id', '=', ctx.agency.id)
      .where('person_id', '=', personId)
      .orderBy('created_at')
      .execute()
    return rows.map(({ id, label, created_at: createdAt, last_used_at: lastUsedAt }) => ({
      id,
      label,
      createdAt,
      lastUsedAt,
    }))
  })
}

/** The accounts at providers that are linked to a person, the oldest first. */
export function listIdentities(ctx: Ctx, personId: string): Promise<readonly ListedIdentity[]> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const providers = await providersOf(tx, ctx.agency.id).execute()
    const rows = await tx
      .selectFrom('oidc_identity')
      .select(['issuer', 'subject', 'linked_at'])
      .where('agency_id', '=', ctx.agency.id)
      .where('person_id', '=', personId)
      .orderBy('linked_at')
      .execute()
    return rows.map(({ issuer, subject, linked_at: linkedAt }) => {
      const provider = providers.find((listed) => withoutSlash(listed.issuer) === withoutSlash(issuer))
      const labels = { labelTh: provider?.label_th ?? null, labelEn: provider?.label_en ?? null }
      return { issuer, subject, linkedAt, ...labels }
    })
  })
}

// Providers write their own name with or without it, and both are typed.
const withoutSlash = (issuer: string): string => issuer.replace(/\/$/, '')

/** The providers with which people of the agency can sign in, by name. */
export function listProviders(ctx: Ctx): Promise<readonly ListedProvider[]> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await providersOf(tx, ctx.agency.id).execute()
    return rows.map(({ id, label_th: labelTh, label_en: labelEn, issuer }) => ({
      id,
      labelTh,
      labelEn,
      issuer,
    }))
  })
}

/** A provider as its form shows it: whether there is a secret, never which. */
export type ShownProvider = ListedProvider &
  Readonly<{ clientId: string; hasSecret: boolean; scope: string; hasSecondFactor: boolean }>

/** The providers of the agency for who may change them, by name. */
export function listProvidersToChange(ctx: Ctx): Promise<readonly ShownProvider[]> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await providersOf(tx, ctx.agency.id)
      .select(['client_id', 'scope', 'has_second_factor'])
      .select((where) => where('client_secret_sealed', 'is not', null).as('has_secret'))
      .execute()
    return rows.map((row) => ({
      id: row.id,
      labelTh: row.label_th,
      labelEn: row.label_en,
      issuer: row.issuer,
      clientId: row.client_id,
      hasSecret: row.has_secret === true,
      scope: row.scope,
      hasSecondFactor: row.has_second_factor,
    }))
  })
}

const providersOf = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('oidc_provider')
    .select(['id', 'label_th', 'label_en', 'issuer'])
    .where('agency_id', '=', agencyId)
    .where('removed_at', 'is', null)
    .orderBy('label_th')
    .orderBy('id')
