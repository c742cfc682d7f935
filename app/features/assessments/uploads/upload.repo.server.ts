import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { type ColumnMapping, readMapping } from '../reading/mapping.domain.ts'
import { type ResultUpload, UPLOAD_PURPOSES } from './upload.domain.ts'

/** Keeps a file, and answers its id. */
export async function insertUpload(
  tx: Tx,
  agencyId: string,
  upload: Omit<ResultUpload, 'id'>,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('result_upload')
    .values({
      agency_id: agencyId,
      id,
      purpose: upload.purpose,
      file_name: upload.fileName,
      sha256: upload.sha256,
      content: Buffer.from(upload.content),
      mapping: upload.mapping === null ? null : JSON.stringify(upload.mapping),
      source_note: upload.sourceNote,
      kept_at: upload.keptAt,
      kept_by: upload.keptBy,
    })
    .execute()
  return id
}

/** A file that waits for its columns and was kept since `oldest`; null where there is none. */
export async function findUploadIn(
  tx: Tx,
  { agencyId, id, oldest }: { agencyId: string; id: string; oldest: Date },
): Promise<ResultUpload | null> {
  const row = await tx
    .selectFrom('result_upload')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('kept_at', '>=', oldest)
    .executeTakeFirst()
  const purpose = UPLOAD_PURPOSES.find((one) => one === row?.purpose)
  return row && purpose
    ? {
        id,
        purpose,
        fileName: row.file_name,
        sha256: row.sha256,
        content: row.content,
        mapping: readMapping(row.mapping),
        sourceNote: row.source_note,
        keptAt: row.kept_at,
        keptBy: row.kept_by,
      }
    : null
}

/** Says how a waiting file is to be read; false where it is gone. */
export async function mapUpload(
  tx: Tx,
  { agencyId, id, mapping }: { agencyId: string; id: string; mapping: ColumnMapping },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('result_upload')
    .set({ mapping: JSON.stringify(mapping) })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it is gone already. */
export async function removeUpload(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('result_upload')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Files kept before an instant go. */
export async function removeOldUploads(tx: Tx, agencyId: string, before: Date): Promise<void> {
  await tx
    .deleteFrom('result_upload')
    .where('agency_id', '=', agencyId)
    .where('kept_at', '<', before)
    .execute()
}
