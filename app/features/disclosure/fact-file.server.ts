import { err, ok, type Result } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import { findEvidenceDocument } from '../evidence/index.server.ts'
import type { FactFile } from './fact.repo.server.ts'
import type { PublicFileFault } from './public-files/public-file.repo.server.ts'

/** The file that a piece of evidence now is, to be disclosed; null where none is asked for. Nothing becomes public by it. */
export async function readFactFile(
  tx: Tx,
  ctx: Ctx,
  evidenceId: string | null,
): Promise<Result<FactFile | null, PublicFileFault>> {
  if (evidenceId === null) return ok(null)
  const found = await findEvidenceDocument(tx, { agencyId: ctx.agency.id, actor: ctx.actor, evidenceId })
  if (!found) return err('file.unknown')
  if (found.isConfidential) return err('file.confidential')
  if (found.isInfected) return err('file.infected')
  const { sha256, fileName, mediaType, size, version } = found
  return ok({ sha256, fileName, mediaType, size, evidenceId, evidenceVersion: version })
}
