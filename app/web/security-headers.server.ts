import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { isPersonal, isReporters, isSealed } from './addresses.ts'

/**
 * Kinds of answers. `public` is kept and given to everybody as it is, so it can carry no nonce: a nonce that all visitors
 * share is no secret. It allows files of this site alone, and nothing that stands in the page. `personal` is rendered for
 * one person and allows only scripts that carry the nonce of this one answer. `reporters` runs no script at all and asks
 * nobody for anything but its style.
 */
type PageKind = 'public' | 'personal' | 'reporters'

const kindOf = (pathname: string): PageKind => {
  if (isReporters(pathname)) return 'reporters'
  return isPersonal(pathname) ? 'personal' : 'public'
}

const NO_SCRIPT = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const contentSecurityPolicy = (kind: PageKind, nonce: string): string => {
  if (kind === 'reporters') return NO_SCRIPT
  return [
    "default-src 'none'",
    kind === 'public' ? "script-src 'self'" : `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The editor of analyses reads what is pasted through a policy of its own, into a document that runs nothing.
    `trusted-types ${kind === 'public' ? "'none'" : 'ProseMirrorClipboard'}`,
  ].join('; ')
}

/** No page uses a device of the visitor, but for the passkeys with which people sign in. */
const DEVICES = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb']
const PASSKEYS = ['publickey-credentials-create', 'publickey-credentials-get']
const permissionsPolicy = (kind: PageKind): string =>
  [
    ...DEVICES.map((name) => `${name}=()`),
    ...PASSKEYS.map((name) => `${name}=(${kind === 'personal' ? 'self' : ''})`),
  ].join(', ')

const ONE_YEAR = 'max-age=31536000'

/**
 * What a request is given on its way: the nonce that its answer's scripts must carry, the pattern of its address once it is
 * known, and its number, where it has one.
 */
export type WebEnv = {
  Variables: { nonce: string; route: string | undefined; requestId: string | undefined }
}

/**
 * Headers of every answer. `origin` is the public address: only one with https is promised to browsers for a year (HSTS),
 * since a site without a certificate could not be reached any more.
 */
export const securityHeaders =
  (origin: string): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const nonce = randomBytes(16).toString('base64')
    c.set('nonce', nonce)
    await next()
    const { pathname } = new URL(c.req.url)
    const kind = kindOf(pathname)
    // A file that somebody brought in has a policy of its own, which allows nothing.
    if (!c.res.headers.has('Content-Security-Policy'))
      c.header('Content-Security-Policy', contentSecurityPolicy(kind, nonce))
    c.header('X-Content-Type-Options', 'nosniff')
    // A page of the protected channel loads its style as all others do, and a proxy writes down where that was asked for from.
    // Not `no-referrer`: then a form says of no origin, by which browsers without Fetch Metadata are known to be of this site.
    c.header('Referrer-Policy', isSealed(pathname) ? 'strict-origin' : 'same-origin')
    c.header('Permissions-Policy', permissionsPolicy(kind))
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    c.header('Cross-Origin-Embedder-Policy', 'require-corp')
    c.header('Origin-Agent-Cluster', '?1')
    if (kind !== 'public') c.header('Cache-Control', 'no-store')
    if (origin.startsWith('https://')) c.header('Strict-Transport-Security', ONE_YEAR)
  }
