import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { announce } from '../../../platform/db/listen.server.ts'
import type { EvidenceError } from '../evidence.errors.ts'
import { listUses, setRemoved } from '../evidence.repo.server.ts'
import { holdToChange } from '../held-evidence.server.ts'

/**
 * Takes a piece of evidence out; it can be brought back, and its files stay. What is used is not taken out: the refusal says
 * where. False when it was out already.
 */
export function removeEvidence(
  ctx: Ctx,
  { evidenceId }: Readonly<{ evidenceId: string }>,
): Promise<Result<boolean, EvidenceError>> {
  return inTransaction<boolean, EvidenceError>(ctx, async (tx) => {
    const held = await holdToChange(tx, ctx, evidenceId)
    if (!held.ok) return held
    if (held.value.removedAt !== null) return ok(false)
    const key = { agencyId: ctx.agency.id, id: evidenceId }
    // Who attaches holds the piece too, so that no use can come in between.
    const uses = await listUses(tx, key)
    if (uses.length > 0) return err({ code: 'evidence.in-use', uses })
    await setRemoved(tx, { ...key, at: ctx.now() })
    // Another piece that has the same file may be confidential: then nobody is given it any more.
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'evidence.removed',
      object: { kind: 'evidence', id: evidenceId },
      detail: {},
    })
    return ok(true)
  })
}
