import { listNames } from '../../people/index.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import type { Appointment } from './appointment.domain.ts'
import { listAppointments } from './appointment.repo.server.ts'
import { listHolders } from './holder.repo.server.ts'

/** One line of who is appointed; `name` is null where the person is known no longer. */
export type AppointmentRow = Appointment & Readonly<{ name: string | null; fingerprint: string | null }>

/** Everybody appointed, with their names: for who appoints. */
export async function listAppointed(ctx: ProtectedCtx): Promise<
  Readonly<{
    rows: readonly AppointmentRow[]
    people: readonly Readonly<{ id: string; name: string }>[]
  }>
> {
  const people = await listNames(ctx)
  const { appointments, holders } = await withProtected(ctx.channel.db, ctx.agency.id, async (tx) => ({
    appointments: await listAppointments(tx, ctx.agency.id),
    holders: await listHolders(tx, ctx.agency.id),
  }))
  return {
    people,
    rows: appointments.map((one) => ({
      ...one,
      name: people.find(({ id }) => id === one.personId)?.name ?? null,
      fingerprint: holders.find(({ appointmentId }) => appointmentId === one.id)?.fingerprint ?? null,
    })),
  }
}

/** Who is responsible, without names: for everybody in the office. */
export type Responsible = Readonly<
  Pick<Appointment, 'kind' | 'roleTh' | 'roleEn'> & { fingerprint: string | null }
>

export async function listResponsible(ctx: ProtectedCtx): Promise<readonly Responsible[]> {
  return withProtected(ctx.channel.db, ctx.agency.id, async (tx) => {
    const holders = await listHolders(tx, ctx.agency.id)
    return (await listAppointments(tx, ctx.agency.id))
      .filter(({ endedDay }) => endedDay === null)
      .map(({ id, kind, roleTh, roleEn }) => ({
        kind,
        roleTh,
        roleEn,
        fingerprint: holders.find(({ appointmentId }) => appointmentId === id)?.fingerprint ?? null,
      }))
  })
}
