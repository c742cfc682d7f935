import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { ScanState } from '../evidence.domain.ts'

type Key = Readonly<{ agencyId: string; sha256: string }>

/** Notes that a file is in the store; false when the agency has had the same content before. */
export async function insertStoredFile(
  tx: Tx,
  file: Key & Readonly<{ size: number; mediaType: string; at: Date }>,
): Promise<boolean> {
  const row = await tx
    .insertInto('stored_file')
    .values({
      agency_id: file.agencyId,
      sha256: file.sha256,
      size: file.size,
      media_type: file.mediaType,
      stored_at: file.at,
      scan: 'not-scanned',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sha256')
    .executeTakeFirst()
  return row !== undefined
}

/** A version's file with what decides who may open it. */
export type VersionFile = Readonly<{
  fileName: string
  sha256: string
  /** Bytes. */
  size: number
  mediaType: string
  scan: ScanState
  scanFinding: string | null
  isConfidential: boolean
  unitId: string | null
  addedBy: string | null
  /** Whether the picture says where it was taken, and a later version stands in its place. */
  isSuperseded: boolean
  hasLocation: boolean
}>

/** Null where there is no such version, or it is a link. */
export async function findVersionFile(
  tx: Tx,
  { agencyId, evidenceId, number }: { agencyId: string; evidenceId: string; number: number },
): Promise<VersionFile | null> {
  const row = await tx
    .selectFrom('evidence_version as version')
    .innerJoin('evidence', (join) =>
      join
        .onRef('evidence.agency_id', '=', 'version.agency_id')
        .onRef('evidence.id', '=', 'version.evidence_id'),
    )
    .innerJoin('stored_file as file', (join) =>
      join.onRef('file.agency_id', '=', 'version.agency_id').onRef('file.sha256', '=', 'version.sha256'),
    )
    .select((eb) => [
      'version.file_name',
      'version.location',
      'file.sha256',
      'file.size',
      'file.media_type',
      'file.scan',
      'file.scan_finding',
      'evidence.is_confidential',
      'evidence.unit_id',
      'evidence.added_by',
      eb
        .selectFrom('evidence_version as later')
        .select(({ fn }) => fn.max('later.number').as('last'))
        .whereRef('later.agency_id', '=', 'version.agency_id')
        .whereRef('later.evidence_id', '=', 'version.evidence_id')
        .as('last'),
    ])
    .where('version.agency_id', '=', agencyId)
    .where('version.evidence_id', '=', evidenceId)
    .where('version.number', '=', number)
    .executeTakeFirst()
  if (!row) return null
  return {
    fileName: row.file_name ?? '',
    sha256: row.sha256,
    size: Number(row.size),
    mediaType: row.media_type,
    scan: row.scan as ScanState,
    scanFinding: row.scan_finding,
    isConfidential: row.is_confidential,
    unitId: row.unit_id,
    addedBy: row.added_by,
    isSuperseded: row.last !== number,
    hasLocation: row.location !== null,
  }
}
