import { writeAudit } from '../../platform/audit/audit.server.ts'
import type { AuditAction } from '../../platform/audit/audit-actions.table.ts'
import type { ProgramCtx } from '../../platform/ctx.server.ts'
import { announce } from '../../platform/db/listen.server.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import { type CycleVersion, saveCycle, supersede } from './cycle.repo.server.ts'
import type { ImportOutcome } from './importers/import.domain.ts'

export type NewVersion = Readonly<{
  agencyId: string
  outcome: ImportOutcome
  contentHash: string
  /** The version that now stands, held by `findCurrentForUpdate`: it is kept, superseded. */
  current: CycleVersion | null
  action: Extract<AuditAction, 'cycle.imported' | 'cycle.replaced' | 'cycle.published'>
  /** What the audit log says beside the version and its hashes. */
  detail?: Readonly<Record<string, string | number | boolean | null>>
}>

/** Saves a version as the one that now stands, with its entry in the audit log, and so publishes it. */
export async function saveVersion(tx: Tx, ctx: ProgramCtx, given: NewVersion): Promise<CycleVersion> {
  const { agencyId, outcome, contentHash, current, action } = given
  const at = ctx.now()
  const version = (current?.version ?? 0) + 1
  if (current) await supersede(tx, { agencyId, cycleId: current.cycleId }, at)
  const cycleId = await saveCycle(tx, { agencyId, outcome, version, contentHash, at, by: ctx.actor.name })
  await writeAudit(tx, {
    agencyId,
    actor: ctx.actor,
    action,
    object: { kind: 'cycle', id: cycleId },
    detail: {
      fiscalYear: outcome.cycle.fiscalYear,
      version,
      contentHash,
      fileSha256: outcome.cycle.source?.sha256 ?? null,
      catalogueHash: outcome.catalogue.hash,
      replaces: current?.cycleId ?? null,
      ...given.detail,
    },
  })
  await announce(tx, 'published')
  return { cycleId, version, contentHash }
}
