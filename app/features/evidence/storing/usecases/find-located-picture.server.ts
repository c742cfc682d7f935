import { err, ok, type Result } from '../../../../kernel/result.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdEvidence } from '../../evidence.repo.server.ts'
import { changeRefusal } from '../../evidence-access.domain.ts'
import { findVersionFile } from '../stored-file.repo.server.ts'
import type { StoringError } from '../storing.errors.ts'

type Picture = Readonly<{ sha256: string; fileName: string; mediaType: string }>

/** The picture in use of a piece of evidence, for whom may change it, where it says where it was taken. */
export function findLocatedPicture(ctx: Ctx, evidenceId: string): Promise<Result<Picture, StoringError>> {
  return inTransaction<Picture, StoringError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const held = isUuid(evidenceId) ? await holdEvidence(tx, { agencyId, id: evidenceId }) : null
    if (!held) return err({ code: 'evidence.unknown' })
    const refusal = changeRefusal(ctx.actor, { ...held.facts, addedBy: held.addedBy })
    if (refusal) return err(refusal)
    if (held.removedAt) return err({ code: 'evidence.removed' })
    const file = await findVersionFile(tx, { agencyId, evidenceId, number: held.number })
    if (!file?.hasLocation || file.scan === 'infected') return err({ code: 'picture.nothing-to-remove' })
    return ok({ sha256: file.sha256, fileName: file.fileName, mediaType: file.mediaType })
  })
}
