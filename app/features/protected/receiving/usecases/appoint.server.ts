import { type PermissionRefusal, refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { listNames } from '../../../people/index.server.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import { PROTECTED_POLICY } from '../../protected.policy.ts'
import { type AppointmentFault, readAppointment } from '../appointment.domain.ts'
import { insertAppointment } from '../appointment.repo.server.ts'

/** Somebody of the agency is appointed from today on. They can open nothing before they have made a vault. */
export async function appoint(
  ctx: ProtectedCtx,
  typed: Parameters<typeof readAppointment>[0],
): Promise<Result<string, Readonly<{ code: AppointmentFault | 'appointment.held' }> | PermissionRefusal>> {
  const refusal = refusalOf(PROTECTED_POLICY, 'appointment.change', ctx.actor)
  if (refusal) return err(refusal)
  const read = readAppointment(typed)
  if (!read.ok) return err({ code: read.error })
  const facts = read.value
  const people = await listNames(ctx)
  if (!people.some(({ id }) => id === facts.personId)) return err({ code: 'appointment.no-person' })
  const day = thaiDay(ctx.now())
  const agencyId = ctx.agency.id
  return inProtected(ctx, async (tx) => {
    const id = await insertAppointment(tx, agencyId, { ...facts, day })
    if (id === null) return err({ code: 'appointment.held' })
    await writeSealedAudit(tx, {
      agencyId,
      day,
      role: 'administrator',
      action: 'appointment.made',
      object: id,
    })
    return ok(id)
  })
}
