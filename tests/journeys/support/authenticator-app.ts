import { Secret, TOTP } from 'otpauth'

/** The phone of a person: each code it gives is one that was not given before, as if they waited for the next. */
export function authenticatorApp(secretAsShown: string): () => string {
  const totp = new TOTP({ secret: Secret.fromBase32(secretAsShown.replace(/\s/g, '')) })
  let last = 0
  return () => {
    const step = Math.max(Math.floor(Date.now() / 30_000), last + 1)
    last = step
    return totp.generate({ timestamp: step * 30_000 })
  }
}
