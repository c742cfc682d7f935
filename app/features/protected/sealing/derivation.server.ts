import sodium from 'sodium-native'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { bufferOf, hkdf, wipe } from './bytes.server.ts'
import { type SigningPair, signingPairOf } from './keys.server.ts'
import { type Receipt, receiptOf } from './receipt.domain.ts'

/** What 24 digits open. `lookup` (16 bytes) finds the case, `wrap` (32) opens its key, `signSeed` (32) signs. */
export type ReceiptKeys = Readonly<{ lookup: Uint8Array; wrap: Uint8Array; signSeed: Uint8Array }>

/** Of Argon2id with one lane: passes over the memory, and its size in bytes. */
export type DerivationCost = Readonly<{ passes: number; memory: number }>
export type Busy = Readonly<{ code: 'channel.busy' }>

const MIB = 1024 * 1024
export const RECEIPT_COST: DerivationCost = { passes: 3, memory: 64 * MIB }
export const VAULT_COST: DerivationCost = { passes: 4, memory: 256 * MIB }

const SALT_BYTES = 16
const KEY_BYTES = 32

export type Derivation = Readonly<{
  /** Always one derivation, whatever the digits are. */
  deriveReceipt: (receipt: Receipt) => Promise<Result<ReceiptKeys, Busy>>
  /** The key of a vault, 32 bytes. At the cost of new vaults where none is given. */
  deriveVault: (
    passphrase: string,
    salt: Uint8Array,
    cost?: DerivationCost,
  ) => Promise<Result<Uint8Array, Busy>>
  /** What a vault that is made now costs to open. */
  vaultCost: DerivationCost
  /** The receipt of a form: the same secret (32 bytes) gives the same one, also after a crash. */
  receiptOfForm: (formSecret: Uint8Array) => Receipt
  /** What the channel itself signs with. Who has the database alone cannot. */
  channelKey: SigningPair
}>

/**
 * Derives keys off the main thread, `atOnce` at a time and at most `waiting` behind them; who comes after that is told that
 * the channel is busy. Vaults have a queue of their own, so that a flood of codes keeps no recipient out.
 * @param pepper 32 bytes, outside the database and its backups: without it no code can be tried on a stolen database
 */
export function openDerivation(
  options: Readonly<{
    pepper: Uint8Array
    atOnce: number
    waiting: number
    receiptCost?: DerivationCost
    vaultCost?: DerivationCost
  }>,
): Derivation {
  const { pepper, receiptCost = RECEIPT_COST, vaultCost = VAULT_COST } = options
  const receipts = openQueue(options.atOnce, options.waiting)
  const vaults = openQueue(1, options.waiting)
  const receiptSalt = hkdf(pepper, EMPTY, 'salt of receipts', SALT_BYTES)
  return {
    deriveReceipt: (receipt) =>
      receipts(async () => {
        const root = await argon2id(receipt, receiptSalt, receiptCost)
        const keys: ReceiptKeys = {
          lookup: hkdf(root, pepper, 'look-up of a receipt', 16),
          wrap: hkdf(root, pepper, 'wrap of a receipt', KEY_BYTES),
          signSeed: hkdf(root, pepper, 'signature of a receipt', KEY_BYTES),
        }
        wipe(root)
        return keys
      }),
    deriveVault: (passphrase, salt, cost = vaultCost) =>
      vaults(() => argon2id(passphrase.normalize('NFKC'), salt, cost)),
    vaultCost,
    receiptOfForm: (formSecret) => receiptOf(hkdf(pepper, formSecret, 'receipt of a form', KEY_BYTES)),
    channelKey: signingPairOf(hkdf(pepper, EMPTY, 'signature of the channel', KEY_BYTES)),
  }
}

const EMPTY = new Uint8Array(0)

async function argon2id(secret: string, salt: Uint8Array, cost: DerivationCost): Promise<Uint8Array> {
  const [key, typed] = [Buffer.alloc(KEY_BYTES), Buffer.alloc(Buffer.byteLength(secret))]
  typed.write(secret)
  await new Promise<void>((done, fail) =>
    sodium.crypto_pwhash_async(
      key,
      typed,
      bufferOf(salt),
      cost.passes,
      cost.memory,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
      (error) => (error ? fail(error) : done()),
    ),
  )
  wipe(typed)
  return key
}

function openQueue(atOnce: number, waiting: number) {
  let running = 0
  const queue: (() => void)[] = []
  const enter = async () => {
    if (running < atOnce) running++
    else await new Promise<void>((turn) => queue.push(turn))
  }
  // Whose turn comes takes the place over: nobody slips in between.
  const leave = () => {
    const turn = queue.shift()
    if (turn) turn()
    else running--
  }
  return async <T>(work: () => Promise<T>): Promise<Result<T, Busy>> => {
    if (running >= atOnce && queue.length >= waiting) return err({ code: 'channel.busy' })
    await enter()
    try {
      return ok(await work())
    } finally {
      leave()
    }
  }
}
