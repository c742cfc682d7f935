import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { keptText, LONGEST_REASON } from '../../resolutions/resolution.domain.ts'
import { setPublicationWithdrawn } from '../publication.repo.server.ts'
import { readPublications } from '../publications.queries.server.ts'
import { readWithdrawing } from '../withdrawing.queries.server.ts'

/**
 * Withdraws a version from the public, by the resolution that says so. Its address answers for ever: when it was withdrawn, by
 * which resolution and why. The same content needs to be approved anew before it can be public again.
 */
export function withdrawPublication(
  ctx: Ctx,
  { publicationId, reason }: Readonly<{ publicationId: string; reason: string }>,
): Promise<Result<null, ApprovalsError>> {
  return inTransaction<null, ApprovalsError>(ctx, async (tx) => {
    const { actor, agency } = ctx
    const refusal = refusalOf(APPROVALS_POLICY, 'publication.withdraw', actor)
    if (refusal) return err(refusal)
    await holdAgency(tx, agency.id)
    const [publication] = isUuid(publicationId)
      ? await readPublications(tx, agency.id, { id: publicationId })
      : []
    if (!publication) return err({ code: 'publication.unknown' })
    if (publication.withdrawal) return err({ code: 'publication.withdrawn' })
    const resolution = await readWithdrawing(tx, agency.id, publication)
    if (!resolution) return err({ code: 'publication.no-resolution' })
    const why = keptText(reason)
    if (why === null) return err({ code: 'resolution.no-reason' })
    if (why.length > LONGEST_REASON) return err({ code: 'resolution.long-text' })
    await setPublicationWithdrawn(tx, {
      agencyId: agency.id,
      id: publicationId,
      at: ctx.now(),
      byName: actor.name,
      reason: why,
      resolutionId: resolution.id,
    })
    await writeAudit(tx, {
      agencyId: agency.id,
      actor,
      action: 'publication.withdrawn',
      object: { kind: 'publication', id: publicationId },
      detail: {
        kind: publication.kind,
        key: publication.key,
        version: publication.version,
        contentHash: publication.contentHash,
        resolution: resolution.id,
        reason: why,
      },
    })
    await announce(tx, 'published')
    return ok(null)
  })
}
