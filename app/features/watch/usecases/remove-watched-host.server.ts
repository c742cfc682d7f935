import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { deleteHost } from '../hosts/hosts.repo.server.ts'
import { WATCH_POLICY } from '../watch.policy.ts'

/** The watch asks a site no longer; what it found there stays. False where it was not on the list. */
export const removeWatchedHost = (
  ctx: Ctx,
  { host }: Readonly<{ host: string }>,
): Promise<Result<boolean, PermissionRefusal>> =>
  inTransaction<boolean, PermissionRefusal>(ctx, async (tx) => {
    const refusal = refusalOf(WATCH_POLICY, 'watched-host.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    if (!(await deleteHost(tx, { agencyId, host }))) return ok(false)
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'watched-host.removed',
      object: { kind: 'watched-host', id: host },
      detail: {},
    })
    return ok(true)
  })
