import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { DerivationCost } from '../sealing/derivation.server.ts'
import { endorseHolder } from '../sealing/endorsement.server.ts'
import type { SigningPair } from '../sealing/keys.server.ts'
import type { StoredVault, Vault } from '../sealing/vault.server.ts'
import type { AppointmentKind } from './appointment.domain.ts'

/** Keeps the vault of an appointment; the private keys are in it alone. Gives the identifier of the key. */
export async function insertHolderKey(
  tx: Tx,
  agencyId: string,
  key: Readonly<{
    appointmentId: string
    /** What they are appointed to. */
    kind: AppointmentKind
    /** With what the channel says that these keys are theirs. */
    channelKey: SigningPair
    vault: Vault
    stored: StoredVault
    /** Of the key before it over the new public keys; null for the first. */
    vouchedSignature: Uint8Array | null
    day: string
  }>,
): Promise<string> {
  const id = randomUUID()
  const { sealing, signing } = key.vault
  await tx
    .insertInto('protected.holder_key')
    .values({
      agency_id: agencyId,
      id,
      appointment_id: key.appointmentId,
      sealing_public_key: Buffer.from(sealing.publicKey),
      signing_public_key: Buffer.from(signing.publicKey),
      ...columnsOf(key.stored),
      vouched_signature: key.vouchedSignature && Buffer.from(key.vouchedSignature),
      endorsement: Buffer.from(
        endorseHolder(key.channelKey, {
          agencyId,
          keyId: id,
          kind: key.kind,
          sealing: sealing.publicKey,
          signing: signing.publicKey,
        }),
      ),
      valid_from: key.day,
    })
    .execute()
  return id
}

/** The vaults of a person by key, for appointments that they hold and keys that are in use; nobody changes them meanwhile. */
export async function listStoredVaults(
  tx: Tx,
  agencyId: string,
  personId: string,
): Promise<ReadonlyMap<string, StoredVault>> {
  const rows = await tx
    .selectFrom('protected.holder_key as holder_key')
    .innerJoin('protected.appointment as appointment', (join) =>
      join
        .onRef('appointment.agency_id', '=', 'holder_key.agency_id')
        .onRef('appointment.id', '=', 'holder_key.appointment_id'),
    )
    .select([
      'holder_key.id',
      'holder_key.vault_salt',
      'holder_key.vault_cost',
      'holder_key.wrapped_vault',
      'holder_key.wrapped_vault_recovery',
    ])
    .where('holder_key.agency_id', '=', agencyId)
    .where('appointment.person_id', '=', personId)
    .where('appointment.ended_day', 'is', null)
    .where('holder_key.valid_to', 'is', null)
    .where('holder_key.is_offline', '=', false)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        salt: row.vault_salt,
        cost: row.vault_cost as DerivationCost,
        wrapped: row.wrapped_vault,
        wrappedRecovery: row.wrapped_vault_recovery,
      },
    ]),
  )
}

/** The same keys, locked otherwise. */
export async function saveStoredVault(
  tx: Tx,
  agencyId: string,
  { keyId, stored }: Readonly<{ keyId: string; stored: StoredVault }>,
): Promise<void> {
  await tx
    .updateTable('protected.holder_key')
    .set(columnsOf(stored))
    .where('agency_id', '=', agencyId)
    .where('id', '=', keyId)
    .execute()
}

/** From that day on the key is in use no longer, and its private half is destroyed; signatures are still checked with it. */
export async function endHolderKeys(
  tx: Tx,
  agencyId: string,
  { appointmentId, day }: Readonly<{ appointmentId: string; day: string }>,
): Promise<void> {
  await tx
    .updateTable('protected.holder_key')
    .set({ valid_to: day, wrapped_vault: EMPTY, wrapped_vault_recovery: EMPTY })
    .where('agency_id', '=', agencyId)
    .where('appointment_id', '=', appointmentId)
    .where('valid_to', 'is', null)
    .execute()
}

const EMPTY = Buffer.alloc(0)

const columnsOf = ({ salt, cost, wrapped, wrappedRecovery }: StoredVault) => ({
  vault_salt: Buffer.from(salt),
  vault_cost: JSON.stringify(cost),
  wrapped_vault: Buffer.from(wrapped),
  wrapped_vault_recovery: Buffer.from(wrappedRecovery),
})
