import { err, ok, type Result } from '../../kernel/result.ts'
import { writeAudit } from '../../platform/audit/audit.server.ts'
import type { ProgramCtx } from '../../platform/ctx.server.ts'
import { announce } from '../../platform/db/listen.server.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import { contentHash } from '../../platform/hash/content-hash.ts'
import { ensureAgency, nameAgency } from '../people/index.server.ts'
import {
  type Agency,
  hasNames,
  isAgencyCode,
  mayBeOf,
  namesAfterRenaming,
  namesWithPaper,
} from '../people/index.ts'
import { contentOf } from './cycle.domain.ts'
import { type CycleVersion, findCurrentForUpdate } from './cycle.repo.server.ts'
import type { ImportOutcome } from './importers/import.domain.ts'
import type { ImprovementError } from './improvement.errors.ts'
import { saveVersion } from './save-version.server.ts'
import { storable } from './storable.domain.ts'

export type SaveImportedCycle = Readonly<{
  agencyCode: string
  outcome: ImportOutcome
  /** Lets other content take the place of a year's report; the earlier version is kept, superseded. */
  replace?: boolean
  /**
   * The name of the agency as it is now. Whoever states it answers for the report being one of this agency, whatever it
   * calls its agency: one from before a renaming, or a table without a name.
   */
  agencyName?: string | undefined
}>
export type KeptCycle = CycleVersion &
  Readonly<{
    agencyId: string
    status: 'saved' | 'unchanged' | 'replaced'
    /** The name that the agency got by this; null when its name stays. */
    agencyNamed: string | null
  }>

/**
 * Keeps an imported cycle as the one of its fiscal year, in the transaction of the caller, who asks the policy first
 * (`cycle.import`). It is not public by that. The same content again changes nothing. The agency is founded when its first
 * report comes, with the name that the report gives it; a report that names another agency is refused, also with `replace`.
 */
export async function keepImportedCycle(
  tx: Tx,
  ctx: ProgramCtx,
  input: SaveImportedCycle,
): Promise<Result<KeptCycle, ImprovementError>> {
  const { cycle } = input.outcome
  const { fiscalYear } = cycle
  if (!isAgencyCode(input.agencyCode))
    return err({ code: 'cycle.bad-agency-code', fiscalYear, place: input.agencyCode })
  const checked = storable(cycle)
  if (!checked.ok) return checked

  const hash = contentHash(contentOf(cycle))
  const agency = await ensureAgency(tx, { code: input.agencyCode })
  if (input.agencyName === undefined && !mayBeOf(agency, cycle.agency)) {
    const { code, nameTh } = agency
    const names = { agencyCode: code, named: cycle.agency.name, known: nameTh ?? code }
    return err({ code: 'cycle.other-agency', fiscalYear, ...names })
  }
  const agencyNamed = await nameByReport({ tx, ctx, input, agency })
  const kept = { agencyId: agency.id, agencyNamed }
  const current = await findCurrentForUpdate(tx, { agencyId: agency.id, fiscalYear })
  if (current?.contentHash === hash) return ok({ ...kept, ...current, status: 'unchanged' })
  if (current && !input.replace) return err({ code: 'cycle.already-there', fiscalYear, place: null })

  const saved = await saveVersion(tx, ctx, {
    agencyId: agency.id,
    outcome: input.outcome,
    contentHash: hash,
    current,
  })
  await writeAudit(tx, {
    agencyId: agency.id,
    actor: ctx.actor,
    action: current ? 'cycle.replaced' : 'cycle.imported',
    object: { kind: 'cycle', id: saved.cycleId },
    detail: {
      fiscalYear,
      version: saved.version,
      contentHash: hash,
      fileSha256: cycle.source?.sha256 ?? null,
      catalogueHash: input.outcome.catalogue.hash,
      replaces: current?.cycleId ?? null,
    },
  })
  return ok({ ...kept, ...saved, status: current ? 'replaced' : 'saved' })
}

type NamingAgency = Readonly<{ tx: Tx; ctx: ProgramCtx; input: SaveImportedCycle; agency: Agency }>

/** Gives the agency the names that the user states or the report brings; null when it has them already. */
async function nameByReport({ tx, ctx, input, agency }: NamingAgency): Promise<string | null> {
  const paper = input.outcome.cycle.agency
  const names =
    input.agencyName === undefined
      ? namesWithPaper(agency, paper)
      : namesAfterRenaming(agency, input.agencyName, paper)
  if (hasNames(agency, names)) return null
  await nameAgency(tx, agency.id, names)
  await writeAudit(tx, {
    agencyId: agency.id,
    actor: ctx.actor,
    action: 'agency.named',
    object: { kind: 'agency', id: agency.id },
    detail: {
      nameBefore: agency.nameTh,
      nameAfter: names.nameTh,
      shortNameBefore: agency.shortName,
      shortNameAfter: names.shortName,
    },
  })
  await announce(tx, 'published')
  return names.nameTh
}
