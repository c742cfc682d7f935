import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import type { ScoreError } from '../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { removeMappingOf, renameMappingOf } from '../uploads/mapping.repo.server.ts'

/** Gives a kept mapping another name, or takes it away (`name` null). One that is gone already is no fault. */
export const changeMapping = (
  ctx: Ctx,
  { id, name }: { id: string; name: string | null },
): Promise<Result<null, ScoreError>> =>
  inTransaction<null, ScoreError>(ctx, async (tx) => {
    const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    if (!isUuid(id)) return ok(null)
    const isThere =
      name === null
        ? await removeMappingOf(tx, agencyId, id)
        : await renameMappingOf(tx, { agencyId, id, name })
    if (isThere)
      await writeAudit(tx, {
        agencyId,
        actor: ctx.actor,
        action: name === null ? 'result-mapping.removed' : 'result-mapping.saved',
        object: { kind: 'result-mapping', id },
        detail: name === null ? {} : { name },
      })
    return ok(null)
  })
