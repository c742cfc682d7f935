import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { inProgramTransaction, type ProgramCtx } from '../../../platform/ctx.server.ts'
import { announce } from '../../../platform/db/listen.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import { ensureAgency } from '../../people/index.server.ts'
import { isAgencyCode } from '../../people/index.ts'
import { contentOf } from '../cycle.domain.ts'
import { type CycleVersion, findCurrentForUpdate, saveCycle, supersede } from '../cycle.repo.server.ts'
import type { ImportOutcome } from '../importers/import.domain.ts'
import type { ImprovementError } from '../improvement.errors.ts'
import { storable } from '../storable.domain.ts'

export type SaveImportedCycle = Readonly<{
  agencyCode: string
  outcome: ImportOutcome
  /** Lets other content take the place of a year's report; the earlier version is kept, superseded. */
  replace?: boolean
}>
export type SavedCycle = CycleVersion & Readonly<{ status: 'saved' | 'unchanged' | 'replaced' }>

/**
 * Keeps an imported cycle as the one of its fiscal year. The same content again changes nothing. The agency is founded
 * when its first report comes, with the name that the report gives it.
 */
export async function saveImportedCycle(
  ctx: ProgramCtx,
  input: SaveImportedCycle,
): Promise<Result<SavedCycle, ImprovementError>> {
  const { cycle } = input.outcome
  const { fiscalYear } = cycle
  if (!isAgencyCode(input.agencyCode))
    return err({ code: 'cycle.bad-agency-code', fiscalYear, place: input.agencyCode })
  const checked = storable(cycle)
  if (!checked.ok) return checked

  const hash = contentHash(contentOf(cycle))
  return inProgramTransaction<SavedCycle, ImprovementError>(ctx, async (tx) => {
    const agency = await ensureAgency(tx, {
      code: input.agencyCode,
      nameTh: cycle.agency.name,
      shortName: cycle.agency.shortName,
    })
    const current = await findCurrentForUpdate(tx, { agencyId: agency.id, fiscalYear })
    if (current?.contentHash === hash) return ok({ ...current, status: 'unchanged' })
    if (current && !input.replace) return err({ code: 'cycle.already-there', fiscalYear, place: null })

    return ok(await saveVersion({ tx, ctx, input, agencyId: agency.id, current, hash }))
  })
}

type Saving = Readonly<{
  tx: Tx
  ctx: ProgramCtx
  input: SaveImportedCycle
  agencyId: string
  current: CycleVersion | null
  hash: string
}>

async function saveVersion({ tx, ctx, input, agencyId, current, hash }: Saving): Promise<SavedCycle> {
  const at = ctx.now()
  const { outcome } = input
  const version = (current?.version ?? 0) + 1
  if (current) await supersede(tx, { agencyId, cycleId: current.cycleId }, at)
  const cycleId = await saveCycle(tx, {
    agencyId,
    outcome,
    version,
    contentHash: hash,
    at,
    by: ctx.actor.name,
  })
  await writeAudit(tx, {
    agencyId,
    actor: ctx.actor,
    action: current ? 'cycle.replaced' : 'cycle.imported',
    object: { kind: 'cycle', id: cycleId },
    detail: {
      fiscalYear: outcome.cycle.fiscalYear,
      version,
      contentHash: hash,
      fileSha256: outcome.cycle.source?.sha256 ?? null,
      catalogueHash: outcome.catalogue.hash,
      replaces: current?.cycleId ?? null,
    },
  })
  await announce(tx, 'published')
  return { cycleId, version, contentHash: hash, status: current ? 'replaced' : 'saved' }
}
