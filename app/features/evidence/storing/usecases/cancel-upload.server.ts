import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { deleteUpload, holdUpload } from '../upload.repo.server.ts'

/** Gives up an upload of the person who acts that is still on its way. Nothing was kept of it, so nothing is noted. */
export function cancelUpload(
  ctx: Ctx,
  uploadId: string,
): Promise<Result<null, Readonly<{ code: 'upload.unknown' }>>> {
  return inTransaction<null, Readonly<{ code: 'upload.unknown' }>>(ctx, async (tx) => {
    const { actor, agency } = ctx
    if (actor.kind !== 'person') return err({ code: 'upload.unknown' })
    const upload = await holdUpload(tx, { agencyId: agency.id, id: uploadId, personId: actor.id })
    if (!upload || upload.endedAt !== null) return err({ code: 'upload.unknown' })
    await deleteUpload(tx, { agencyId: agency.id, id: uploadId })
    return ok(null)
  })
}
