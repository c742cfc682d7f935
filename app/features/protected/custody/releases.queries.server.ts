import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { type Holder, listEveryHolder } from '../receiving/holder.repo.server.ts'
import type { OpenHolder } from '../receiving/own-vaults.server.ts'
import { openSealed } from '../sealing/keys.server.ts'
import { custodianStep, type Release } from './release.domain.ts'
import { listReleasesOf } from './release.repo.server.ts'

export type OwnRelease = Pick<
  Release,
  'id' | 'reportId' | 'state' | 'consent' | 'days' | 'expiresOn' | 'askedDay'
> &
  Readonly<{
    /** Why it is asked for; null for who is its reader alone. */
    reason: string | null
    reader: Pick<Holder, 'roleTh' | 'roleEn' | 'fingerprint'> | null
    isReader: boolean
    step: 'outer' | 'inner' | null
  }>

/** Releases in which somebody has a part by a vault that is open: as a custodian, or as the reader who was named. */
export async function listOwnReleases(
  ctx: ProtectedCtx,
  open: readonly OpenHolder[],
): Promise<readonly OwnRelease[]> {
  const agencyId = ctx.agency.id
  const keyIds = open.map(({ holder }) => holder.keyId)
  const { releases, holders } = await withProtected(ctx.channel.db, agencyId, async (tx) => ({
    releases: await listReleasesOf(tx, { agencyId, keyIds }),
    holders: await listEveryHolder(tx, agencyId),
  }))
  return releases.map((release) => {
    const mine = (keyId: string) => open.find(({ holder }) => holder.keyId === keyId)
    const [outer, inner] = [mine(release.outer), mine(release.inner)]
    const sealed = outer ? release.sealedReason.outer : release.sealedReason.inner
    const by = outer ?? inner
    const plain = by ? openSealed(by.vault.sealing, sealed) : null
    const { id, reportId, state, consent, days, expiresOn, askedDay } = release
    return {
      id,
      reportId,
      state,
      consent,
      days,
      expiresOn,
      askedDay,
      reason: plain && Buffer.from(plain).toString('utf8'),
      reader: holders.find(({ keyId }) => keyId === release.reader) ?? null,
      isReader: mine(release.reader) !== undefined,
      step: keyIds.map((keyId) => custodianStep(release, keyId)).find((step) => step !== null) ?? null,
    }
  })
}
