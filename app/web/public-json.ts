import { createHash } from 'node:crypto'

/** Anybody's page may read the public interface; caches ask again whether it changed. */
const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'public, max-age=0, s-maxage=60, must-revalidate',
}

/**
 * An answer of the public interface: JSON known by its ETag, or 304 to who has it already. With `isPassing` no cache keeps it:
 * it may be another one in a moment.
 */
export function publicJson(request: Request, content: object, { isPassing = false } = {}): Response {
  const body = JSON.stringify(content)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const known = request.headers.get('if-none-match') ?? ''
  const headers = { ...HEADERS, ETag: etag, ...(isPassing ? { 'Cache-Control': 'no-store' } : {}) }
  const isKnown = known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}

/** That there is nothing at an address of the public interface, in words of both languages. */
export const publicJsonMissing = (message: Readonly<{ th: string; en: string }>): Response =>
  new Response(JSON.stringify({ code: 'not-found', message }), {
    status: 404,
    headers: { ...HEADERS, 'Cache-Control': 'no-store' },
  })
