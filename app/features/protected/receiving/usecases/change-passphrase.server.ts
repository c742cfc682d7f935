import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected, withProtected } from '../../database/protected-db.server.ts'
import { readPrintedKey } from '../../sealing/printed-key.server.ts'
import {
  changePassphrase as changeLock,
  openVault,
  openVaultByRecoveryKey,
  type StoredVault,
  type Vault,
} from '../../sealing/vault.server.ts'
import { listHolders } from '../holder.repo.server.ts'
import { listStoredVaults, saveStoredVault } from '../holder-key.repo.server.ts'
import { personOf } from '../own-vaults.server.ts'
import { faultOfPassphrase, foldPassphrase, type PassphraseFault } from '../passphrase.domain.ts'
import { slowed } from '../slowed-try.server.ts'

type Fresh = Readonly<{ keyId: string; fresh: string; again: string; personal: readonly string[] }>
type ChangeFault = Readonly<{
  code:
    | PassphraseFault
    | 'appointment.unknown'
    | 'vault.wrong'
    | 'vault.wrong-recovery'
    | 'vault.wait'
    | 'channel.busy'
}>

/** Another passphrase for a vault of one's own: the keys stay. */
export const changePassphrase = (
  ctx: ProtectedCtx,
  given: Fresh & Readonly<{ current: string }>,
): Promise<Result<void, ChangeFault>> =>
  relock(ctx, given, 'vault.passphrase-changed', async (stored) => {
    const open = await openVault(ctx.channel.derivation, stored, foldPassphrase(given.current))
    return open.ok ? open : err({ code: open.error.code })
  })

/** Who forgot the passphrase opens the vault with the recovery key that was printed, and sets another one. */
export const recoverVault = (
  ctx: ProtectedCtx,
  given: Fresh & Readonly<{ recoveryKey: string }>,
): Promise<Result<void, ChangeFault>> =>
  relock(ctx, given, 'vault.recovered', async (stored) => {
    const printed = readPrintedKey(given.recoveryKey)
    const open = printed.ok ? openVaultByRecoveryKey(stored, printed.value) : printed
    return open.ok ? open : err({ code: 'vault.wrong-recovery' })
  })

function relock(
  ctx: ProtectedCtx,
  given: Fresh,
  action: 'vault.passphrase-changed' | 'vault.recovered',
  open: (stored: StoredVault) => Promise<Result<Vault, ChangeFault>>,
): Promise<Result<void, ChangeFault>> {
  const fault = faultOfPassphrase({ passphrase: given.fresh, again: given.again }, given.personal)
  if (fault !== null) return Promise.resolve(err({ code: fault }))
  const agencyId = ctx.agency.id
  const personId = personOf(ctx)
  return slowed(ctx, async () => {
    const mine = await withProtected(ctx.channel.db, agencyId, (tx) =>
      listStoredVaults(tx, agencyId, personId),
    )
    const stored = mine.get(given.keyId)
    if (!stored) return err({ code: 'appointment.unknown' })
    const vault = await open(stored)
    if (!vault.ok) return vault
    const relocked = await changeLock(
      ctx.channel.derivation,
      { vault: vault.value, stored },
      foldPassphrase(given.fresh),
    )
    if (!relocked.ok) return relocked
    const day = thaiDay(ctx.now())
    return inProtected(ctx, async (tx) => {
      const holder = (await listHolders(tx, agencyId)).find(({ keyId }) => keyId === given.keyId)
      if (!holder) return err({ code: 'appointment.unknown' })
      await saveStoredVault(tx, agencyId, { keyId: holder.keyId, stored: relocked.value })
      await writeSealedAudit(tx, { agencyId, day, role: holder.kind, action, object: holder.keyId })
      return ok(undefined)
    })
  })
}
