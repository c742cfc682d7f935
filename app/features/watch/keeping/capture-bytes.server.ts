import { createHash, randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Looked, WatchTools } from '../watch-tools.server.ts'
import { recordOf } from './record.domain.ts'

export type StoredCapture = Readonly<{ recordSize: number; recordSha256: string }>

/**
 * Puts what came, and a dated record of it, into the store of files. Null where nothing came that could be kept, or no record
 * could be set; that stands in the log.
 */
export async function storeCapture(
  ctx: Ctx & Readonly<{ agency: Readonly<{ nameTh?: string | null }> }>,
  { store, records, log }: WatchTools,
  { looked, title }: Readonly<{ looked: Looked; title: string }>,
): Promise<StoredCapture | null> {
  const { bytes, result } = looked
  if (!bytes) return null
  const agencyId = ctx.agency.id
  await store.put({ agencyId, ...bytes })
  const agencyName = ctx.agency.nameTh ?? ctx.agency.code
  const made = await records.render(recordOf({ result, title, agencyName, byName: ctx.actor.name }))
  if (!made.ok) {
    log.error(
      { address: result.address, code: made.error.code, detail: made.error.detail },
      'record-not-made',
    )
    return null
  }
  const record = made.value.bytes
  const file = path.join(path.dirname(bytes.path), randomUUID())
  try {
    await writeFile(file, record, { mode: 0o600 })
    const recordSha256 = createHash('sha256').update(record).digest('hex')
    await store.put({
      agencyId,
      sha256: recordSha256,
      path: file,
      size: record.length,
      mediaType: 'application/pdf',
    })
    return { recordSize: record.length, recordSha256 }
  } finally {
    await rm(file, { force: true })
  }
}
