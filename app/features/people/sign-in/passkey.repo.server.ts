import type { Tx } from '../../../platform/db/tenant.server.ts'

type Whose = Readonly<{ agencyId: string; personId: string }>

export type KeptPasskey = Readonly<{
  /** Credential identifier, base64url. */
  id: string
  personId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
}>

/** Finds a passkey by its credential identifier. Holds the row: of two answers at once one is judged after the other. */
export async function findPasskey(
  tx: Tx,
  { agencyId, id }: { agencyId: string; id: string },
): Promise<KeptPasskey | null> {
  const row = await tx
    .selectFrom('passkey')
    .select(['id', 'person_id', 'public_key', 'counter'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const { id: found, person_id: personId } = row
  return { id: found, personId, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter) }
}

export type NewPasskey = Readonly<{
  id: string
  publicKey: Uint8Array
  counter: number
  transports: readonly string[]
  label: string
}>

/** Saves a passkey; false when it was registered before, by whomever. */
export async function savePasskey(
  tx: Tx,
  { agencyId, personId }: Whose,
  passkey: NewPasskey & { now: Date },
): Promise<boolean> {
  const saved = await tx
    .insertInto('passkey')
    .values({
      agency_id: agencyId,
      id: passkey.id,
      person_id: personId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      label: passkey.label,
      created_at: passkey.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return saved.numInsertedOrUpdatedRows === 1n
}

/** Notes that a passkey was used, and what its counter said. */
export async function touchPasskey(
  tx: Tx,
  used: { agencyId: string; id: string; counter: number; now: Date },
): Promise<void> {
  await tx
    .updateTable('passkey')
    .set({ counter: used.counter, last_used_at: used.now })
    .where('agency_id', '=', used.agencyId)
    .where('id', '=', used.id)
    .execute()
}

/** The passkeys of a person as a browser has to know them, so that it makes no second one in the same place. */
export async function listPasskeyIds(
  tx: Tx,
  { agencyId, personId }: Whose,
): Promise<readonly { id: string; transports: readonly string[] }[]> {
  return tx
    .selectFrom('passkey')
    .select(['id', 'transports'])
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .execute()
}

/** False when it is none of that person. */
export async function removePasskey(
  tx: Tx,
  { agencyId, personId, id }: Whose & { id: string },
): Promise<boolean> {
  const removed = await tx
    .deleteFrom('passkey')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}

/** Takes all passkeys of a person away; gives how many there were. */
export async function removePasskeysOf(tx: Tx, { agencyId, personId }: Whose): Promise<number> {
  const removed = await tx
    .deleteFrom('passkey')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return Number(removed.numDeletedRows)
}
