import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import type { LookError } from '../../look.errors.ts'
import { SITE_POLICY } from '../../site.policy.ts'
import { removeBannerRow } from '../banner.repo.server.ts'

/** Takes a banner from the site, at once. */
export function removeBanner(ctx: Ctx, { id }: Readonly<{ id: string }>): Promise<Result<null, LookError>> {
  return inTransaction<null, LookError>(ctx, async (tx) => {
    const refusal = refusalOf(SITE_POLICY, 'profile.change', ctx.actor)
    if (refusal) return err(refusal)
    const removed = { id, at: ctx.now(), byName: ctx.actor.name }
    if (!isUuid(id) || !(await removeBannerRow(tx, ctx.agency.id, removed)))
      return err({ code: 'look.faults', faults: { '': 'banner.unknown' } })
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'banner.removed',
      object: { kind: 'banner', id },
      detail: {},
    })
    return ok(null)
  })
}
