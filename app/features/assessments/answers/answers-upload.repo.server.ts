import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/tenant.server.ts'

/** A file of answers that waits until somebody has looked at what it would do. */
export type AnswersUpload = Readonly<{
  id: string
  fileName: string
  sha256: string
  content: Uint8Array
  sourceNote: string | null
}>

type NewUpload = Omit<AnswersUpload, 'id'> & Readonly<{ agencyId: string; at: Date; by: string }>

/** Keeps a file, and answers its identifier. */
export async function insertAnswersUpload(tx: Tx, upload: NewUpload): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('result_upload')
    .values({
      agency_id: upload.agencyId,
      id,
      purpose: 'answers',
      file_name: upload.fileName,
      sha256: upload.sha256,
      content: Buffer.from(upload.content),
      source_note: upload.sourceNote,
      kept_at: upload.at,
      kept_by: upload.by,
    })
    .execute()
  return id
}

/** A waiting file of answers that was kept since `oldest`; null where there is none. */
export async function findAnswersUploadIn(
  tx: Tx,
  { agencyId, id, oldest }: { agencyId: string; id: string; oldest: Date },
): Promise<AnswersUpload | null> {
  const row = await tx
    .selectFrom('result_upload')
    .select(['file_name', 'sha256', 'content', 'source_note'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('purpose', '=', 'answers')
    .where('kept_at', '>=', oldest)
    .executeTakeFirst()
  return row
    ? { id, fileName: row.file_name, sha256: row.sha256, content: row.content, sourceNote: row.source_note }
    : null
}
