import { ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { StoringErrorCode } from '../storing.errors.ts'
import { endUpload, holdUpload } from '../upload.repo.server.ts'

/** A file that came whole and is not taken: `uploadId` null for a file of a form. What was sent is not kept. */
type RefusedFile = Readonly<{
  uploadId: string | null
  code: StoringErrorCode
  sha256: string | null
  size: number
}>

/** Keeps that a file was refused, and why; ends its upload, where it has one that is still on its way. */
export function refuseUpload(
  ctx: Ctx,
  { uploadId, code, sha256, size }: RefusedFile,
): Promise<Result<null, never>> {
  return inTransaction<null, never>(ctx, async (tx) => {
    const { actor, agency } = ctx
    if (uploadId !== null) {
      if (actor.kind !== 'person') throw new Error('an upload belongs to a person')
      const upload = await holdUpload(tx, { agencyId: agency.id, id: uploadId, personId: actor.id })
      if (!upload || upload.endedAt !== null) return ok(null)
      await endUpload(tx, {
        agencyId: agency.id,
        id: uploadId,
        evidenceId: null,
        refused: code,
        at: ctx.now(),
      })
    }
    await writeAudit(tx, {
      agencyId: agency.id,
      actor,
      action: 'evidence.refused',
      object: { kind: 'stored-file', id: sha256 ?? uploadId ?? 'unknown' },
      detail: { code, size },
    })
    return ok(null)
  })
}
