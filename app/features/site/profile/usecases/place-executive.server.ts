import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { LookError } from '../../look.errors.ts'
import { SITE_POLICY } from '../../site.policy.ts'
import { movedBy } from '../executive.domain.ts'
import { listExecutives, placeExecutives, removeExecutiveRow } from '../executive.repo.server.ts'

export type PlaceExecutive = Readonly<{ id: string; to: 'up' | 'down' | 'out' }>

/** Moves one who leads the agency by a place, or takes them from the site; false where they already stand at that end. */
export function placeExecutive(ctx: Ctx, { id, to }: PlaceExecutive): Promise<Result<boolean, LookError>> {
  return inTransaction<boolean, LookError>(ctx, async (tx) => {
    const refusal = refusalOf(SITE_POLICY, 'profile.change', ctx.actor)
    if (refusal) return err(refusal)
    await holdAgency(tx, ctx.agency.id)
    const ids = (await listExecutives(tx, ctx.agency.id)).map((one) => one.id)
    if (!ids.includes(id)) return err({ code: 'look.faults', faults: { '': 'executive.unknown' } })
    const order = to === 'out' ? ids.filter((one) => one !== id) : movedBy(ids, id, to === 'up' ? -1 : 1)
    if (order === null) return ok(false)
    if (to === 'out') await removeExecutiveRow(tx, ctx.agency.id, { id, at: ctx.now() })
    await placeExecutives(tx, ctx.agency.id, order)
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: to === 'out' ? 'executive.removed' : 'executive.changed',
      object: { kind: 'executive', id },
      detail: to === 'out' ? {} : { place: order.indexOf(id) + 1 },
    })
    return ok(true)
  })
}
