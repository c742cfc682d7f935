import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { withProtected } from '../../database/protected-db.server.ts'
import { isSame } from '../../sealing/bytes.server.ts'
import { openVault, type Vault } from '../../sealing/vault.server.ts'
import { listHolders } from '../holder.repo.server.ts'
import { listStoredVaults } from '../holder-key.repo.server.ts'
import { personOf } from '../own-vaults.server.ts'
import { foldPassphrase } from '../passphrase.domain.ts'
import { slowed } from '../slowed-try.server.ts'

export type UnlockFault = Readonly<{ code: 'vault.wrong' | 'vault.wait' | 'channel.busy' }>

/** Opens every vault of the person that has this passphrase; wrong ones are slowed before they are refused. */
export async function unlockVaults(
  ctx: ProtectedCtx,
  passphrase: string,
): Promise<Result<ReadonlyMap<string, Vault>, UnlockFault>> {
  const agencyId = ctx.agency.id
  const personId = personOf(ctx)
  return slowed<ReadonlyMap<string, Vault>, UnlockFault>(ctx, async () => {
    const stored = await withProtected(ctx.channel.db, agencyId, (tx) =>
      listStoredVaults(tx, agencyId, personId),
    )
    const opened = new Map<string, Vault>()
    for (const [keyId, vault] of stored) {
      const open = await openVault(ctx.channel.derivation, vault, foldPassphrase(passphrase))
      if (open.ok) opened.set(keyId, open.value)
      else if (open.error.code === 'channel.busy') return err({ code: 'channel.busy' })
    }
    if (opened.size === 0) return err({ code: 'vault.wrong' })
    const day = thaiDay(ctx.now())
    await withProtected(ctx.channel.db, agencyId, async (tx) => {
      for (const { keyId, kind, sealingKey } of await listHolders(tx, agencyId)) {
        const vault = opened.get(keyId)
        if (!vault) continue
        // Somebody wrote another key in the place of theirs: nothing is sealed for it, and the keeper of the program is told.
        if (!isSame(vault.sealing.publicKey, sealingKey)) ctx.channel.log('holder-key-exchanged')
        await writeSealedAudit(tx, { agencyId, day, role: kind, action: 'vault.unlocked', object: keyId })
      }
    })
    return ok(opened)
  })
}
