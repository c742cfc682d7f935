import type { Selectable } from 'kysely'
import type { Schema } from '../../../platform/db/schema.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { fingerprintOf } from '../sealing/keys.server.ts'
import { APPOINTMENT_KINDS, type AppointmentKind } from './appointment.domain.ts'

/** Somebody appointed who has a key: for whom a case can be sealed. */
export type Holder = Readonly<{
  /** Of the key; also the `holder` of its grants and the `author_key_id` of its items. */
  keyId: string
  appointmentId: string
  personId: string
  kind: AppointmentKind
  roleTh: string
  roleEn: string
  officeKey: string | null
  step: number
  sealingKey: Uint8Array
  signingKey: Uint8Array
  /** Of the keys as they are stored: to be compared with what was said of them before. */
  fingerprint: string
  /** The channel's word that these keys are theirs. */
  endorsement: Uint8Array
  isOffline: boolean
  validFrom: string
  /** Null for the key in use. */
  validTo: string | null
}>

/** Those appointed now, with the key that is in use; who has made no vault yet is not among them. */
export async function listHolders(tx: Tx, agencyId: string): Promise<readonly Holder[]> {
  const rows = await holders(tx, agencyId)
    .where('appointment.ended_day', 'is', null)
    .where('holder_key.valid_to', 'is', null)
    .orderBy('appointment.step')
    .orderBy('appointment.role_th')
    .orderBy('holder_key.id')
    .execute()
  return rows.map(toHolder)
}

/** Every key that was ever in use, of former appointments too: signatures of old items are checked with them. */
export async function listEveryHolder(tx: Tx, agencyId: string): Promise<readonly Holder[]> {
  const rows = await holders(tx, agencyId).orderBy('holder_key.valid_from').orderBy('holder_key.id').execute()
  return rows.map(toHolder)
}

const holders = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('protected.holder_key as holder_key')
    .innerJoin('protected.appointment as appointment', (join) =>
      join
        .onRef('appointment.agency_id', '=', 'holder_key.agency_id')
        .onRef('appointment.id', '=', 'holder_key.appointment_id'),
    )
    .select([
      'holder_key.id',
      'holder_key.appointment_id',
      'holder_key.sealing_public_key',
      'holder_key.signing_public_key',
      'holder_key.endorsement',
      'holder_key.is_offline',
      'holder_key.valid_from',
      'holder_key.valid_to',
      'appointment.person_id',
      'appointment.kind',
      'appointment.role_th',
      'appointment.role_en',
      'appointment.office_key',
      'appointment.step',
    ])
    .where('holder_key.agency_id', '=', agencyId)

type HolderRow = Pick<
  Selectable<Schema['protected.holder_key']>,
  | 'id'
  | 'appointment_id'
  | 'sealing_public_key'
  | 'signing_public_key'
  | 'endorsement'
  | 'is_offline'
  | 'valid_from'
  | 'valid_to'
> &
  Pick<
    Selectable<Schema['protected.appointment']>,
    'person_id' | 'kind' | 'role_th' | 'role_en' | 'office_key' | 'step'
  >

function toHolder(row: HolderRow): Holder {
  const kind = APPOINTMENT_KINDS.find((one) => one === row.kind)
  if (kind === undefined) throw new Error('an appointment of a kind that nobody knows')
  return {
    keyId: row.id,
    appointmentId: row.appointment_id,
    personId: row.person_id,
    kind,
    roleTh: row.role_th,
    roleEn: row.role_en,
    officeKey: row.office_key,
    step: row.step,
    sealingKey: new Uint8Array(row.sealing_public_key),
    signingKey: new Uint8Array(row.signing_public_key),
    fingerprint: fingerprintOf({ sealing: row.sealing_public_key, signing: row.signing_public_key }),
    endorsement: new Uint8Array(row.endorsement),
    isOffline: row.is_offline,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
}
