import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { DESK_POLICY } from '../../desk.policy.ts'
import { readTemplate } from '../template.domain.ts'
import { insertTemplate, updateTemplate } from '../template.repo.server.ts'

/** `of` names the template and the version that was seen; null adds one. */
export type SaveTemplate = Readonly<{
  typed: Readonly<Record<string, string>>
  of: Readonly<{ id: string; seenVersion: number }> | null
}>

/** Adds a template or changes one. */
export function saveTemplate(ctx: Ctx, { typed, of }: SaveTemplate): Promise<Result<null, DeskError>> {
  return inTransaction<null, DeskError>(ctx, async (tx) => {
    const refusal = refusalOf(DESK_POLICY, 'template.change', ctx.actor)
    if (refusal) return err(refusal)
    const { facts, faults } = readTemplate(typed)
    if (!facts) return err({ code: 'desk.faults', faults })
    const agencyId = ctx.agency.id
    const saved = { at: ctx.now(), byName: ctx.actor.name }
    const id = of?.id ?? (await insertTemplate(tx, agencyId, facts, saved))
    if (of && !(await updateTemplate(tx, agencyId, { ...of, facts }, saved)))
      return err({ code: 'template.unknown' })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'desk-template.saved',
      object: { kind: 'desk-template', id },
      detail: { isNew: of === null },
    })
    return ok(null)
  })
}
