import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tenant.server.ts'

/** An upload as its row says; times and identifiers only, the bytes lie in the folder of uploads under its identifier. */
export type Upload = Readonly<{
  id: string
  personId: string
  fileName: string
  /** Bytes. */
  size: number
  startedAt: Date
  /** What it became; both null while it is on its way. */
  evidenceId: string | null
  refused: string | null
  endedAt: Date | null
}>

type Key = Readonly<{ agencyId: string; id: string }>

/** Makes the beginning of a person's uploads one after the other, so that they can be counted. */
export async function holdUploadsOf(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`upload ${personId}`}, 0))`.execute(tx)
}

export async function countOpenUploads(
  tx: Tx,
  { agencyId, personId }: { agencyId: string; personId: string },
): Promise<number> {
  const { open } = await tx
    .selectFrom('upload')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(open)
}

export async function insertUpload(
  tx: Tx,
  upload: Pick<Upload, 'id' | 'personId' | 'fileName' | 'size' | 'startedAt'> & { agencyId: string },
): Promise<void> {
  await tx
    .insertInto('upload')
    .values({
      agency_id: upload.agencyId,
      id: upload.id,
      person_id: upload.personId,
      file_name: upload.fileName,
      size: upload.size,
      started_at: upload.startedAt,
    })
    .execute()
}

/** The upload of that person; null when there is none, or it is somebody else's. */
export async function findUpload(
  tx: Tx,
  { agencyId, id, personId }: Key & { personId: string },
): Promise<Upload | null> {
  const row = await tx
    .selectFrom('upload')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ? uploadFrom(row) : null
}

/** The same, held until the transaction ends, so that it ends once. */
export async function holdUpload(
  tx: Tx,
  { agencyId, id, personId }: Key & { personId: string },
): Promise<Upload | null> {
  const row = await tx
    .selectFrom('upload')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row ? uploadFrom(row) : null
}

export async function endUpload(
  tx: Tx,
  { agencyId, id, at, ...became }: Key & { at: Date; evidenceId: string | null; refused: string | null },
): Promise<void> {
  await tx
    .updateTable('upload')
    .set({ evidence_id: became.evidenceId, refused: became.refused, ended_at: at })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

export async function deleteUpload(tx: Tx, { agencyId, id }: Key): Promise<void> {
  await tx.deleteFrom('upload').where('agency_id', '=', agencyId).where('id', '=', id).execute()
}

/** Forgets uploads that were begun before `before`, and tells which were still on their way. */
export async function deleteOldUploads(
  tx: Tx,
  { agencyId, before }: { agencyId: string; before: Date },
): Promise<readonly string[]> {
  const rows = await tx
    .deleteFrom('upload')
    .where('agency_id', '=', agencyId)
    .where('started_at', '<', before)
    .returning(['id', 'ended_at'])
    .execute()
  return rows.flatMap(({ id, ended_at }) => (ended_at === null ? [id] : []))
}

const uploadFrom = (row: {
  id: string
  person_id: string
  file_name: string
  size: number | string | bigint
  started_at: Date
  evidence_id: string | null
  refused: string | null
  ended_at: Date | null
}): Upload => ({
  id: row.id,
  personId: row.person_id,
  fileName: row.file_name,
  size: Number(row.size),
  startedAt: row.started_at,
  evidenceId: row.evidence_id,
  refused: row.refused,
  endedAt: row.ended_at,
})
