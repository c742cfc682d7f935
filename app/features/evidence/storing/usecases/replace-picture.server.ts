import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdEvidence, insertVersion } from '../../evidence.repo.server.ts'
import { changeRefusal } from '../../evidence-access.domain.ts'
import { insertStoredFile } from '../stored-file.repo.server.ts'
import type { StoringError } from '../storing.errors.ts'

/** A picture that lies in the store, made of the one whose hash was `was`. */
type NewPicture = Readonly<{
  evidenceId: string
  was: string
  fileName: string
  mediaType: string
  sha256: string
  /** Bytes. */
  size: number
}>

/** Makes a picture without its location the version in use, unless another has come in between. */
export function replacePicture(
  ctx: Ctx,
  { evidenceId, was, fileName, mediaType, sha256, size }: NewPicture,
): Promise<Result<{ number: number }, StoringError>> {
  return inTransaction<{ number: number }, StoringError>(ctx, async (tx) => {
    const { actor, agency } = ctx
    const held = await holdEvidence(tx, { agencyId: agency.id, id: evidenceId })
    if (!held) return err({ code: 'evidence.unknown' })
    const refusal = changeRefusal(actor, { ...held.facts, addedBy: held.addedBy })
    if (refusal) return err(refusal)
    if (held.source.kind !== 'file' || held.source.sha256 !== was)
      return err({ code: 'picture.nothing-to-remove' })
    await insertStoredFile(tx, { agencyId: agency.id, sha256, size, mediaType, at: ctx.now() })
    const number = await insertVersion(tx, {
      agencyId: agency.id,
      evidenceId,
      source: { kind: 'file', fileName, sha256, location: null },
      by: actor,
      at: ctx.now(),
    })
    await writeAudit(tx, {
      agencyId: agency.id,
      actor,
      action: 'evidence.versioned',
      object: { kind: 'evidence', id: evidenceId },
      detail: { number, sha256, size, mediaType, withoutLocation: true },
    })
    return ok({ number })
  })
}
