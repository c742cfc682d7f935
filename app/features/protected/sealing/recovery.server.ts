import { createHash } from 'node:crypto'
import { combine, split } from 'shamir-secret-sharing'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { isSame, joined, wipe } from './bytes.server.ts'
import { randomBytesOf } from './keys.server.ts'

export type RecoveryFault = Readonly<{ code: 'recovery.too-few' | 'recovery.mixed' }>

const SET_BYTES = 4
const HEADER_BYTES = SET_BYTES + 1
const CHECK_BYTES = 4

/**
 * Splits a key among `shares` keepers, of whom `threshold` make it again and fewer learn nothing. Each share says to which
 * set it belongs and how many are needed; print it with `printKey`.
 */
export async function splitKey(
  secret: Uint8Array,
  { shares, threshold }: Readonly<{ shares: number; threshold: number }>,
): Promise<readonly Uint8Array[]> {
  const checked = Uint8Array.from(joined(secret, checkOf(secret)))
  const header = Uint8Array.of(...randomBytesOf(SET_BYTES), threshold)
  const parts = await split(checked, shares, threshold)
  wipe(checked)
  return parts.map((part) => Uint8Array.from(joined(header, part)))
}

/** The key of enough shares of one set. */
export async function joinKey(shares: readonly Uint8Array[]): Promise<Result<Uint8Array, RecoveryFault>> {
  const distinct = shares.filter((share, at) => shares.findIndex((other) => isSame(other, share)) === at)
  const [first] = distinct
  if (!first) return err({ code: 'recovery.too-few' })
  const isOfSet = (share: Uint8Array) =>
    share.byteLength === first.byteLength &&
    isSame(share.subarray(0, HEADER_BYTES), first.subarray(0, HEADER_BYTES))
  if (!distinct.every(isOfSet)) return err({ code: 'recovery.mixed' })
  if (distinct.length < Math.max(2, Number(first[SET_BYTES]))) return err({ code: 'recovery.too-few' })
  // The library takes arrays of bytes only, no Buffer.
  const whole = await combine(distinct.map((share) => Uint8Array.from(share.subarray(HEADER_BYTES)))).catch(
    () => null,
  )
  if (!whole) return err({ code: 'recovery.mixed' })
  const secret = whole.slice(0, -CHECK_BYTES)
  const isRight = isSame(checkOf(secret), whole.slice(-CHECK_BYTES))
  wipe(whole)
  return isRight ? ok(secret) : err({ code: 'recovery.mixed' })
}

const checkOf = (secret: Uint8Array): Uint8Array =>
  createHash('sha256').update('prongsai share v1|').update(secret).digest().subarray(0, CHECK_BYTES)
