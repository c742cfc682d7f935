import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

type Question = Readonly<{ challenge: string; rpId: string; origin: string }>
/** What an authenticator may do wrongly. */
type Faults = Readonly<{
  /** False: it was touched, but nobody was checked. */
  isVerified?: boolean
  counter?: number
  userHandle?: string | null
}>

/** An authenticator as software (Web Authentication, 6): one discoverable key on P-256, attestation "none". */
export type Authenticator = Readonly<{
  id: string
  create: (question: Question & { userId: string }, faults?: Faults) => Record<string, unknown>
  get: (question: Question, faults?: Faults) => Record<string, unknown>
}>

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const NEW_KEY = 0x40

export function createAuthenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  let [counter, owner] = [0, Buffer.from('nobody').toString('base64url')]
  const flagsOf = ({ isVerified = true }: Faults) => USER_PRESENT | (isVerified ? USER_VERIFIED : 0)
  const clientData = (type: string, { challenge, origin }: Question) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const shell = { id, rawId: id, type: 'public-key', clientExtensionResults: {} }
  return {
    id,
    create: ({ userId, ...question }, faults = {}) => {
      owner = Buffer.from(userId).toString('base64url')
      const key = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseKey(publicKey),
      ])
      const authData = Buffer.concat([head(question.rpId, flagsOf(faults) | NEW_KEY, counter), key])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      return {
        ...shell,
        response: {
          clientDataJSON: clientData('webauthn.create', question).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    get: (question, faults = {}) => {
      counter = faults.counter ?? counter + 1
      const authData = head(question.rpId, flagsOf(faults), counter)
      const said = clientData('webauthn.get', question)
      const signed = Buffer.concat([authData, createHash('sha256').update(said).digest()])
      return {
        ...shell,
        response: {
          clientDataJSON: said.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          userHandle: faults.userHandle === undefined ? owner : faults.userHandle,
        },
      }
    },
  }
}

function head(rpId: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count])
}

/** ES256 on P-256 (RFC 9053). */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const bytes = (part: string) => new Uint8Array(Buffer.from(part, 'base64url'))
  const key = new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ])
  return Buffer.from(isoCBOR.encode(key as never))
}
