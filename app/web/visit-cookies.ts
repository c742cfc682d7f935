import { parse, serialize } from 'hono/utils/cookie'

/**
 * The cookies of an agency's people: their session, their browser, and for some minutes what binds an answer of a provider
 * or of a passkey to the browser that asked for it. `__Host-`: set over https (or on this machine) by this very host for the whole
 * site, so that no neighbouring host can plant one (RFC 6265bis, 4.1.3.2). Their value names the agency before the secret:
 * a cookie of one agency is known as such at another and opens nothing there.
 */
const NAMES = {
  session: '__Host-session',
  browser: '__Host-browser',
  oidc: '__Host-oidc',
  passkey: '__Host-passkey',
} as const
export type CookieName = keyof typeof NAMES

const LIFETIME_SECONDS: Readonly<Record<CookieName, number>> = {
  // Longer than a session: what is sent a day after its end is still known to be of the person whose session it was.
  session: 36 * 3600,
  browser: 400 * 86_400,
  oidc: 600,
  passkey: 300,
}

/** What a browser brought under one name. */
export type BroughtCookie =
  | Readonly<{ state: 'none' }>
  | Readonly<{ state: 'own'; token: string }>
  /** Of another agency, or changed by somebody. */
  | Readonly<{ state: 'foreign' | 'tampered' }>

const VALUE = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/

export function readCookie(
  header: string | null | undefined,
  name: CookieName,
  agencyId: string,
): BroughtCookie {
  const value = header ? parse(header, NAMES[name])[NAMES[name]] : undefined
  if (value === undefined || value === '') return { state: 'none' }
  const [, agency, token] = VALUE.exec(value) ?? []
  if (agency === undefined || token === undefined) return { state: 'tampered' }
  return agency === agencyId ? { state: 'own', token } : { state: 'foreign' }
}

/** A `Set-Cookie` header that gives the browser a token. */
export const setCookie = (name: CookieName, agencyId: string, token: string): string =>
  serialize(NAMES[name], `${agencyId}.${token}`, { ...ATTRIBUTES, maxAge: LIFETIME_SECONDS[name] })

/** A `Set-Cookie` header that takes the cookie away. */
export const clearCookie = (name: CookieName): string =>
  serialize(NAMES[name], '', { ...ATTRIBUTES, maxAge: 0 })

const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const
