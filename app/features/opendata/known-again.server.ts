import { createHash } from 'node:crypto'
import { hasAlready } from '../../web/packed-body.server.ts'

/**
 * A machine's answer, known by its ETag, or 304 to who has it already. Pages of any site may read it; caches ask again whether
 * it changed. `download` is the name under which a browser keeps it.
 */
export function knownAgain(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  { type, download = null }: Readonly<{ type: string; download?: string | null }>,
): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = {
    'Content-Type': type,
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=0, s-maxage=60, must-revalidate',
    ETag: etag,
    ...(download !== null && { 'Content-Disposition': `attachment; filename="${download}"` }),
  }
  return hasAlready(request.headers.get('if-none-match') ?? undefined, etag)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers })
}
