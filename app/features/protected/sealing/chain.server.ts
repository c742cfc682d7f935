import sodium from 'sodium-native'
import type { ChainReport } from '../cases/case.domain.ts'
import { bufferOf, isSame } from './bytes.server.ts'
import { type ItemPlace, placeText, type SealedItem } from './items.server.ts'
import { isSignedBy, type SigningPair, signBytes } from './keys.server.ts'

/** An item as it is stored. */
export type ChainedItem = ItemPlace &
  SealedItem &
  Readonly<{
    /** SHA-256 over the hash before it, its place and its sealed bytes. */
    chainHash: Uint8Array
    signature: Uint8Array
  }>

/** With what a chain begins, so that no item fits into another case, nor under other keys of a reporter. */
export const chainStart = (of: {
  agencyId: string
  reportId: string
  sealingKey: Uint8Array
  signingKey: Uint8Array
}): Uint8Array =>
  sha256([Buffer.from(`prongsai case v1|${of.agencyId}|${of.reportId}`), of.sealingKey, of.signingKey])

/** `h_i = H(h_{i-1}, place, sealed DEK, body)`, each with its length before it. */
export const chainHash = (previous: Uint8Array, place: ItemPlace, sealed: SealedItem): Uint8Array =>
  sha256([previous, placeText(place), sealed.sealedDek, sealed.body])

export const signHash = (pair: SigningPair, hash: Uint8Array): Uint8Array => signBytes(pair, signedText(hash))

/**
 * Walks a chain from its start. Items in the order of their `seq`.
 * @param ends what the case says of its end: how many items there are, and the hash of the last
 * @param signerOf the public key that must have signed an item, null where nobody may have
 */
export function checkChain(
  items: readonly ChainedItem[],
  {
    start,
    ends,
    signerOf,
  }: Readonly<{
    start: Uint8Array
    ends: Readonly<{ length: number; hash: Uint8Array }>
    signerOf: (item: ChainedItem) => Uint8Array | null
  }>,
): ChainReport {
  let previous = start
  for (const [at, item] of items.entries()) {
    if (item.seq !== at) return { whole: false, at, why: 'missing' }
    const hash = chainHash(previous, item, item)
    if (!isSame(hash, item.chainHash)) return { whole: false, at, why: whyBroken(items, item, start) }
    const signer = signerOf(item)
    if (!signer || !isSignedBy(signer, signedText(hash), item.signature))
      return { whole: false, at, why: 'unsigned' }
    previous = hash
  }
  if (ends.length !== items.length || !isSame(ends.hash, previous))
    return { whole: false, at: items.length, why: 'missing' }
  return { whole: true }
}

/** An item that is whole at another place of the same case was moved; every other one was altered. */
function whyBroken(items: readonly ChainedItem[], item: ChainedItem, start: Uint8Array) {
  const befores = [start, ...items.map((other) => other.chainHash)]
  const fits = items.some((_, seq) =>
    befores.some((before) => isSame(chainHash(before, { ...item, seq }, item), item.chainHash)),
  )
  return fits ? 'reordered' : 'altered'
}

const signedText = (hash: Uint8Array): Buffer => Buffer.concat([Buffer.from('prongsai chain v1|'), hash])

function sha256(parts: readonly Uint8Array[]): Uint8Array {
  const lengths = parts.map((part) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.byteLength)
    return [length, part]
  })
  const hash = Buffer.alloc(sodium.crypto_hash_sha256_BYTES)
  sodium.crypto_hash_sha256(hash, bufferOf(Buffer.concat(lengths.flat())))
  return hash
}
