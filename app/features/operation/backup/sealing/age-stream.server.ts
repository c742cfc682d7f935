import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { Decrypter, Encrypter } from 'age-encryption'
import { inChunks } from '../../../../platform/files/in-chunks.ts'

/** What was sealed was changed or cut, or is not of age. */
export class AgeBroken extends Error {
  constructor() {
    super('a sealed part does not open')
    this.name = 'AgeBroken'
  }
}

/** It is of age, and this is not its key. */
export class AgeWrongKey extends Error {
  constructor() {
    super('a sealed part was sealed for another key')
    this.name = 'AgeWrongKey'
  }
}

// age-encryption.org/v1: the payload is cut into chunks of 64 KiB, each sealed with ChaCha20-Poly1305.
const CHUNK = 64 * 1024
const TAG = 16
const NONCE = 16
const LONGEST_HEADER = 64 * 1024
const HEADER_END = /\n--- [A-Za-z0-9+/]{43}\n/

type Pieces = AsyncIterable<Uint8Array>

/**
 * Seals a stream for a public key of age, so that the program `age` opens it. The header is the library's; the payload is
 * sealed here by OpenSSL, which is several times as fast.
 */
export async function* sealWithAge(input: Pieces, recipient: string): AsyncGenerator<Buffer> {
  const { header, fileKey } = await newHeader(recipient)
  const nonce = randomBytes(NONCE)
  const key = payloadKey(fileKey, nonce)
  yield Buffer.concat([header, nonce])
  let counter = 0
  let held: Buffer | null = null
  // One behind, since the last chunk is marked.
  for await (const chunk of inChunks(input, CHUNK)) {
    if (held) yield sealChunk(key, held, nonceOf(counter++, false))
    held = chunk
  }
  yield sealChunk(key, held ?? Buffer.alloc(0), nonceOf(counter, true))
}

/** Opens what was sealed for the public key of `identity`. Throws AgeBroken or AgeWrongKey. */
export async function* openWithAge(input: Pieces, identity: string): AsyncGenerator<Buffer> {
  const pieces = input[Symbol.asyncIterator]()
  let start: Buffer = Buffer.alloc(0)
  const more = async () => {
    const next = await pieces.next()
    if (next.done || start.length > LONGEST_HEADER) throw new AgeBroken()
    start = Buffer.concat([start, next.value])
  }
  while (!HEADER_END.test(start.toString('latin1'))) await more()
  const end = start.toString('latin1').search(HEADER_END) + '\n--- \n'.length + 43
  while (start.length < end + NONCE) await more()
  const fileKey = await fileKeyOf(start.subarray(0, end), identity)
  const key = payloadKey(fileKey, start.subarray(end, end + NONCE))
  const rest = start.subarray(end + NONCE)
  const body = async function* () {
    if (rest.length > 0) yield rest
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
  }
  let counter = 0
  let held: Buffer | null = null
  for await (const chunk of inChunks(body(), CHUNK + TAG)) {
    if (held) yield openChunk(key, held, nonceOf(counter++, false))
    held = chunk
  }
  if (!held || (counter > 0 && held.length === TAG)) throw new AgeBroken()
  yield openChunk(key, held, nonceOf(counter, true))
}

/** The library writes the header; a second recipient that writes nothing is told the key of the file. */
async function newHeader(recipient: string): Promise<{ header: Buffer; fileKey: Uint8Array }> {
  const encrypter = new Encrypter()
  let fileKey: Uint8Array | null = null
  encrypter.addRecipient(recipient)
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key)
      return []
    },
  })
  const sealed = await encrypter.encrypt(new Uint8Array())
  if (fileKey === null) throw new Error('age gave no key')
  return { header: Buffer.from(sealed.subarray(0, sealed.length - NONCE - TAG)), fileKey }
}

async function fileKeyOf(header: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return await decrypter.decryptHeader(Uint8Array.from(header))
  } catch (error) {
    throw /no identity matched/.test((error as Error).message) ? new AgeWrongKey() : new AgeBroken()
  }
}

const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32)))

/** Eleven bytes that count, and one that marks the last chunk. */
function nonceOf(counter: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(counter, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

function sealChunk(key: KeyObject, plain: Buffer, nonce: Buffer): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG })
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openChunk(key: KeyObject, sealed: Buffer, nonce: Buffer): Buffer {
  if (sealed.length < TAG) throw new AgeBroken()
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG })
  decipher.setAuthTag(sealed.subarray(-TAG))
  const plain = decipher.update(sealed.subarray(0, -TAG))
  try {
    decipher.final()
  } catch {
    throw new AgeBroken()
  }
  return plain
}
