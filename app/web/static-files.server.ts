import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { type PackedBody, packBody, packedResponse } from './packed-body.server.ts'

/** Names of these carry the hash of their content, so that another content has another name. */
const HASHED = '/assets/'
const ONE_YEAR = 'public, max-age=31536000, immutable'
const ONE_DAY = 'public, max-age=86400'

/**
 * The files of the built pages, by the addresses at which they stand. They are few and fixed when the program starts;
 * each is read and compressed at its first request and then answered from memory.
 */
export function serveBuiltFiles(folder: string): MiddlewareHandler {
  const names = new Set(namesIn(folder))
  const read = new Map<string, Promise<PackedBody>>()
  return async (c, next) => {
    const name = c.req.path
    if (!names.has(name) || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return next()
    const body = read.get(name) ?? load(folder, name)
    read.set(name, body)
    // What could not be read is read again at the next request.
    body.catch(() => read.delete(name))
    return packedResponse(await body, (header) => c.req.header(header))
  }
}

async function load(folder: string, name: string): Promise<PackedBody> {
  return packBody(await readFile(path.join(folder, name)), [
    ['Content-Type', getMimeType(name) ?? 'application/octet-stream'],
    ['Cache-Control', name.startsWith(HASHED) ? ONE_YEAR : ONE_DAY],
  ])
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')}`,
    )
}
