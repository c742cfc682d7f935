import { err, ok, type Result } from '../../kernel/result.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { writeAudit } from '../../platform/audit/audit.server.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import type { EvidenceObject } from './evidence.domain.ts'
import type { EvidenceError } from './evidence.errors.ts'
import { deleteUse, findScan, holdEvidence, insertUse } from './evidence.repo.server.ts'
import { readRefusal } from './evidence-access.domain.ts'

const MOST_AT_ONCE = 200

/**
 * Uses evidence to prove something, in the transaction of the caller, which has asked its own policy. Each piece must be
 * there and be one that the actor may open. Answers those that were not attached before; writes the entry of the audit log,
 * so it is the last thing that the caller does.
 */
export async function attachEvidence(
  tx: Tx,
  ctx: Ctx,
  { kind, id, evidenceIds }: EvidenceObject & Readonly<{ evidenceIds: readonly string[] }>,
): Promise<Result<readonly string[], EvidenceError>> {
  // In one order, so that two who attach the same pieces do not wait for each other.
  const asked = [...new Set(evidenceIds)].sort()
  if (asked.length === 0) return err({ code: 'evidence.none-chosen' })
  if (asked.length > MOST_AT_ONCE) return err({ code: 'evidence.too-many' })
  const attached: string[] = []
  for (const evidenceId of asked) {
    const fault = await faultOf(tx, ctx, evidenceId)
    if (fault) return err(fault)
    const use = { agencyId: ctx.agency.id, evidenceId, object: { kind, id } }
    if (await insertUse(tx, { ...use, by: ctx.actor, at: ctx.now() })) attached.push(evidenceId)
  }
  if (attached.length > 0)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'evidence.attached',
      object: { kind, id },
      detail: { evidence: attached.join(', ') },
    })
  return ok(attached)
}

async function faultOf(tx: Tx, ctx: Ctx, evidenceId: string): Promise<EvidenceError | null> {
  const key = { agencyId: ctx.agency.id, id: evidenceId }
  const held = isUuid(evidenceId) ? await holdEvidence(tx, key) : null
  if (!held) return { code: 'evidence.unknown' }
  const refusal = readRefusal(ctx.actor, { ...held.facts, addedBy: held.addedBy })
  if (refusal) return refusal
  if (held.removedAt !== null) return { code: 'evidence.removed' }
  const isInfected =
    held.source.kind === 'file' &&
    (await findScan(tx, { agencyId: ctx.agency.id, sha256: held.source.sha256 })) === 'infected'
  return isInfected ? { code: 'evidence.infected' } : null
}

/**
 * Ends that a piece of evidence proves something, in the transaction of the caller, which has asked its own policy; false
 * when it did not. What one may not open can be detached all the same. Writes the entry of the audit log last.
 */
export async function detachEvidence(
  tx: Tx,
  ctx: Ctx,
  { kind, id, evidenceId }: EvidenceObject & Readonly<{ evidenceId: string }>,
): Promise<Result<boolean, EvidenceError>> {
  if (!isUuid(evidenceId)) return err({ code: 'evidence.unknown' })
  const isDetached = await deleteUse(tx, { agencyId: ctx.agency.id, evidenceId, object: { kind, id } })
  if (!isDetached) return ok(false)
  await writeAudit(tx, {
    agencyId: ctx.agency.id,
    actor: ctx.actor,
    action: 'evidence.detached',
    object: { kind, id },
    detail: { evidence: evidenceId },
  })
  return ok(true)
}
