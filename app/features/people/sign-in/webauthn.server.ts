import { isIP } from 'node:net'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { KeptPasskey, NewPasskey } from './passkey.repo.server.ts'

export type CreationOptions = PublicKeyCredentialCreationOptionsJSON
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON

/** EdDSA, ES256 and RS256, as every authenticator has one of them (RFC 9053, RFC 8812). Newer ones are experiments yet. */
const ALGORITHMS = [-8, -7, -257]
/** Large, with the certificates of every maker: loaded when the first passkey is asked for. */
const library = () => import('@simplewebauthn/server')

/** How long a browser asks its person; the challenge itself is good for five minutes. */
const TIMEOUT_MS = 240_000

/**
 * The name to which passkeys of this site are bound (RP ID): its host name. Null where the site is met by a mere address:
 * browsers bind no passkey to one (Web Authentication, 5.1.3).
 */
export function relyingPartyOf(origin: string): string | null {
  const host = new URL(origin).hostname
  return isIP(host.replace(/^\[|\]$/g, '')) === 0 ? host : null
}

/** Whether a site that is met at this address can have passkeys at all. */
export const offersPasskeys = (origin: string): boolean => relyingPartyOf(origin) !== null

export type NewcomersFacts = Readonly<{
  rpId: string
  agencyName: string
  person: Readonly<{ id: string; name: string; email: string | null }>
  known: readonly Readonly<{ id: string; transports: readonly string[] }>[]
}>

/** Asks for a passkey that can be found without a name (discoverable) and that checks who uses it. */
export const askForNewPasskey = async ({
  rpId,
  agencyName,
  person,
  known,
}: NewcomersFacts): Promise<CreationOptions> =>
  (await library()).generateRegistrationOptions({
    rpID: rpId,
    rpName: agencyName,
    userID: new TextEncoder().encode(person.id),
    userName: person.email ?? person.name,
    userDisplayName: person.name,
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** Asks for any passkey of this site: the browser knows whose it has, and nobody is asked for a name. */
export const askForPasskey = async (rpId: string): Promise<RequestOptions> =>
  (await library()).generateAuthenticationOptions({
    rpID: rpId,
    userVerification: 'required',
    timeout: TIMEOUT_MS,
  })

/** To what an answer must be bound. */
export type Ceremony = Readonly<{ challenge: string; origin: string; rpId: string }>

/** The passkey of an answer; null when anything about it is not as it was asked for. */
export async function readNewPasskey(
  answer: unknown,
  { challenge, origin, rpId }: Ceremony,
): Promise<Omit<NewPasskey, 'label'> | null> {
  const read = NEW_ANSWER.safeParse(answer)
  if (!read.success) return null
  const { verifyRegistrationResponse } = await library()
  const verified = await verifyRegistrationResponse({
    response: read.data as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null)
  if (!verified?.verified) return null
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return { id, publicKey, counter, transports: read.data.response.transports ?? [] }
}

export type PasskeyAnswer = z.infer<typeof ANSWER>

/** An answer to `askForPasskey` as far as it has the form of one. */
export function readPasskeyAnswer(answer: unknown): PasskeyAnswer | null {
  const read = ANSWER.safeParse(answer)
  return read.success ? read.data : null
}

export type PasskeyJudgement =
  | Readonly<{ isGood: true; counter: number }>
  | Readonly<{ isGood: false; reason: 'not-verified' | 'counter' | 'other-person' }>

/** Whether an answer is of that passkey, of its person and for this very question. */
export async function judgePasskey(
  answer: PasskeyAnswer,
  { passkey, ceremony }: { passkey: KeptPasskey; ceremony: Ceremony },
): Promise<PasskeyJudgement> {
  const { verifyAuthenticationResponse } = await library()
  const verified = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge: ceremony.challenge,
    expectedOrigin: ceremony.origin,
    expectedRPID: ceremony.rpId,
    requireUserVerification: true,
    // The counter is judged below: the library would throw about it before it has looked at the signature.
    credential: { id: passkey.id, publicKey: passkey.publicKey, counter: 0 },
  }).catch(() => null)
  if (!verified?.verified) return { isGood: false, reason: 'not-verified' }
  const { userHandle } = answer.response
  if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== passkey.personId)
    return { isGood: false, reason: 'other-person' }
  const counter = verified.authenticationInfo.newCounter
  // A counter that does not rise tells of a copy; one that was never used stays zero (Web Authentication, 6.1.1).
  const isCopy = (counter > 0 || passkey.counter > 0) && counter <= passkey.counter
  return isCopy ? { isGood: false, reason: 'counter' } : { isGood: true, counter }
}

const BASE64URL = z.string().regex(/^[A-Za-z0-9_-]{1,20000}$/)
const CREDENTIAL = {
  id: BASE64URL.max(1400),
  rawId: BASE64URL.max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
}
const ANSWER = z.object({
  ...CREDENTIAL,
  response: z.object({
    clientDataJSON: BASE64URL,
    authenticatorData: BASE64URL,
    signature: BASE64URL,
    userHandle: BASE64URL.max(100).nullish(),
  }),
})
const NEW_ANSWER = z.object({
  ...CREDENTIAL,
  response: z.object({
    clientDataJSON: BASE64URL,
    attestationObject: BASE64URL,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,30}$/))
      .max(10)
      .optional(),
  }),
})
