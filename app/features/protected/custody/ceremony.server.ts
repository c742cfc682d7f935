import { wipe } from '../sealing/bytes.server.ts'
import { newSealingPair } from '../sealing/keys.server.ts'
import { printKey } from '../sealing/printed-key.server.ts'
import { splitKey } from '../sealing/recovery.server.ts'
import { recoveryFingerprint } from '../settings/recovery-fingerprint.server.ts'

/** What a ceremony gives, for paper: nothing of it is kept anywhere. */
export type Ceremony = Readonly<{
  /** For the settings of the channel. */
  publicKey: string
  /** To be compared with the one that the channel shows. */
  fingerprint: string
  /** One for each keeper, with check signs at its end. */
  shares: readonly string[]
  threshold: number
}>

/**
 * Makes the recovery key of an organisation: the private half is split at once, and is nowhere as a whole. Needs neither a
 * database nor a network. Between 2 and 9 shares, of which at least 2 open.
 */
export async function holdCeremony({
  shares,
  threshold,
}: Readonly<{ shares: number; threshold: number }>): Promise<Ceremony> {
  const { publicKey, secretKey } = newSealingPair()
  const parts = await splitKey(secretKey, { shares, threshold })
  wipe(secretKey)
  const printed = parts.map(printKey)
  wipe(...parts)
  return {
    publicKey: printKey(publicKey),
    fingerprint: recoveryFingerprint(publicKey),
    shares: printed,
    threshold,
  }
}
