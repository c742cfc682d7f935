import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { findMatter, placeMatter } from '../../matter.repo.server.ts'
import type { MatterSource } from '../../matter-source.server.ts'
import { findAgendaItem, updateAgendaItem } from '../agenda.repo.server.ts'

type RenewMatter = Readonly<{ agendaItemId: string; source: MatterSource; seenVersion: number }>

/** What an item puts forward becomes what the thing is now, while the meeting has not resolved of it. */
export function renewMatter(
  ctx: Ctx,
  given: RenewMatter,
): Promise<Result<{ contentHash: string }, ApprovalsError>> {
  return inTransaction<{ contentHash: string }, ApprovalsError>(ctx, async (tx) => {
    const refusal = refusalOf(APPROVALS_POLICY, 'matter.place', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const item = await findAgendaItem(tx, { agencyId, id: given.agendaItemId })
    if (!item) return err({ code: 'agenda-item.unknown' })
    if (item.hasResolution) return err({ code: 'agenda-item.has-resolution' })
    const before = item.matterId === null ? null : await findMatter(tx, agencyId, item.matterId)
    if (!before || before.kind !== given.source.kind) return err({ code: 'matter.unknown' })
    const now = await given.source.read(tx, ctx, { agencyId, key: before.key })
    if (!now) return err({ code: 'matter.unknown' })
    if (now.contentHash === before.contentHash) return ok({ contentHash: now.contentHash })
    if (item.version !== given.seenVersion) return err({ code: 'agenda-item.clash' })
    const matter = await placeMatter(tx, ctx, { agencyId, ...now })
    await updateAgendaItem(tx, { agencyId, id: item.id }, { matterId: matter.id, version: item.version + 1 })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'agenda-item.changed',
      object: { kind: 'agenda-item', id: item.id },
      detail: { contentHashBefore: before.contentHash, contentHashAfter: matter.contentHash },
    })
    return ok({ contentHash: matter.contentHash })
  })
}
