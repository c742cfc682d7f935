import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import type { Vault } from '../sealing/vault.server.ts'
import type { Appointment } from './appointment.domain.ts'
import { listAppointments } from './appointment.repo.server.ts'
import { type Holder, listHolders } from './holder.repo.server.ts'

/** Somebody of the office at work in the channel: what they are appointed to, and which of their vaults are open. */
export type OwnDesk = Readonly<{
  personId: string
  /** What they hold now, with the key that is in use; null where no vault was made. */
  appointments: readonly Readonly<{ appointment: Appointment; holder: Holder | null }>[]
  /** Those whose vault is open. */
  open: readonly OpenHolder[]
}>

export type OpenHolder = Readonly<{ holder: Holder; vault: Vault }>

/** A vault that was just made. */
export type MadeVault = Readonly<{
  keyId: string
  vault: Vault
  /** For paper, shown this once and kept nowhere. */
  recoveryKey: string
}>

/** Who works here, by what the browser brought. A key that is in use no longer opens nothing, whatever is in memory. */
export async function findOwnDesk(ctx: ProtectedCtx, vaults: ReadonlyMap<string, Vault>): Promise<OwnDesk> {
  const personId = personOf(ctx)
  return withProtected(ctx.channel.db, ctx.agency.id, async (tx) => {
    const holders = await listHolders(tx, ctx.agency.id)
    const appointments = (await listAppointments(tx, ctx.agency.id))
      .filter((one) => one.personId === personId && one.endedDay === null)
      .map((appointment) => ({
        appointment,
        holder: holders.find(({ appointmentId }) => appointmentId === appointment.id) ?? null,
      }))
    return {
      personId,
      appointments,
      open: appointments.flatMap(({ holder }) => {
        const vault = holder && vaults.get(holder.keyId)
        return holder && vault ? [{ holder, vault }] : []
      }),
    }
  })
}

/** The person who acts. Programs and commands hold no vault. */
export function personOf({ actor }: ProtectedCtx): string {
  if (actor.kind !== 'person') throw new Error('nobody but a person holds a vault')
  return actor.id
}
