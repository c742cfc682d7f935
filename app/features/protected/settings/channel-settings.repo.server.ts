import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { EndorsedKey } from '../sealing/endorsement.server.ts'
import { FIRST_CATEGORIES } from '../text/first-categories.th.ts'
import { type ChannelSettings, FIRST_SETTINGS } from './channel-settings.domain.ts'

/** The key made offline with which a quorum opens what nobody else can; its private half was never here. */
export type RecoveryKey = EndorsedKey & Readonly<{ shares: number; threshold: number }>

export type KeptSettings = Readonly<{
  settings: ChannelSettings
  recovery: RecoveryKey | null
  /** 0 while nothing was kept. */
  version: number
}>

/** How the channel works; what was never said is as at first. In a transaction of the protected role. */
export async function findChannelSettings(tx: Tx, agencyId: string): Promise<KeptSettings> {
  return keptOf(await settingsRow(tx, agencyId).executeTakeFirst())
}

/** The same, to be changed: who comes second waits. */
export async function lockChannelSettings(tx: Tx, agencyId: string): Promise<KeptSettings> {
  return keptOf(await settingsRow(tx, agencyId).forUpdate().executeTakeFirst())
}

const settingsRow = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('protected.channel_setting')
    .select([
      'content',
      'recovery_public_key',
      'recovery_endorsement',
      'recovery_shares',
      'recovery_threshold',
      'version',
    ])
    .where('agency_id', '=', agencyId)

type Row = Awaited<ReturnType<ReturnType<typeof settingsRow>['executeTakeFirst']>>

function keptOf(row: Row): KeptSettings {
  const settings = {
    ...FIRST_SETTINGS,
    categories: FIRST_CATEGORIES,
    ...((row?.content ?? {}) as Partial<ChannelSettings>),
  }
  if (!row) return { settings, recovery: null, version: 0 }
  const { recovery_public_key: publicKey, recovery_endorsement: endorsement } = row
  const { recovery_shares: shares, recovery_threshold: threshold } = row
  const recovery =
    publicKey && endorsement && shares && threshold ? { publicKey, endorsement, shares, threshold } : null
  return { settings, recovery, version: row.version }
}

type SavedSettings = Readonly<{
  agencyId: string
  settings: ChannelSettings
  recovery: RecoveryKey | null
  day: string
}>

export async function saveChannelSettings(
  tx: Tx,
  { agencyId, settings, recovery, day }: SavedSettings,
): Promise<void> {
  const facts = {
    content: JSON.stringify(settings),
    recovery_public_key: recovery ? Buffer.from(recovery.publicKey) : null,
    recovery_endorsement: recovery ? Buffer.from(recovery.endorsement) : null,
    recovery_shares: recovery?.shares ?? null,
    recovery_threshold: recovery?.threshold ?? null,
    changed_day: day,
  }
  await tx
    .insertInto('protected.channel_setting')
    .values({ agency_id: agencyId, ...facts })
    .onConflict((conflict) =>
      conflict
        .column('agency_id')
        .doUpdateSet((row) => ({ ...facts, version: row('protected.channel_setting.version', '+', 1) })),
    )
    .execute()
}
