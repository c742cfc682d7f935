import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'

type Whose = Readonly<{ agencyId: string; personId: string }>

/** Somebody who may sign in, with what signing in has to know of them. */
export type Account = Readonly<{
  personId: string
  name: string
  email: string | null
  lang: 'th' | 'en'
  passwordHash: string | null
}>

const account = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('person')
    .leftJoin('password_credential as password', (join) =>
      join.onRef('password.agency_id', '=', 'person.agency_id').onRef('password.person_id', '=', 'person.id'),
    )
    .select(['person.id', 'person.name', 'person.email', 'person.lang', 'password.hash'])
    .where('person.agency_id', '=', agencyId)
    .where('person.disabled_at', 'is', null)

type AccountRow = NonNullable<Awaited<ReturnType<ReturnType<typeof account>['executeTakeFirst']>>>

const rowToAccount = (row: AccountRow): Account => ({
  personId: row.id,
  name: row.name,
  email: row.email,
  lang: row.lang === 'en' ? 'en' : 'th',
  passwordHash: row.hash,
})

/** Finds who may sign in under an address (see `foldEmail`); null for nobody and for who was disabled. */
export async function findAccountByEmail(tx: Tx, agencyId: string, email: string): Promise<Account | null> {
  const row = await account(tx, agencyId).where('person.email', '=', email).executeTakeFirst()
  return row ? rowToAccount(row) : null
}

export async function findAccount(tx: Tx, { agencyId, personId }: Whose): Promise<Account | null> {
  const row = await account(tx, agencyId).where('person.id', '=', personId).executeTakeFirst()
  return row ? rowToAccount(row) : null
}

export async function savePassword(tx: Tx, whose: Whose, hash: string, now: Date): Promise<void> {
  await tx
    .insertInto('password_credential')
    .values({ agency_id: whose.agencyId, person_id: whose.personId, hash, set_at: now })
    .onConflict((conflict) => conflict.columns(['agency_id', 'person_id']).doUpdateSet({ hash, set_at: now }))
    .execute()
}

export type Totp = Readonly<{ secretSealed: Buffer; isConfirmed: boolean; lastStep: number }>

/** Holds the row until the transaction ends: of two codes at once one is judged after the other. */
export async function findTotp(tx: Tx, whose: Whose): Promise<Totp | null> {
  const row = await tx
    .selectFrom('totp_credential')
    .select(['secret_sealed', 'confirmed_at', 'last_step'])
    .where('agency_id', '=', whose.agencyId)
    .where('person_id', '=', whose.personId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return {
    secretSealed: row.secret_sealed,
    isConfirmed: row.confirmed_at !== null,
    lastStep: Number(row.last_step),
  }
}

/** Saves an authenticator app that still has to be confirmed; takes the place of one that was not. */
export async function saveTotp(tx: Tx, whose: Whose, secretSealed: Buffer): Promise<void> {
  const fresh = { secret_sealed: secretSealed, confirmed_at: null, last_step: 0 }
  await tx
    .insertInto('totp_credential')
    .values({ agency_id: whose.agencyId, person_id: whose.personId, ...fresh })
    .onConflict((conflict) => conflict.columns(['agency_id', 'person_id']).doUpdateSet(fresh))
    .execute()
}

/** Makes an app the person's: its secret is from now on sealed for them, whatever the session. */
export async function confirmSecret(
  tx: Tx,
  whose: Whose,
  { secretSealed, step, now }: { secretSealed: Buffer; step: number; now: Date },
): Promise<void> {
  await tx
    .updateTable('totp_credential')
    .set({ secret_sealed: secretSealed, last_step: step, confirmed_at: now })
    .where('agency_id', '=', whose.agencyId)
    .where('person_id', '=', whose.personId)
    .execute()
}

/** Notes the time step of a code that was taken. */
export async function takeTotpStep(tx: Tx, whose: Whose, { step }: { step: number }): Promise<void> {
  await tx
    .updateTable('totp_credential')
    .set({ last_step: step })
    .where('agency_id', '=', whose.agencyId)
    .where('person_id', '=', whose.personId)
    .execute()
}

/** Takes the authenticator app and its recovery codes away; false when there was none. */
export async function removeTotp(tx: Tx, whose: Whose): Promise<boolean> {
  await removeRecoveryCodes(tx, whose)
  const removed = await tx
    .deleteFrom('totp_credential')
    .where('agency_id', '=', whose.agencyId)
    .where('person_id', '=', whose.personId)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}

async function removeRecoveryCodes(tx: Tx, whose: Whose): Promise<void> {
  await tx
    .deleteFrom('recovery_code')
    .where('agency_id', '=', whose.agencyId)
    .where('person_id', '=', whose.personId)
    .execute()
}

/** Saves new recovery codes in the place of all earlier ones. */
export async function saveRecoveryCodes(tx: Tx, whose: Whose, codes: readonly string[]): Promise<void> {
  await removeRecoveryCodes(tx, whose)
  await tx
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        agency_id: whose.agencyId,
        person_id: whose.personId,
        code_hash: recoveryHash(whose, code),
      })),
    )
    .execute()
}

/** Uses a recovery code up; false when it is none of the person's or was used. */
export async function takeRecoveryCode(tx: Tx, whose: Whose, code: string, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('agency_id', '=', whose.agencyId)
    .where('person_id', '=', whose.personId)
    .where('code_hash', '=', recoveryHash(whose, code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

const recoveryHash = ({ personId }: Whose, code: string): string => sha256Hex(`${personId} ${code}`)

/** In how many ways a person can sign in without anybody's help. An account at a provider that was removed is none. */
export async function countWays(tx: Tx, { agencyId, personId }: Whose): Promise<number> {
  const count = (table: 'password_credential' | 'passkey' | 'oidc_identity') =>
    tx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where(`${table}.agency_id`, '=', agencyId)
      .where(`${table}.person_id`, '=', personId)
  const identities = count('oidc_identity').where(({ exists, selectFrom }) =>
    exists(
      selectFrom('oidc_provider as provider')
        .select('provider.id')
        .whereRef('provider.agency_id', '=', 'oidc_identity.agency_id')
        .whereRef(sql`rtrim(provider.issuer, '/')`, '=', sql`rtrim(oidc_identity.issuer, '/')`)
        .where('provider.removed_at', 'is', null),
    ),
  )
  const counts = await Promise.all(
    [count('password_credential'), count('passkey'), identities].map((query) =>
      query.executeTakeFirstOrThrow(),
    ),
  )
  return counts.reduce((sum, row) => sum + Number(row.count), 0)
}

export async function hasPasskey(tx: Tx, { agencyId, personId }: Whose): Promise<boolean> {
  const row = await tx
    .selectFrom('passkey')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}
