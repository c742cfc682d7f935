/** How long a form may lie open before it is sent. */
const FORM_LIFETIME_MS = 2 * 3_600_000

/** The hidden field of a form: when it was made, and 256 random bits, by which one form is one ticket. */
export const writeFormSecret = (token: string, at: Date): string => `${at.getTime().toString(36)}.${token}`

/** Whether a form may still be sent; null for what is no secret of a form. */
export function readFormSecret(typed: string, now: Date): 'good' | 'expired' | null {
  const match = /^([0-9a-z]{7,9})\.[A-Za-z0-9_-]{43}$/.exec(typed)
  if (!match?.[1]) return null
  const age = now.getTime() - Number.parseInt(match[1], 36)
  return age > FORM_LIFETIME_MS || age < -FORM_LIFETIME_MS ? 'expired' : 'good'
}
