import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import type { ScoreError } from '../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { openFigures } from '../reading/read-figures.server.ts'
import { saveMappingOf } from '../uploads/mapping.repo.server.ts'
import { actOf, type ResultUpload } from '../uploads/upload.domain.ts'

/**
 * Keeps how a waiting file is read, for the next file of the same heads. The year of the file is left out: the next one is of
 * another, and a year is never assumed.
 */
export async function saveMapping(
  ctx: Ctx,
  { upload, name }: { upload: ResultUpload; name: string },
): Promise<Result<null, ScoreError>> {
  const { purpose, mapping } = upload
  const opened = await openFigures(upload.content, await catalogueFor(ctx))
  if (!opened.ok) return opened
  const { headKey } = opened.value
  return inTransaction<null, ScoreError>(ctx, async (tx) => {
    const refusal = refusalOf(ASSESSMENTS_POLICY, actOf(purpose), ctx.actor)
    if (refusal) return err(refusal)
    if (mapping === null) return err({ code: 'figures.no-columns', cells: [] })
    const agencyId = ctx.agency.id
    const id = await saveMappingOf(tx, {
      agencyId,
      purpose,
      headKey,
      name,
      mapping: { ...mapping, year: null },
      at: ctx.now(),
      by: ctx.actor.name,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'result-mapping.saved',
      object: { kind: 'result-mapping', id },
      detail: { name },
    })
    return ok(null)
  })
}
