import { Readable } from 'node:stream'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { streamedResponse } from '../../../web/file-response.server.ts'
import { type EvidenceFiles, fileHeaders } from '../../evidence/index.server.ts'
import { findPublicFile, type PublicFile } from './public-file.repo.server.ts'

/**
 * The bytes of an address never change, so browsers keep them. Caches that many share ask again after an hour: a file that
 * was taken from the public ends there, too.
 */
const IMMUTABLE = 'public, max-age=31536000, s-maxage=3600, immutable'

/** Why a file is not handed out. */
export type FileRefusal =
  | Readonly<{ code: 'unknown' | 'not-there' }>
  | Readonly<{ code: 'held-back'; fileName: string }>
  | Readonly<{ code: 'ended'; fileName: string; sha256: string; at: Date; reason: string }>

type Asked = Readonly<{ sha256: string; fileName: string }>
type Files = Pick<EvidenceFiles, 'store' | 'isScanning' | 'log'>

/** A public file by its hash and its very name: whole, a part of it, or that the visitor has it; else why not. */
export async function fileAnswer(
  ctx: Ctx,
  files: Files,
  { request, ...asked }: Asked & Readonly<{ request: Request }>,
): Promise<Response | FileRefusal> {
  if (!/^[0-9a-f]{64}$/.test(asked.sha256) || /\p{Cc}/u.test(asked.fileName)) return { code: 'unknown' }
  const file = await findPublicFile(ctx, { ...asked, isScanning: files.isScanning })
  if (!file) return { code: 'unknown' }
  const { sha256, fileName, ended } = file
  if (ended) return { code: 'ended', fileName, sha256, at: ended.at, reason: ended.reason }
  if (!file.isOpen) return { code: 'held-back', fileName }
  const answer = await streamedResponse(request, factsOf(file), async (span) => {
    const bytes = await files.store.open({ agencyId: ctx.agency.id, sha256 }, span)
    return bytes && (Readable.toWeb(bytes) as ReadableStream<Uint8Array>)
  })
  if (answer) return answer
  files.log.error({ sha256, fileName }, 'public-file-missing')
  return { code: 'not-there' }
}

/** Shown in the window where its kind holds no script, for which nothing needs to be asked. */
const factsOf = (file: PublicFile) => ({
  size: file.size,
  etag: `"${file.sha256}"`,
  headers: { ...fileHeaders(file, true), 'Cache-Control': IMMUTABLE },
})
