import { err, ok, type Result } from '../../../kernel/result.ts'
import { type Ctx, recordRefusal } from '../../../platform/ctx.server.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'
import type { ReadRoster } from './read-roster.server.ts'
import type { Directory, RosterPlan } from './roster.domain.ts'
import type { RosterRefusal } from './roster.errors.ts'
import { planRoster } from './roster-plan.domain.ts'
import { inFileOrder } from './roster-rows.domain.ts'

/** What a file would do. `seen` names the file and the plan together: what is imported is what was seen. */
export type PreviewedRoster = Readonly<{ plan: RosterPlan; rows: number; seen: string }>

/** The plan of a file, or every cell that is wrong. */
export function previewOf(
  { rows, cells, sha256 }: ReadRoster,
  directory: Directory,
): Result<PreviewedRoster, RosterRefusal> {
  const { plan, faults } = planRoster(rows, directory)
  const wrong = [...cells, ...faults].toSorted(inFileOrder)
  if (wrong.length > 0) return err({ code: 'roster.refused', cells: wrong })
  return ok({ plan, rows: rows.length, seen: sha256Hex(`${sha256} ${JSON.stringify(plan)}`) })
}

/** Keeps in the audit log that a file was refused. Call it outside of any transaction. */
export async function refuseRoster(
  ctx: Ctx,
  refusal: RosterRefusal,
  { sha256 }: Readonly<{ sha256: string }>,
): Promise<Result<never, RosterRefusal>> {
  await recordRefusal(ctx, {
    action: 'roster.refused',
    object: { kind: 'roster', id: sha256 },
    detail: {
      reason: refusal.code,
      cells: refusal.cells.length,
      otherAgency: refusal.cells.filter(({ code }) => code === 'roster.other-agency').length,
    },
  })
  return err(refusal)
}
