import { newToken, tokenHash } from '../../../platform/secrets/token.server.ts'

/** Where a provider sends people back to; it is registered there, so there is one for both languages. */
export const callbackAddress = (origin: string): string => `${origin}/sign-in/oidc/callback`

/**
 * The state of a sign-in, made of the secret that the browser holds: it shows nothing of the secret, and whether an answer
 * belongs to a browser is known before anything is looked up.
 */
export const stateOf = (attemptToken: string): string => tokenHash(`state ${attemptToken}`)

/** A fresh nonce and verifier, the latter of the length and letters of RFC 7636 (4.1). */
export const newBinding = () => ({ nonce: newToken(), verifier: newToken() })
