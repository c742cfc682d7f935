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

/** A file that nothing was said of yet; `size` in bytes. */
export type WaitingFile = Readonly<{ sha256: string; size: number }>

/** The oldest files of an agency that wait for the scanner; with those that it did not take before, where asked for. */
export async function listWaitingFiles(
  tx: Tx,
  { agencyId, most, withTooLarge }: { agencyId: string; most: number; withTooLarge: boolean },
): Promise<readonly WaitingFile[]> {
  const rows = await tx
    .selectFrom('stored_file')
    .select(['sha256', 'size'])
    .where('agency_id', '=', agencyId)
    .where('scan', '=', 'not-scanned')
    .$if(!withTooLarge, (query) => query.where('scan_finding', 'is', null))
    .orderBy('stored_at')
    .limit(most)
    .execute()
  return rows.map(({ sha256, size }) => ({ sha256, size: Number(size) }))
}

/** Writes what the scanner said of a file that waits; false when somebody else did so first. */
export async function updateScan(
  tx: Tx,
  file: Key & Readonly<{ scan: ScanState; finding: string | null; at: Date }>,
): Promise<boolean> {
  const row = await tx
    .updateTable('stored_file')
    .set({
      scan: file.scan,
      scan_finding: file.finding,
      scanned_at: file.scan === 'not-scanned' ? null : file.at,
    })
    .where('agency_id', '=', file.agencyId)
    .where('sha256', '=', file.sha256)
    .where('scan', '=', 'not-scanned')
    .returning('sha256')
    .executeTakeFirst()
  return row !== undefined
}

/** Who brought a file in, and as what: one row for each piece of evidence and person. */
export async function listBringers(
  tx: Tx,
  { agencyId, sha256 }: Key,
): Promise<readonly Readonly<{ personId: string; evidenceId: string; title: string }>[]> {
  const rows = await tx
    .selectFrom('evidence_version as version')
    .innerJoin('evidence', (join) =>
      join
        .onRef('evidence.agency_id', '=', 'version.agency_id')
        .onRef('evidence.id', '=', 'version.evidence_id'),
    )
    .select(['version.added_by', 'evidence.id', 'evidence.title'])
    .distinct()
    .where('version.agency_id', '=', agencyId)
    .where('version.sha256', '=', sha256)
    .where('version.added_by', 'is not', null)
    .execute()
  return rows.map(({ added_by, id, title }) => ({ personId: added_by ?? '', evidenceId: id, title }))
}
