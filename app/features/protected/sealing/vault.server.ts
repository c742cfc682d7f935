import { err, ok, type Result } from '../../../kernel/result.ts'
import { hkdf, joined, wipe } from './bytes.server.ts'
import { type Busy, type Derivation, type DerivationCost, VAULT_COST } from './derivation.server.ts'
import { openBody, sealBody } from './items.server.ts'
import {
  newSealingPair,
  newSigningPair,
  randomBytesOf,
  randomKey,
  type SealingPair,
  type SigningPair,
  sealingPairOf,
  signingPairOf,
} from './keys.server.ts'

/** The private keys of a holder. Only in memory, while a vault is open. */
export type Vault = Readonly<{ sealing: SealingPair; signing: SigningPair }>

/** A vault as it is stored: under the passphrase and under the recovery key. */
export type StoredVault = Readonly<{
  salt: Uint8Array
  cost: DerivationCost
  wrapped: Uint8Array
  wrappedRecovery: Uint8Array
}>

export type WrongVaultKey = Readonly<{ code: 'vault.wrong' }>

const SALT_BYTES = 16
const KEY_BYTES = 32
const BY_PASSPHRASE = Buffer.from('v1|vault|passphrase')
const BY_RECOVERY_KEY = Buffer.from('v1|vault|recovery')

/**
 * New keys of a holder. The recovery key (32 bytes, printed by `printKey`) is given out this once and never stored: it opens
 * the vault when the passphrase is forgotten.
 */
export async function makeVault(
  derivation: Derivation,
  passphrase: string,
): Promise<Result<Readonly<{ vault: Vault; stored: StoredVault; recoveryKey: Uint8Array }>, Busy>> {
  const vault = { sealing: newSealingPair(), signing: newSigningPair() }
  const recoveryKey = randomKey()
  const wrapped = await wrapByPassphrase(derivation, vault, passphrase)
  if (!wrapped.ok) return wrapped
  return ok({
    vault,
    stored: { ...wrapped.value, wrappedRecovery: wrapByRecoveryKey(vault, recoveryKey) },
    recoveryKey,
  })
}

/** One derivation always, at the cost the vault was made with. */
export async function openVault(
  derivation: Derivation,
  stored: StoredVault,
  passphrase: string,
): Promise<Result<Vault, WrongVaultKey | Busy>> {
  if (!isBearable(stored.cost)) return err({ code: 'vault.wrong' })
  const key = await derivation.deriveVault(passphrase, stored.salt, stored.cost)
  if (!key.ok) return key
  const secrets = openBody(stored.wrapped, key.value, BY_PASSPHRASE)
  wipe(key.value)
  return vaultOf(secrets)
}

/** A stored cost that no vault was ever made with would only take the memory of the server. */
const isBearable = ({ passes, memory }: DerivationCost): boolean =>
  passes <= 4 * VAULT_COST.passes && memory <= 4 * VAULT_COST.memory

export function openVaultByRecoveryKey(
  stored: StoredVault,
  recoveryKey: Uint8Array,
): Result<Vault, WrongVaultKey> {
  const key = hkdf(recoveryKey, NO_SALT, 'recovery of a vault', KEY_BYTES)
  const secrets = openBody(stored.wrappedRecovery, key, BY_RECOVERY_KEY)
  wipe(key)
  return vaultOf(secrets)
}

/** The same keys under another passphrase. The recovery key stays what it is. */
export async function changePassphrase(
  derivation: Derivation,
  { vault, stored }: Readonly<{ vault: Vault; stored: StoredVault }>,
  passphrase: string,
): Promise<Result<StoredVault, Busy>> {
  const wrapped = await wrapByPassphrase(derivation, vault, passphrase)
  return wrapped.ok ? ok({ ...wrapped.value, wrappedRecovery: stored.wrappedRecovery }) : wrapped
}

/** Takes the keys out of memory. */
export const closeVault = ({ sealing, signing }: Vault): void =>
  wipe(sealing.secretKey, signing.secretKey, signing.seed)

const NO_SALT = new Uint8Array(0)

async function wrapByPassphrase(derivation: Derivation, vault: Vault, passphrase: string) {
  const salt = randomBytesOf(SALT_BYTES)
  const cost = derivation.vaultCost
  const key = await derivation.deriveVault(passphrase, salt, cost)
  if (!key.ok) return key
  const secrets = joined(vault.sealing.secretKey, vault.signing.seed)
  const wrapped = sealBody(secrets, key.value, BY_PASSPHRASE)
  wipe(secrets, key.value)
  return ok({ salt, cost, wrapped })
}

function wrapByRecoveryKey(vault: Vault, recoveryKey: Uint8Array): Uint8Array {
  const key = hkdf(recoveryKey, NO_SALT, 'recovery of a vault', KEY_BYTES)
  const secrets = joined(vault.sealing.secretKey, vault.signing.seed)
  const wrapped = sealBody(secrets, key, BY_RECOVERY_KEY)
  wipe(secrets, key)
  return wrapped
}

function vaultOf(secrets: Uint8Array | null): Result<Vault, WrongVaultKey> {
  if (secrets?.byteLength !== 2 * KEY_BYTES) return err({ code: 'vault.wrong' })
  const vault = {
    sealing: sealingPairOf(Buffer.from(secrets.subarray(0, KEY_BYTES))),
    signing: signingPairOf(Buffer.from(secrets.subarray(KEY_BYTES))),
  }
  wipe(secrets)
  return ok(vault)
}
