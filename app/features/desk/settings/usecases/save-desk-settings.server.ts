import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { listUnits } from '../../../people/index.server.ts'
import { existsOn } from '../../../people/index.ts'
import type { DeskError } from '../../desk.errors.ts'
import { DESK_POLICY } from '../../desk.policy.ts'
import { saveDeskSettingsRow } from '../desk-settings.repo.server.ts'
import { readSettings } from '../settings-form.domain.ts'

/** Saves how the desk works. Days due of tickets that are there stay; new ones have the new ones. */
export function saveDeskSettings(
  ctx: Ctx,
  { typed, seenVersion }: Readonly<{ typed: Readonly<Record<string, string>>; seenVersion: number }>,
): Promise<Result<null, DeskError>> {
  return inTransaction<null, DeskError>(ctx, async (tx) => {
    const refusal = refusalOf(DESK_POLICY, 'settings.change', ctx.actor)
    if (refusal) return err(refusal)
    const { settings, faults } = readSettings(typed)
    if (!settings) return err({ code: 'desk.faults', faults })
    const agencyId = ctx.agency.id
    const at = ctx.now()
    const units = (await listUnits(tx, agencyId)).filter((unit) => existsOn(unit, thaiDay(at)))
    const stray = settings.topics.findIndex(
      ({ unitId }) => unitId !== null && !units.some(({ id }) => id === unitId),
    )
    if (stray !== -1)
      return err({ code: 'desk.faults', faults: { [`topic.${stray}.unit`]: 'ticket.unknown-unit' } })
    if (!(await saveDeskSettingsRow(tx, agencyId, { settings, seenVersion, at, byName: ctx.actor.name })))
      return err({ code: 'settings.clash' })
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'desk-settings.changed',
      object: { kind: 'desk-settings', id: agencyId },
      detail: {
        topics: settings.topics.length,
        dueComplaint: settings.dueDays.complaint,
        eraseAfterMonths: settings.eraseAfterMonths,
        isOpen311On: settings.isOpen311On,
      },
    })
    return ok(null)
  })
}
