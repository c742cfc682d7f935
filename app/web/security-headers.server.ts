import type { MiddlewareHandler } from 'hono'

/** Pages carry no script and no style of their own: everything comes from this site's files. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const ONE_YEAR = 'max-age=31536000'

/**
 * Headers of every answer. `origin` is the public address: only one with https is promised to browsers for a year (HSTS),
 * since a site without a certificate could not be reached any more.
 */
export const securityHeaders =
  (origin: string): MiddlewareHandler =>
  async (c, next) => {
    await next()
    c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'same-origin')
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    if (origin.startsWith('https://')) c.header('Strict-Transport-Security', ONE_YEAR)
  }
