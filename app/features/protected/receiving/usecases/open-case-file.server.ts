import { createReadStream } from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import { fromBase64 } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { wipe } from '../../sealing/bytes.server.ts'
import { fileKeyOf, openFile } from '../../sealing/files.server.ts'
import { type CaseFault, onCase } from '../on-case.server.ts'
import type { OpenHolder } from '../own-vaults.server.ts'

export type OpenedFile = Readonly<{ name: string; bytes: AsyncIterable<Uint8Array> }>

/** A file of a case, opened piece by piece as it is read. Reading it breaks off where it was changed or cut. */
export const openCaseFile = (
  ctx: ProtectedCtx,
  { fileId, ...which }: Readonly<{ reportId: string; fileId: string; open: readonly OpenHolder[] }>,
): Promise<Result<OpenedFile, CaseFault>> =>
  onCase<OpenedFile>(ctx, which, async ({ tx, thread, me, agencyId, reportId, day }) => {
    const item = thread.items.find(({ content }) => content?.files?.some(({ id }) => id === fileId))
    const named = item?.content?.files?.find(({ id }) => id === fileId)
    const stored = item?.files.find(({ id }) => id === fileId)
    if (!named || !stored) return err({ code: 'case.unknown' })
    const key = fileKeyOf(fromBase64(named.key), thread.shredKey, named.id)
    await writeSealedAudit(tx, { agencyId, day, role: me.kind, action: 'file.opened', object: reportId })
    return ok({ name: named.name, bytes: opened(path.join(ctx.channel.filesFolder, stored.path), key) })
  })

async function* opened(file: string, key: Uint8Array): AsyncGenerator<Uint8Array> {
  try {
    yield* openFile(createReadStream(file), key)
  } finally {
    wipe(key)
  }
}
