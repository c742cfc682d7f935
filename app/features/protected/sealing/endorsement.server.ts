import { isSignedBy, type SigningPair, signBytes } from './keys.server.ts'

/** The keys of a holder and what they are appointed to, as the channel endorses them. */
export type EndorsedHolder = Readonly<{
  agencyId: string
  keyId: string
  kind: string
  sealing: Uint8Array
  signing: Uint8Array
}>

/** A public key for recovery by quorum, and the channel's word that it is the one that was given to it. */
export type EndorsedKey = Readonly<{ publicKey: Uint8Array; endorsement: Uint8Array }>

/**
 * The channel's word that a holder made these keys: who writes a row past the program, with the database alone, has not the key
 * of the channel, and nothing is ever sealed for theirs.
 */
export const endorseHolder = (channelKey: SigningPair, holder: EndorsedHolder): Uint8Array =>
  signBytes(channelKey, holderText(holder))

export const isHolderEndorsed = (
  channelKey: Pick<SigningPair, 'publicKey'>,
  { endorsement, ...holder }: EndorsedHolder & Readonly<{ endorsement: Uint8Array }>,
): boolean => isSignedBy(channelKey.publicKey, holderText(holder), endorsement)

export const endorseRecoveryKey = (
  channelKey: SigningPair,
  agencyId: string,
  publicKey: Uint8Array,
): Uint8Array => signBytes(channelKey, recoveryText(agencyId, publicKey))

export const isRecoveryKeyEndorsed = (
  channelKey: Pick<SigningPair, 'publicKey'>,
  agencyId: string,
  { publicKey, endorsement }: EndorsedKey,
): boolean => isSignedBy(channelKey.publicKey, recoveryText(agencyId, publicKey), endorsement)

const holderText = ({ agencyId, keyId, kind, sealing, signing }: EndorsedHolder): Buffer =>
  Buffer.concat([Buffer.from(`prongsai endorses v1|holder|${agencyId}|${keyId}|${kind}|`), sealing, signing])

const recoveryText = (agencyId: string, publicKey: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`prongsai endorses v1|recovery|${agencyId}|`), publicKey])
