import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { type PackedBody, packBody, packedResponse } from './packed-body.server.ts'

/** Where the guide stands, and its first page: Thai, as the pages without a language in their address are. */
const GUIDE = '/guide'
const FIRST_PAGE = `${GUIDE}/th/index.html`
const ONE_HOUR = 'public, max-age=3600'

/**
 * The guide as it was built, at /guide: files alone, the same for every agency, read when somebody first asks for one. Where
 * it was not built nothing answers there.
 */
export function serveGuide(folder: string): MiddlewareHandler {
  const files = filesIn(folder)
  const packed = new Map<string, Promise<PackedBody>>()
  return async (c, next) => {
    const asked = c.req.path
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const first = asked === GUIDE ? FIRST_PAGE : `${asked}/index.html`
    if (files.has(first)) return c.redirect(first, 302)
    const file = files.get(asked)
    if (file === undefined) return next()
    const body = packed.get(asked) ?? packFile(file)
    packed.set(asked, body)
    const made = await body.catch(() => null)
    if (made === null) {
      // The folder was built anew or taken away while the program ran: another time it may be there.
      packed.delete(asked)
      return next()
    }
    return packedResponse(made, (header) => c.req.header(header))
  }
}

async function packFile(file: string): Promise<PackedBody> {
  return packBody(await readFile(file), [
    ['Content-Type', getMimeType(file) ?? 'application/octet-stream'],
    ['Cache-Control', ONE_HOUR],
  ])
}

/** The files of the guide by their addresses: whoever asks names one of these, and never a path. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  try {
    return new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(html|css|png|woff2)$/.test(entry.name))
        .map((entry) => {
          const file = path.join(entry.parentPath, entry.name)
          return [`${GUIDE}/${path.relative(folder, file).replaceAll(path.sep, '/')}`, file]
        }),
    )
  } catch {
    return new Map()
  }
}
