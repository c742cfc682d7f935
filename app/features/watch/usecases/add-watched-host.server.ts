import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { type HostFaultCode, typedHost } from '../hosts/host.domain.ts'
import { insertHost } from '../hosts/hosts.repo.server.ts'
import { WATCH_POLICY } from '../watch.policy.ts'

const LONGEST_NOTE = 500
type Fault = PermissionRefusal | Readonly<{ code: HostFaultCode }>

/** Lets the watch ask another site of the agency; gives the host as it is kept. */
export const addWatchedHost = (
  ctx: Ctx,
  { typed, note }: Readonly<{ typed: string; note: string | null }>,
): Promise<Result<string, Fault>> =>
  inTransaction<string, Fault>(ctx, async (tx) => {
    const refusal = refusalOf(WATCH_POLICY, 'watched-host.change', ctx.actor)
    if (refusal) return err(refusal)
    const host = typedHost(typed)
    if (host === null) return err({ code: 'host.unreadable' })
    if (note !== null && note.length > LONGEST_NOTE) return err({ code: 'host.note-too-long' })
    const agencyId = ctx.agency.id
    if (!(await insertHost(tx, { agencyId, host, note, at: ctx.now(), byName: ctx.actor.name })))
      return err({ code: 'host.known' })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'watched-host.added',
      object: { kind: 'watched-host', id: host },
      detail: {},
    })
    return ok(host)
  })
