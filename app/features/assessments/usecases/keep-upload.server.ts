import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { findAgency } from '../../people/index.server.ts'
import type { ScoreError } from '../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { guessMapping } from '../reading/guess-mapping.domain.ts'
import { withOwnAgency } from '../reading/own-agency.domain.ts'
import { openFigures } from '../reading/read-figures.server.ts'
import { findMappingOf } from '../uploads/mapping.repo.server.ts'
import { actOf, oldestUpload, type UploadPurpose } from '../uploads/upload.domain.ts'
import { insertUpload, removeOldUploads } from '../uploads/upload.repo.server.ts'

export type KeepUpload = Readonly<{
  purpose: UploadPurpose
  bytes: Uint8Array
  fileName: string
  sourceNote: string | null
}>

/**
 * Keeps a file of results until it is said what its columns are: as the mapping kept for its heads says, else as guessed.
 * A file that cannot be opened is not kept. Files that waited for more than a day go.
 */
export async function keepUpload(
  ctx: Ctx,
  { purpose, bytes, fileName, sourceNote }: KeepUpload,
): Promise<Result<Readonly<{ id: string }>, ScoreError>> {
  const refusal = refusalOf(ASSESSMENTS_POLICY, actOf(purpose), ctx.actor)
  // Asked in a transaction, so that the refusal is kept.
  if (refusal) return inTransaction<Readonly<{ id: string }>, ScoreError>(ctx, async () => err(refusal))
  const catalogue = await catalogueFor(ctx)
  const opened = await openFigures(bytes, catalogue)
  if (!opened.ok) return opened
  const { headKey, sha256, tables } = opened.value
  const guessed = guessMapping(tables, catalogue)
  return inTransaction<Readonly<{ id: string }>, ScoreError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    await removeOldUploads(tx, agencyId, oldestUpload(ctx.now()))
    const saved = await findMappingOf(tx, { agencyId, purpose, headKey })
    const agency = await findAgency(tx, agencyId)
    const names = [agency?.nameTh, agency?.nameEn, agency?.shortName].flatMap((name) => name ?? [])
    const mapping = saved?.mapping ?? (purpose === 'scores' ? withOwnAgency(guessed, tables, names) : guessed)
    const id = await insertUpload(tx, agencyId, {
      purpose,
      fileName: fileName.replace(/\p{Cc}/gu, '').slice(0, 200) || sha256,
      sha256,
      content: bytes,
      mapping,
      sourceNote,
      keptAt: ctx.now(),
      keptBy: ctx.actor.name,
    })
    return ok({ id })
  })
}
