import type { Derivation } from '../sealing/derivation.server.ts'
import { isHolderEndorsed } from '../sealing/endorsement.server.ts'
import type { ShredStore } from '../sealing/shred.server.ts'
import type { KnownHolder } from './case.domain.ts'

/** What it takes beside the database to work on a case. */
export type CaseTools = Readonly<{ derivation: Derivation; shred: ShredStore }>

export type NoCase = Readonly<{ code: 'case.not-found' }>
/** Something of the case is not what its chain says, and nothing is added to it under keys that may be another's. */
export type BrokenCase = Readonly<{ code: 'case.not-whole' }>

/** Whether the channel says that these keys are that holder's. For others nothing is sealed. */
export const isEndorsed = (
  { derivation }: Pick<CaseTools, 'derivation'>,
  agencyId: string,
  { keyId, kind, sealing, signing, endorsement }: KnownHolder,
): boolean =>
  isHolderEndorsed(derivation.channelKey, {
    agencyId,
    keyId,
    kind,
    sealing: fromBase64(sealing),
    signing: fromBase64(signing),
    endorsement: fromBase64(endorsement),
  })

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64')
