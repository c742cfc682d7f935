import { createHash } from 'node:crypto'
import sodium from 'sodium-native'
import { inChunks } from '../../../platform/files/in-chunks.ts'
import { bufferOf, wipe } from './bytes.server.ts'
import { keyBehind } from './items.server.ts'
import { paddedLength } from './padding.domain.ts'

export { paddedLength } from './padding.domain.ts'

/** A sealed file was changed, cut, or is of another key. What was given out of it before must not be used. */
export class SealBroken extends Error {
  constructor() {
    super('a sealed file does not open')
    this.name = 'SealBroken'
  }
}

/** `size` is what went in, `paddedSize` what lies on the disk, `sealedHash` the SHA-256 of that in hex. */
export type SealedFile = Readonly<{ size: number; paddedSize: number; sealedHash: string }>

const CHUNK = 64 * 1024
const PAD_MARK = 0x80
const HEADER_BYTES = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
const EXTRA_BYTES = sodium.crypto_secretstream_xchacha20poly1305_ABYTES

// The published types are of an older binding: the state is memory of the caller, a tag is a number.
const binding = sodium as unknown as {
  crypto_secretstream_xchacha20poly1305_STATEBYTES: number
  crypto_secretstream_xchacha20poly1305_TAG_FINAL: number
  crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: number
  crypto_secretstream_xchacha20poly1305_init_push(state: Buffer, header: Buffer, key: Buffer): void
  crypto_secretstream_xchacha20poly1305_push(s: Buffer, c: Buffer, m: Buffer, ad: null, tag: number): number
  crypto_secretstream_xchacha20poly1305_init_pull(state: Buffer, header: Buffer, key: Buffer): void
  crypto_secretstream_xchacha20poly1305_pull(s: Buffer, m: Buffer, tag: Buffer, c: Buffer, ad: null): number
}
const FINAL = binding.crypto_secretstream_xchacha20poly1305_TAG_FINAL
const MESSAGE = binding.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE

/** The key under which a file lies: of the random key in its manifest and the key of the case outside the database. */
export const fileKeyOf = (fileKey: Uint8Array, shredKey: Uint8Array, fileId: string): Uint8Array =>
  keyBehind(fileKey, shredKey, `file ${fileId}`)

/**
 * Seals a file as it streams by, in pieces of 64 KiB, filled up to `paddedLength` so that its size is hidden. `sink` takes
 * the sealed bytes in their order and is waited for.
 */
export async function sealFile(
  input: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  sink: (sealed: Uint8Array) => Promise<void> | void,
): Promise<SealedFile> {
  const { state, header } = startPush(key)
  const hash = createHash('sha256')
  let paddedSize = 0
  const give = async (sealed: Uint8Array) => {
    hash.update(sealed)
    paddedSize += sealed.byteLength
    await sink(sealed)
  }
  await give(header)
  let size = 0
  const count = async function* () {
    for await (const piece of input) {
      size += piece.byteLength
      yield piece
    }
    yield* padding(size)
  }
  // One piece behind, since the last one is marked.
  let held: Buffer | null = null
  for await (const piece of inChunks(count(), CHUNK)) {
    if (held) await give(push(state, held, MESSAGE))
    held = piece
  }
  await give(push(state, held ?? Buffer.alloc(0), FINAL))
  wipe(state)
  return { size, paddedSize, sealedHash: hash.digest('hex') }
}

/** Gives the file back piece by piece. Throws SealBroken as soon as anything is not as it was sealed. */
export async function* openFile(
  source: AsyncIterable<Uint8Array>,
  key: Uint8Array,
): AsyncGenerator<Uint8Array, void, undefined> {
  let state: Buffer | null = null
  let isEnded = false
  const padded = holdPadding()
  for await (const piece of inPieces(source)) {
    if (isEnded) throw new SealBroken()
    if (!state) {
      state = startPull(piece, key)
      continue
    }
    const opened = pull(state, piece)
    isEnded = opened.isFinal
    yield* padded.give(opened.plain)
  }
  if (!isEnded || !padded.isWhole()) throw new SealBroken()
  if (state) wipe(state)
}

function startPush(key: Uint8Array): { state: Buffer; header: Buffer } {
  const state = Buffer.alloc(binding.crypto_secretstream_xchacha20poly1305_STATEBYTES)
  const header = Buffer.alloc(HEADER_BYTES)
  binding.crypto_secretstream_xchacha20poly1305_init_push(state, header, bufferOf(key))
  return { state, header }
}

function push(state: Buffer, plain: Buffer, tag: number): Buffer {
  const sealed = Buffer.alloc(plain.byteLength + EXTRA_BYTES)
  binding.crypto_secretstream_xchacha20poly1305_push(state, sealed, plain, null, tag)
  return sealed
}

function startPull(header: Buffer, key: Uint8Array): Buffer {
  if (header.byteLength !== HEADER_BYTES) throw new SealBroken()
  const state = Buffer.alloc(binding.crypto_secretstream_xchacha20poly1305_STATEBYTES)
  try {
    binding.crypto_secretstream_xchacha20poly1305_init_pull(state, header, bufferOf(key))
  } catch {
    throw new SealBroken()
  }
  return state
}

function pull(state: Buffer, sealed: Buffer): { plain: Buffer; isFinal: boolean } {
  if (sealed.byteLength < EXTRA_BYTES) throw new SealBroken()
  const [plain, tag] = [Buffer.alloc(sealed.byteLength - EXTRA_BYTES), Buffer.alloc(1)]
  try {
    binding.crypto_secretstream_xchacha20poly1305_pull(state, plain, tag, sealed, null)
  } catch {
    throw new SealBroken()
  }
  return { plain, isFinal: tag[0] === FINAL }
}

/** A mark and zeros, up to the padded length. */
function* padding(size: number): Generator<Buffer> {
  let left = paddedLength(size + 1) - size - 1
  yield Buffer.of(PAD_MARK)
  for (; left > 0; left -= CHUNK) yield Buffer.alloc(Math.min(left, CHUNK))
}

/** Of a sealed file: the header, then pieces as they were pushed. */
async function* inPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let wanted = HEADER_BYTES
  for await (const piece of source) {
    rest = rest.byteLength === 0 ? bufferOf(piece) : Buffer.concat([rest, piece])
    while (rest.byteLength >= wanted) {
      yield rest.subarray(0, wanted)
      rest = rest.subarray(wanted)
      wanted = CHUNK + EXTRA_BYTES
    }
  }
  if (rest.byteLength > 0) yield rest
}

/** Lets everything through but the mark and the zeros at the end. */
function holdPadding() {
  let isMarked = false
  let zeros = 0
  const held = function* () {
    if (isMarked) yield Buffer.of(PAD_MARK)
    for (; zeros > 0; zeros -= CHUNK) yield Buffer.alloc(Math.min(zeros, CHUNK))
    isMarked = false
    zeros = 0
  }
  return {
    *give(plain: Buffer): Generator<Buffer> {
      let end = plain.byteLength
      while (end > 0 && plain[end - 1] === 0) end--
      if (end === 0) {
        // A run of zeros that follows no mark is content.
        if (isMarked) zeros += plain.byteLength
        else if (plain.byteLength > 0) yield plain
        return
      }
      yield* held()
      const isMark = plain[end - 1] === PAD_MARK
      const kept = isMark ? plain.subarray(0, end - 1) : plain
      if (kept.byteLength > 0) yield kept
      isMarked = isMark
      zeros = isMark ? plain.byteLength - end : 0
    },
    isWhole: () => isMarked,
  }
}
