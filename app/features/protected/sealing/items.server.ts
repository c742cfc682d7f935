import sodium from 'sodium-native'
import type { Author, ItemKind } from '../cases/case.domain.ts'
import { bufferOf, hkdf, joined, wipe } from './bytes.server.ts'
import { openSealed, randomBytesOf, randomKey, type SealingPair, sealFor } from './keys.server.ts'
import { paddedLength } from './padding.domain.ts'

/** What stands in clear beside an item, and is bound to it: changed, the item opens no more. `day` is an ISO day. */
export type ItemPlace = Readonly<{
  reportId: string
  epoch: number
  seq: number
  kind: ItemKind
  author: Author
  authorKeyId: string | null
  day: string
}>

/** `sealedDek` opens with the private key of the epoch, `body` with that and the key that lies outside the database. */
export type SealedItem = Readonly<{ sealedDek: Uint8Array; body: Uint8Array }>

const KEY_BYTES = 32
const LENGTH_BYTES = 4

/** `v1|report|epoch|seq|kind|author|key|day` */
export const placeText = (place: ItemPlace): Buffer =>
  Buffer.from(
    [
      'v1',
      place.reportId,
      place.epoch,
      place.seq,
      place.kind,
      place.author,
      place.authorKeyId ?? '',
      place.day,
    ].join('|'),
  )

/** Seals one item under a key of its own; its length is hidden (see `paddedLength`). */
export function sealItem(
  plain: Uint8Array,
  place: ItemPlace,
  keys: Readonly<{ epochKey: Uint8Array; shredKey: Uint8Array }>,
): SealedItem {
  const dek = randomKey()
  const key = itemKey(dek, keys.shredKey, place)
  const filled = Buffer.alloc(paddedLength(LENGTH_BYTES + plain.byteLength))
  filled.writeUInt32BE(plain.byteLength)
  filled.set(plain, LENGTH_BYTES)
  const sealed = { sealedDek: sealFor(keys.epochKey, dek), body: sealBody(filled, key, placeText(place)) }
  wipe(dek, key, filled)
  return sealed
}

/** Null when a key is wrong or anything of the item or its place was changed. */
export function openItem(
  sealed: SealedItem,
  place: ItemPlace,
  keys: Readonly<{ epochPair: SealingPair; shredKey: Uint8Array }>,
): Uint8Array | null {
  const dek = openSealed(keys.epochPair, sealed.sealedDek)
  if (dek?.byteLength !== KEY_BYTES) return null
  const key = itemKey(dek, keys.shredKey, place)
  const filled = openBody(sealed.body, key, placeText(place))
  wipe(dek, key)
  if (!filled || filled.byteLength < LENGTH_BYTES) return null
  const length = bufferOf(filled).readUInt32BE()
  if (length > filled.byteLength - LENGTH_BYTES) return null
  const plain = Uint8Array.from(filled.subarray(LENGTH_BYTES, LENGTH_BYTES + length))
  wipe(filled)
  return plain
}

const itemKey = (dek: Uint8Array, shredKey: Uint8Array, { reportId }: ItemPlace): Buffer =>
  keyBehind(dek, shredKey, `item of ${reportId}`)

/** A key that needs both: the one that is sealed in the database and the one of the case that lies outside of it. */
export function keyBehind(dek: Uint8Array, shredKey: Uint8Array, purpose: string): Buffer {
  const both = joined(dek, shredKey)
  const key = hkdf(both, new Uint8Array(0), purpose, KEY_BYTES)
  wipe(both)
  return key
}

/** XChaCha20-Poly1305 with a random nonce before the sealed bytes. */
export function sealBody(plain: Uint8Array, key: Uint8Array, about: Uint8Array): Uint8Array {
  const nonce = randomBytesOf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  const sealed = Buffer.alloc(plain.byteLength + sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES)
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    sealed,
    bufferOf(plain),
    bufferOf(about),
    null,
    bufferOf(nonce),
    bufferOf(key),
  )
  return Buffer.concat([nonce, sealed])
}

/** Null when the key or what it is about is another one, or anything was changed. */
export function openBody(body: Uint8Array, key: Uint8Array, about: Uint8Array): Uint8Array | null {
  const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
  const length = body.byteLength - nonceBytes - sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES
  if (length < 0) return null
  const plain = Buffer.alloc(length)
  const bytes = bufferOf(body)
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      plain,
      null,
      bytes.subarray(nonceBytes),
      bufferOf(about),
      bytes.subarray(0, nonceBytes),
      bufferOf(key),
    )
    return plain
  } catch {
    return null
  }
}
