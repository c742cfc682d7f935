import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { readLink } from '../evidence.domain.ts'
import type { EvidenceError } from '../evidence.errors.ts'
import { insertVersion } from '../evidence.repo.server.ts'
import { holdToChange } from '../held-evidence.server.ts'

/** Gives evidence that is a link another link as its next version, and answers its number. */
export function renewLink(
  ctx: Ctx,
  { evidenceId, link: typed }: Readonly<{ evidenceId: string; link: string }>,
): Promise<Result<number, EvidenceError>> {
  return inTransaction<number, EvidenceError>(ctx, async (tx) => {
    const held = await holdToChange(tx, ctx, evidenceId)
    if (!held.ok) return held
    const { source, removedAt } = held.value
    if (removedAt !== null) return err({ code: 'evidence.removed' })
    if (source.kind !== 'link') return err({ code: 'evidence.not-link' })
    const link = readLink(typed)
    if (!link.ok) return err({ code: link.error })
    if (link.value === source.link) return err({ code: 'evidence.same-link' })
    const number = await insertVersion(tx, {
      agencyId: ctx.agency.id,
      evidenceId,
      source: { kind: 'link', link: link.value },
      by: ctx.actor,
      at: ctx.now(),
    })
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'evidence.versioned',
      object: { kind: 'evidence', id: evidenceId },
      detail: { number },
    })
    return ok(number)
  })
}
