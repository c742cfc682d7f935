import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
/** RFC 6238 as every authenticator app speaks it: SHA-1, six digits, thirty seconds. */
const totp = (secret: string, label = '', issuer = '') =>
  new TOTP({ secret: Secret.fromBase32(secret), label, issuer, period: PERIOD_SECONDS })

/** A new secret of 160 bits in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The address that an authenticator app reads from a QR code. */
export const totpAddress = (
  secret: string,
  { account, agency }: { account: string; agency: string },
): string => totp(secret, account, agency).toString()

/** The time step of a code; null when it is none of now, of the one before, or of the one after. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}

const RECOVERY_CODES = 10
/** Letters and digits that nobody takes for one another (Crockford). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten codes for the day on which the phone is gone, 50 random bits each: "x7k2m-9q4rd". */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const letters = [...randomBytes(10)].map((byte) => ALPHABET[byte % ALPHABET.length])
    return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
  })
