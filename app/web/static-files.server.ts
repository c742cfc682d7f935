import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { type PackedBody, packBody, packedResponse } from './packed-body.server.ts'

/** Names of these carry the hash of their content, so that another content has another name. */
const HASHED = '/assets/'
const ONE_YEAR = 'public, max-age=31536000, immutable'
const ONE_DAY = 'public, max-age=86400'

/**
 * The files of the built pages, by the addresses at which they stand. They are few: all are read when the program starts,
 * so that it does not matter what becomes of the folder, and each is compressed once, at its first request.
 */
export function serveBuiltFiles(folder: string): MiddlewareHandler {
  const files = new Map(filesIn(folder))
  const packed = new Map<string, Promise<PackedBody>>()
  return async (c, next) => {
    const name = c.req.path
    const bytes = files.get(name)
    if (!bytes || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return next()
    const body = packed.get(name) ?? packBody(bytes, headersOf(name))
    packed.set(name, body)
    return packedResponse(await body, (header) => c.req.header(header))
  }
}

const headersOf = (name: string) =>
  [
    ['Content-Type', getMimeType(name) ?? 'application/octet-stream'],
    ['Cache-Control', name.startsWith(HASHED) ? ONE_YEAR : ONE_DAY],
  ] as const

function filesIn(folder: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return [`/${path.relative(folder, file).replaceAll(path.sep, '/')}`, readFileSync(file)] as const
    })
}
