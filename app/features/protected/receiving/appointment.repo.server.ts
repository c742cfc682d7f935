import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Schema } from '../../../platform/db/schema.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { APPOINTMENT_KINDS, type Appointment, type AppointmentFacts } from './appointment.domain.ts'

/** Everybody who is or was appointed, in the order in which overdue cases go up. */
export async function listAppointments(tx: Tx, agencyId: string): Promise<readonly Appointment[]> {
  const rows = await tx
    .selectFrom('protected.appointment')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('step')
    .orderBy('role_th')
    .orderBy('id')
    .execute()
  return rows.map(toAppointment)
}

/** One of them, held against change until the transaction ends. */
export async function findAppointment(tx: Tx, agencyId: string, id: string): Promise<Appointment | null> {
  const row = await tx
    .selectFrom('protected.appointment')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? toAppointment(row) : null
}

/** Null where that person is appointed to that already. */
export async function insertAppointment(
  tx: Tx,
  agencyId: string,
  facts: AppointmentFacts & Readonly<{ day: string }>,
): Promise<string | null> {
  const id = randomUUID()
  const added = await tx
    .insertInto('protected.appointment')
    .values({
      agency_id: agencyId,
      id,
      person_id: facts.personId,
      kind: facts.kind,
      role_th: facts.roleTh,
      role_en: facts.roleEn,
      office_key: facts.officeKey,
      step: facts.step,
      appointed_day: facts.day,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id ?? null
}

/** From that day on they are appointed no longer. */
export async function endAppointmentRow(
  tx: Tx,
  agencyId: string,
  { id, day }: { id: string; day: string },
): Promise<void> {
  await tx
    .updateTable('protected.appointment')
    .set((eb) => ({ ended_day: day, version: eb('version', '+', 1) }))
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

function toAppointment(row: Selectable<Schema['protected.appointment']>): Appointment {
  const kind = APPOINTMENT_KINDS.find((one) => one === row.kind)
  if (kind === undefined) throw new Error('an appointment of a kind that nobody knows')
  return {
    id: row.id,
    personId: row.person_id,
    kind,
    roleTh: row.role_th,
    roleEn: row.role_en,
    officeKey: row.office_key,
    step: row.step,
    appointedDay: row.appointed_day,
    endedDay: row.ended_day,
    version: row.version,
  }
}
