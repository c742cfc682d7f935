import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { isUuid } from '../../../kernel/uuid.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { wipe } from '../sealing/bytes.server.ts'
import type { ReceiptKeys } from '../sealing/derivation.server.ts'
import { fileKeyOf, openFile } from '../sealing/files.server.ts'
import { cleanDownloadName } from './download-name.ts'
import { findThreadFile } from './thread.queries.server.ts'

/** A file as it is handed out: `name` is safe for a disk, `size` in bytes. */
type OpenedFile = Readonly<{ name: string; size: number; bytes: ReadableStream<Uint8Array> }>

/**
 * Opens a file of the case for who has its keys. The sealed bytes are checked whole before the first is given out: what was
 * altered or cut is 'broken' and no byte of it leaves. Null where the case names no such file.
 */
export async function openThreadFile(
  ctx: ProtectedCtx,
  keys: ReceiptKeys,
  fileId: string,
): Promise<OpenedFile | 'broken' | null> {
  const file = isUuid(fileId) ? await findThreadFile(ctx, keys, fileId) : null
  if (file === null) return null
  const place = path.join(ctx.channel.filesFolder, file.path)
  if ((await sealedHashOf(place)) !== file.sealedHash) {
    ctx.channel.log('file-broken')
    return 'broken'
  }
  const key = fileKeyOf(file.key, file.shredKey, file.id)
  wipe(file.key, file.shredKey)
  const opened = Readable.from(openFile(createReadStream(place), key), { objectMode: false })
  return {
    name: cleanDownloadName(file.name),
    size: file.size,
    bytes: Readable.toWeb(opened) as NodeStream as ReadableStream<Uint8Array>,
  }
}

/** Null where the file is not there. */
async function sealedHashOf(place: string): Promise<string | null> {
  const hash = createHash('sha256')
  return pipeline(createReadStream(place), hash).then(
    () => hash.digest('hex'),
    () => null,
  )
}
