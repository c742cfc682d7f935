import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import { findIdentity, lockCase } from '../../cases/case.repo.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import { listEveryHolder } from '../../receiving/holder.repo.server.ts'
import type { OpenHolder } from '../../receiving/own-vaults.server.ts'
import { openIdentity } from '../../sealing/identity.server.ts'
import { isSignedBy } from '../../sealing/keys.server.ts'
import { isReadable, type ReleaseFault } from '../release.domain.ts'
import { caseOfRelease, lockRelease, readsNow } from '../release.repo.server.ts'
import { releaseText } from '../release-signature.server.ts'

type Refusal = Readonly<{ code: ReleaseFault }>

/** What the one named reader reads, until the last day; each reading is written down. */
export function readIdentity(
  ctx: ProtectedCtx,
  { by, releaseId }: Readonly<{ by: OpenHolder; releaseId: string }>,
): Promise<Result<string, Refusal>> {
  const agencyId = ctx.agency.id
  return inProtected<string, Refusal>(ctx, async (tx) => {
    const reportId = await caseOfRelease(tx, { agencyId, id: releaseId })
    if (reportId === null || !(await lockCase(tx, agencyId, { reportId })))
      return err({ code: 'release.not-found' })
    const release = await lockRelease(tx, { agencyId, id: releaseId })
    const identity = await findIdentity(tx, { agencyId, reportId })
    if (!release || !identity) return err({ code: 'release.not-found' })
    const day = thaiDay(ctx.now())
    const { keyId } = by.holder
    if (release.reader !== keyId || !(await readsNow(tx, { agencyId, reportId, keyId })))
      return err({ code: 'release.not-yours' })
    if (!isReadable(release, keyId, day))
      return err({
        code:
          release.state === 'released' || release.state === 'expired'
            ? 'release.expired'
            : 'release.wrong-state',
      })
    const { id, reader, sealedDek, signatures } = release
    const signer = (await listEveryHolder(tx, agencyId)).find((holder) => holder.keyId === release.inner)
    const isSigned =
      sealedDek &&
      signer &&
      signatures.inner &&
      isSignedBy(signer.signingKey, releaseText('inner', { id, reader, sealed: sealedDek }), signatures.inner)
    const shredKey = await ctx.channel.shred.find(reportId)
    if (!isSigned || !shredKey) return err({ code: 'release.broken' })
    const plain = openIdentity(by.vault.sealing, sealedDek, { reportId, shredKey, body: identity.body })
    if (plain === null) return err({ code: 'release.broken' })
    await writeSealedAudit(tx, {
      agencyId,
      day,
      role: by.holder.kind,
      action: 'identity.read',
      object: reportId,
    })
    return ok(plain)
  })
}
