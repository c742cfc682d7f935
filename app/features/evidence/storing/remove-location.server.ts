import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type EvidenceFiles, PASSING } from './evidence-files.server.ts'
import { inspectFile } from './inspect-file.server.ts'
import type { Piece } from './picture-bytes.server.ts'
import { orientationIn } from './picture-location.server.ts'
import { partsOf } from './picture-parts.server.ts'
import type { StoringError } from './storing.errors.ts'
import { findLocatedPicture } from './usecases/find-located-picture.server.ts'
import { replacePicture } from './usecases/replace-picture.server.ts'

/**
 * Gives a piece of evidence a new version of its picture that says nothing about where, when or with what it was taken; how
 * it is turned stays. The version before stays for those who may change the evidence. Gives the new number.
 */
export async function removeLocation(
  ctx: Ctx,
  files: EvidenceFiles,
  evidenceId: string,
): Promise<Result<{ number: number }, StoringError>> {
  const found = await findLocatedPicture(ctx, evidenceId)
  if (!found.ok) return found
  const { sha256: was, fileName, mediaType } = found.value
  const bytes = await files.store.open({ agencyId: ctx.agency.id, sha256: was })
  if (!bytes) return err({ code: 'picture.unreadable' })
  const place = path.join(files.folder, randomUUID())
  const [whole, bare] = [`${place}.whole${PASSING}`, `${place}.bare${PASSING}`]
  try {
    await pipeline(bytes, createWriteStream(whole))
    const parts = await partsOf(whole, mediaType)
    if (!parts) return err({ code: 'picture.unreadable' })
    const pieces = parts.bare(await orientationIn(parts.exif))
    await pipeline(Readable.from(bytesOf(whole, pieces)), createWriteStream(bare))
    const { sha256, size } = await inspectFile(bare)
    await files.store.put({ agencyId: ctx.agency.id, sha256, path: bare, size, mediaType })
    const replaced = await replacePicture(ctx, { evidenceId, was, fileName, mediaType, sha256, size })
    if (replaced.ok) files.stored()
    return replaced.ok ? ok({ number: replaced.value.number }) : replaced
  } finally {
    await Promise.all([rm(whole, { force: true }), rm(bare, { force: true })])
  }
}

async function* bytesOf(file: string, pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces)
    if ('bytes' in piece) yield piece.bytes
    else if (piece.length > 0)
      yield* createReadStream(file, { start: piece.from, end: piece.from + piece.length - 1 })
}
