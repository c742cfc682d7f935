import { joined, wipe } from '../sealing/bytes.server.ts'
import { openBody, sealBody } from '../sealing/items.server.ts'
import {
  openSealed,
  type SealingPair,
  type SigningPair,
  sealFor,
  sealingPairOf,
  signingPairOf,
} from '../sealing/keys.server.ts'

/** The two secrets of a reporter, 32 bytes each: a code that is given anew wraps the same ones. */
export type ReporterSecrets = Readonly<{ sealing: Uint8Array; seed: Uint8Array }>

const KEY_BYTES = 32

export function wrapReporterKey(reportId: string, secrets: ReporterSecrets, wrap: Uint8Array): Uint8Array {
  const both = joined(secrets.sealing, secrets.seed)
  const wrapped = sealBody(both, wrap, aboutReporter(reportId))
  wipe(both)
  return wrapped
}

/** Null with other digits. */
export const openReporterKey = (
  reportId: string,
  wrapped: Uint8Array,
  wrap: Uint8Array,
): ReporterSecrets | null => secretsOf(openBody(wrapped, wrap, aboutReporter(reportId)))

/** For whom the desk sent here: opened with the key pair of the follow-up's secret. */
export function sealedForClaim(secrets: ReporterSecrets, claimPublicKey: Uint8Array): Uint8Array {
  const both = joined(secrets.sealing, secrets.seed)
  const sealed = sealFor(claimPublicKey, both)
  wipe(both)
  return sealed
}

export const openClaim = (pair: SealingPair, sealedClaim: Uint8Array): ReporterSecrets | null =>
  secretsOf(openSealed(pair, sealedClaim))

export const reporterPairs = (
  secrets: ReporterSecrets,
): Readonly<{ sealing: SealingPair; signing: SigningPair }> => ({
  sealing: sealingPairOf(secrets.sealing),
  signing: signingPairOf(secrets.seed),
})

function secretsOf(both: Uint8Array | null): ReporterSecrets | null {
  if (both?.byteLength !== 2 * KEY_BYTES) return null
  const secrets = {
    sealing: Buffer.from(both.subarray(0, KEY_BYTES)),
    seed: Buffer.from(both.subarray(KEY_BYTES)),
  }
  wipe(both)
  return secrets
}

const aboutReporter = (reportId: string): Buffer => Buffer.from(`v1|reporter key|${reportId}`)
