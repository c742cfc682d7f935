import { err, ok, type Result } from '../../kernel/result.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import type { EvidenceError } from './evidence.errors.ts'
import { type HeldEvidence, holdEvidence } from './evidence.repo.server.ts'
import { changeRefusal } from './evidence-access.domain.ts'

/** Holds a piece of evidence, removed or not, that the actor may change. */
export async function holdToChange(
  tx: Tx,
  ctx: Ctx,
  evidenceId: string,
): Promise<Result<HeldEvidence, EvidenceError>> {
  const held = isUuid(evidenceId) ? await holdEvidence(tx, { agencyId: ctx.agency.id, id: evidenceId }) : null
  if (!held) return err({ code: 'evidence.unknown' })
  const refusal = changeRefusal(ctx.actor, { ...held.facts, addedBy: held.addedBy })
  return refusal ? err(refusal) : ok(held)
}
