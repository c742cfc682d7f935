import type { Actor } from '../../kernel/actor.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import type { ScanState } from './evidence.domain.ts'
import { readRefusal } from './evidence-access.domain.ts'
import { scanRefusal } from './storing/scan.domain.ts'

/** The file that a piece of evidence now is. */
export type EvidenceDocument = Readonly<{
  evidenceId: string
  title: string
  version: number
  fileName: string
  sha256: string
  /** Bytes. */
  size: number
  mediaType: string
  isInfected: boolean
  isConfidential: boolean
}>

type Asked = Readonly<{ agencyId: string; actor: Actor }>

const newestFiles = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('evidence')
    .innerJoin('evidence_version as version', (join) =>
      join
        .onRef('version.agency_id', '=', 'evidence.agency_id')
        .onRef('version.evidence_id', '=', 'evidence.id')
        .on(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('evidence_version as later')
                .select('later.number')
                .whereRef('later.agency_id', '=', 'version.agency_id')
                .whereRef('later.evidence_id', '=', 'version.evidence_id')
                .whereRef('later.number', '>', 'version.number'),
            ),
          ),
        ),
    )
    .innerJoin('stored_file as file', (join) =>
      join.onRef('file.agency_id', '=', 'version.agency_id').onRef('file.sha256', '=', 'version.sha256'),
    )
    .select([
      'evidence.id',
      'evidence.title',
      'evidence.is_confidential',
      'evidence.unit_id',
      'evidence.added_by',
      'version.number',
      'version.file_name',
      'file.sha256',
      'file.size',
      'file.media_type',
      'file.scan',
    ])
    .where('evidence.agency_id', '=', agencyId)
    .where('evidence.removed_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof newestFiles>['executeTakeFirstOrThrow']>>

const documentFrom = (row: Row): EvidenceDocument => ({
  evidenceId: row.id,
  title: row.title,
  version: row.number,
  fileName: row.file_name ?? '',
  sha256: row.sha256,
  size: Number(row.size),
  mediaType: row.media_type,
  isInfected: row.scan === 'infected',
  isConfidential: row.is_confidential,
})

const isReadable = (actor: Actor) => (row: Row) =>
  readRefusal(actor, {
    isConfidential: row.is_confidential,
    unitId: row.unit_id,
    addedBy: row.added_by,
  }) === null

/** The file of a piece of evidence; null where it is a link, was taken out, or may not be read. */
export async function findEvidenceDocument(
  tx: Tx,
  { agencyId, actor, evidenceId }: Asked & Readonly<{ evidenceId: string }>,
): Promise<EvidenceDocument | null> {
  if (!isUuid(evidenceId)) return null
  const row = await newestFiles(tx, agencyId).where('evidence.id', '=', evidenceId).executeTakeFirst()
  return row && isReadable(actor)(row) ? documentFrom(row) : null
}

/** Files of evidence that the actor may read, the newest first, no more than `most`. */
export async function listEvidenceDocuments(
  tx: Tx,
  { agencyId, actor, most }: Asked & Readonly<{ most: number }>,
): Promise<readonly EvidenceDocument[]> {
  const rows = await newestFiles(tx, agencyId).orderBy('evidence.added_at', 'desc').limit(most).execute()
  return rows.filter(isReadable(actor)).map(documentFrom)
}

/**
 * Whether a file may be handed to everybody who reads evidence: of one piece at least that is not confidential, and not held
 * back by the scanner. A piece that was taken out speaks for its file only while none that is there is confidential. False
 * for a file that no evidence has.
 */
export async function isFileOpen(
  tx: Tx,
  { agencyId, sha256, isScanning }: Readonly<{ agencyId: string; sha256: string; isScanning: boolean }>,
): Promise<boolean> {
  const file = await tx
    .selectFrom('stored_file as file')
    .innerJoin('evidence_version as version', (join) =>
      join.onRef('version.agency_id', '=', 'file.agency_id').onRef('version.sha256', '=', 'file.sha256'),
    )
    .innerJoin('evidence', (join) =>
      join
        .onRef('evidence.agency_id', '=', 'version.agency_id')
        .onRef('evidence.id', '=', 'version.evidence_id'),
    )
    .select(['file.scan', 'file.scan_finding'])
    .where('file.agency_id', '=', agencyId)
    .where('file.sha256', '=', sha256)
    .where('evidence.is_confidential', '=', false)
    .where(({ or, eb, not, exists, selectFrom }) =>
      or([
        eb('evidence.removed_at', 'is', null),
        not(
          exists(
            selectFrom('evidence_version as held')
              .innerJoin('evidence as secret', (join) =>
                join
                  .onRef('secret.agency_id', '=', 'held.agency_id')
                  .onRef('secret.id', '=', 'held.evidence_id'),
              )
              .select('held.sha256')
              .whereRef('held.agency_id', '=', 'file.agency_id')
              .whereRef('held.sha256', '=', 'file.sha256')
              .where('secret.is_confidential', '=', true)
              .where('secret.removed_at', 'is', null),
          ),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  if (!file) return false
  return scanRefusal({ scan: file.scan as ScanState, scanFinding: file.scan_finding }, isScanning) === null
}
