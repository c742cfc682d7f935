import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import { wipe } from '../../sealing/bytes.server.ts'
import { printKey } from '../../sealing/printed-key.server.ts'
import { makeVault as makeKeys } from '../../sealing/vault.server.ts'
import { findAppointment } from '../appointment.repo.server.ts'
import { listHolders } from '../holder.repo.server.ts'
import { insertHolderKey } from '../holder-key.repo.server.ts'
import { type MadeVault, personOf } from '../own-vaults.server.ts'
import { faultOfPassphrase, foldPassphrase, type PassphraseFault } from '../passphrase.domain.ts'

export type MakeVaultFault = Readonly<{
  code: PassphraseFault | 'appointment.unknown' | 'vault.exists' | 'channel.busy'
}>

/** Who was appointed makes the vault of that appointment, under a passphrase that nobody else knows. */
export async function makeVault(
  ctx: ProtectedCtx,
  given: Readonly<{ appointmentId: string; passphrase: string; again: string; personal: readonly string[] }>,
): Promise<Result<MadeVault, MakeVaultFault>> {
  const fault = faultOfPassphrase(given, given.personal)
  if (fault !== null) return err({ code: fault })
  const keys = await makeKeys(ctx.channel.derivation, foldPassphrase(given.passphrase))
  if (!keys.ok) return keys
  const { vault, stored, recoveryKey } = keys.value
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  return inProtected<MadeVault, MakeVaultFault>(ctx, async (tx) => {
    const appointment = isUuid(given.appointmentId)
      ? await findAppointment(tx, agencyId, given.appointmentId)
      : null
    if (!appointment || appointment.personId !== personOf(ctx) || appointment.endedDay !== null)
      return err({ code: 'appointment.unknown' })
    const holders = await listHolders(tx, agencyId)
    if (holders.some(({ appointmentId }) => appointmentId === appointment.id))
      return err({ code: 'vault.exists' })
    const keyId = await insertHolderKey(tx, agencyId, {
      appointmentId: appointment.id,
      kind: appointment.kind,
      channelKey: ctx.channel.derivation.channelKey,
      vault,
      stored,
      vouchedSignature: null,
      day,
    })
    await writeSealedAudit(tx, { agencyId, day, role: appointment.kind, action: 'vault.made', object: keyId })
    const printed = printKey(recoveryKey)
    wipe(recoveryKey)
    return ok({ keyId, vault, recoveryKey: printed })
  })
}
