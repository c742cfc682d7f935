import { ownUnits } from '../../../../kernel/actor.ts'
import type { PermissionRefusal } from '../../../../kernel/permission.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import { DISCLOSURE_POLICY } from '../../disclosure.policy.ts'
import { insertCarried } from '../carry.repo.server.ts'
import { prepareCarry } from '../carry-preview.server.ts'

export type CarryOver = Readonly<{
  fromYear: number
  toYear: number
  /** The hash of the preview that was shown. */
  seenHash: string
  /** Rows of the preview that are wanted, by their key; all of them where absent. */
  take?: readonly string[]
}>
export type CarryFault =
  | PermissionRefusal
  | Readonly<{ code: 'carry.unknown-year' | 'carry.changed' | 'carry.nothing' }>
/** How many answers were added, and how many of them have to be renewed. */
export type Carried = Readonly<{ added: number; renew: number }>

/**
 * Answers items of a year with facts of an earlier one, as the preview showed it: where anything changed since, nothing is
 * done. What is answered already is never touched.
 */
export const carryOver = (ctx: Ctx, asked: CarryOver): Promise<Result<Carried, CarryFault>> =>
  inTransaction<Carried, CarryFault>(ctx, async (tx) => {
    const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.change', ctx.actor, {
      unitIds: ownUnits(ctx.actor),
    })
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    // Between the plan and its rows nobody else answers an element.
    await holdAgency(tx, agencyId)
    const prepared = await prepareCarry(tx, ctx, asked)
    if (!prepared) return err({ code: 'carry.unknown-year' })
    if (prepared.hash !== asked.seenHash) return err({ code: 'carry.changed' })
    const { take } = asked
    const rows = prepared.plan.added.filter(({ key }) => take === undefined || take.includes(key))
    if (rows.length === 0) return err({ code: 'carry.nothing' })
    await insertCarried(tx, { agencyId, year: asked.toYear, rows, byName: ctx.actor.name, at: ctx.now() })
    const renew = rows.filter((row) => row.renew.length > 0).length
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'disclosure-year.carried',
      object: { kind: 'disclosure-year', id: String(asked.toYear) },
      detail: { fromYear: asked.fromYear, added: rows.length, renew },
    })
    return ok({ added: rows.length, renew })
  })
