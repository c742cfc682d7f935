import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { listEveryHolder } from '../receiving/holder.repo.server.ts'
import type { OpenHolder } from '../receiving/own-vaults.server.ts'
import { openSealed } from '../sealing/keys.server.ts'
import { custodianStep } from './release.domain.ts'
import { listCustodianReleases } from './release.repo.server.ts'

/** A request that waits for a custodian: why, and for whom. Of the case it tells nothing else. */
export type CustodianTask = Readonly<{
  id: string
  reason: string
  reader: Readonly<{ th: string; en: string }> | null
  days: number
}>

/** What waits for these custodians now. */
export async function listCustodianTasks(
  ctx: ProtectedCtx,
  open: readonly OpenHolder[],
): Promise<readonly CustodianTask[]> {
  const agencyId = ctx.agency.id
  const keepers = open.filter(({ holder }) => holder.kind === 'custodian')
  return withProtected(ctx.channel.db, agencyId, async (tx) => {
    const holders = await listEveryHolder(tx, agencyId)
    const releases = await listCustodianReleases(tx, {
      agencyId,
      keyIds: keepers.map(({ holder }) => holder.keyId),
    })
    return releases.flatMap((release) => {
      const keeper = keepers.find(({ holder }) => custodianStep(release, holder.keyId) !== null)
      if (!keeper) return []
      const part = release.outer === keeper.holder.keyId ? 'outer' : 'inner'
      const reason = openSealed(keeper.vault.sealing, release.sealedReason[part])
      const reader = holders.find(({ keyId }) => keyId === release.reader)
      return [
        {
          id: release.id,
          reason: reason === null ? '' : Buffer.from(reason).toString('utf8'),
          reader: reader ? { th: reader.roleTh, en: reader.roleEn } : null,
          days: release.days,
        },
      ]
    })
  })
}
