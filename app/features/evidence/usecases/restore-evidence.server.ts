import { ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import type { EvidenceError } from '../evidence.errors.ts'
import { setRemoved } from '../evidence.repo.server.ts'
import { holdToChange } from '../held-evidence.server.ts'

/** Brings back a piece of evidence that was taken out; false when it was not. */
export function restoreEvidence(
  ctx: Ctx,
  { evidenceId }: Readonly<{ evidenceId: string }>,
): Promise<Result<boolean, EvidenceError>> {
  return inTransaction<boolean, EvidenceError>(ctx, async (tx) => {
    const held = await holdToChange(tx, ctx, evidenceId)
    if (!held.ok) return held
    if (held.value.removedAt === null) return ok(false)
    await setRemoved(tx, { agencyId: ctx.agency.id, id: evidenceId, at: null })
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'evidence.restored',
      object: { kind: 'evidence', id: evidenceId },
      detail: {},
    })
    return ok(true)
  })
}
