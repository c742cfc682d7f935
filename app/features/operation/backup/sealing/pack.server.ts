import { Readable } from 'node:stream'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { backupRefusal } from '../backup-refusal.ts'
import { AgeBroken, AgeWrongKey, openWithAge, sealWithAge } from './age-stream.server.ts'

type Pieces = AsyncIterable<Uint8Array>

/** Of zstd, with its own checksum: 3 is its usual level. */
const COMPRESSION = {
  params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
}

/** Compresses and, where there is a recipient, encrypts what streams by. */
export function pack(bytes: Pieces, recipient: string | null): Pieces {
  const small = through(bytes, createZstdCompress(COMPRESSION))
  return recipient === null ? small : sealWithAge(small, recipient)
}

/** The other way. Throws what zstd and age throw: see `refusalOf`. */
export const unpack = (bytes: Pieces, identity: string | null): Pieces =>
  through(identity === null ? bytes : openWithAge(bytes, identity), createZstdDecompress())

/** Readable.compose would lose an error that is thrown before the first byte is asked for. */
async function* through(bytes: Pieces, transform: NodeJS.ReadWriteStream & Readable): AsyncGenerator<Buffer> {
  const source = Readable.from(bytes, { objectMode: false })
  source.on('error', (error) => transform.destroy(error))
  source.pipe(transform)
  try {
    for await (const piece of transform) yield piece as Buffer
  } finally {
    source.destroy()
    transform.destroy()
  }
}

/** What is said when a part of a backup does not open; any other error stays itself. */
export function refusalOf(error: unknown, file: string, member: string, at = 0): unknown {
  if (error instanceof AgeWrongKey) return backupRefusal('backup.wrong-identity', file)
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return error instanceof AgeBroken || /^ZSTD|^Z_|ERR_ZSTD/.test(code)
    ? backupRefusal('backup.damaged', file, member, String(at))
    : error
}
