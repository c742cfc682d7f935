import { type PermissionRefusal, refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import { PROTECTED_POLICY } from '../../protected.policy.ts'
import { endAppointmentRow, findAppointment } from '../appointment.repo.server.ts'
import { endHolderKeys } from '../holder-key.repo.server.ts'

type EndFault = Readonly<{ code: 'appointment.unknown' }> | PermissionRefusal

/**
 * Somebody is appointed no longer. Their private keys are destroyed, so they open nothing from here on; their cases get a new
 * epoch when another recipient opens them next, as nobody without a vault can make one.
 */
export async function endAppointment(
  ctx: ProtectedCtx,
  { appointmentId }: Readonly<{ appointmentId: string }>,
): Promise<Result<void, EndFault>> {
  const refusal = refusalOf(PROTECTED_POLICY, 'appointment.change', ctx.actor)
  if (refusal) return err(refusal)
  if (!isUuid(appointmentId)) return err({ code: 'appointment.unknown' })
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  return inProtected<void, EndFault>(ctx, async (tx) => {
    const appointment = await findAppointment(tx, agencyId, appointmentId)
    if (!appointment || appointment.endedDay !== null) return err({ code: 'appointment.unknown' })
    await endAppointmentRow(tx, agencyId, { id: appointment.id, day })
    await endHolderKeys(tx, agencyId, { appointmentId: appointment.id, day })
    await writeSealedAudit(tx, {
      agencyId,
      day,
      role: 'administrator',
      action: 'appointment.ended',
      object: appointment.id,
    })
    return ok(undefined)
  })
}
