import { type PermissionRefusal, refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { AuditAct } from '../../audit/audit-entry.domain.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import { PROTECTED_POLICY } from '../../protected.policy.ts'
import { endorseRecoveryKey } from '../../sealing/endorsement.server.ts'
import { readPrintedKey } from '../../sealing/printed-key.server.ts'
import { type ChannelSettings, type SettingsFault, settingsFault } from '../channel-settings.domain.ts'
import {
  type KeptSettings,
  lockChannelSettings,
  type RecoveryKey,
  saveChannelSettings,
} from '../channel-settings.repo.server.ts'
import { readTyped, type TypedSettings } from '../settings-form.domain.ts'

export type SettingsRefusal =
  | Readonly<{
      code: SettingsFault | 'settings.clash' | 'settings.recovery-key' | 'settings.recovery-shares'
    }>
  | PermissionRefusal

/** How the channel works, as the administrator says. The first opening of it is the day from which statistics count. */
export const changeSettings = (
  ctx: ProtectedCtx,
  { typed, seenVersion }: Readonly<{ typed: TypedSettings; seenVersion: number }>,
): Promise<Result<void, SettingsRefusal>> =>
  change(ctx, 'settings.changed', (kept): Result<Changed, SettingsRefusal> => {
    if (kept.version !== seenVersion) return err({ code: 'settings.clash' })
    const read = readTyped(typed, kept.settings)
    const fault = settingsFault(read)
    if (fault !== null) return err({ code: fault })
    const openedOn = read.openedOn ?? (read.isOpen ? thaiDay(ctx.now()) : null)
    return ok({ settings: { ...read, openedOn }, recovery: kept.recovery })
  })

/** The typed public half of a key of the organisation, with how many shares there are and how many open. */
export type TypedRecovery = Readonly<{ publicKey: string; shares: number; threshold: number }>

/**
 * Takes the public half of the organisation's recovery key from paper, or takes it away (null). Cases that are there keep the key
 * that they were made with. Everybody can compare its fingerprint on the public page with that of the ceremony.
 */
export const changeRecoveryKey = (
  ctx: ProtectedCtx,
  typed: TypedRecovery | null,
): Promise<Result<void, SettingsRefusal>> =>
  change(ctx, 'recovery.prepared', (kept): Result<Changed, SettingsRefusal> => {
    if (typed === null) return ok({ settings: kept.settings, recovery: null })
    const key = readPrintedKey(typed.publicKey)
    if (!key.ok || key.value.byteLength !== KEY_BYTES) return err({ code: 'settings.recovery-key' })
    const { shares, threshold } = typed
    if (!isShared({ shares, threshold })) return err({ code: 'settings.recovery-shares' })
    const publicKey = key.value
    const endorsement = endorseRecoveryKey(ctx.channel.derivation.channelKey, ctx.agency.id, publicKey)
    return ok({ settings: kept.settings, recovery: { publicKey, endorsement, shares, threshold } })
  })

const KEY_BYTES = 32
const MOST_SHARES = 9

const isShared = ({ shares, threshold }: Readonly<{ shares: number; threshold: number }>): boolean =>
  Number.isInteger(shares) &&
  Number.isInteger(threshold) &&
  threshold >= 2 &&
  threshold <= shares &&
  shares <= MOST_SHARES

type Changed = Readonly<{ settings: ChannelSettings; recovery: RecoveryKey | null }>

async function change(
  ctx: ProtectedCtx,
  action: AuditAct,
  decide: (kept: KeptSettings) => Result<Changed, SettingsRefusal>,
): Promise<Result<void, SettingsRefusal>> {
  const refusal = refusalOf(PROTECTED_POLICY, 'channel.change', ctx.actor)
  if (refusal) return err(refusal)
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  return inProtected<void, SettingsRefusal>(ctx, async (tx) => {
    const decided = decide(await lockChannelSettings(tx, agencyId))
    if (!decided.ok) return decided
    await saveChannelSettings(tx, { agencyId, ...decided.value, day })
    await writeSealedAudit(tx, { agencyId, day, role: 'administrator', action, object: 'channel' })
    // What the public page says of it.
    await announce(tx, 'published')
    return ok(undefined)
  })
}
