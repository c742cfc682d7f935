import { sql } from 'kysely'
import type { IsoDay } from '../../kernel/thai-date.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import type { EvidenceObject, EvidenceObjectKind, ScanState } from './evidence.domain.ts'

/**
 * A piece of evidence as something rests on it, in the version in use. It is read for the program: whoever shows it to
 * somebody leaves out what is confidential.
 */
export type ProvingEvidence = Readonly<{
  object: EvidenceObject
  id: string
  title: string
  /** Of a file; the hash is of its content. */
  file: Readonly<{ fileName: string; sha256: string; size: number; mediaType: string }> | null
  link: string | null
  /** Of its versions, from 1. */
  number: number
  versionAt: Date
  evidenceDate: IsoDay | null
  expiresOn: IsoDay | null
  isConfidential: boolean
}>

type Asked = Readonly<{ agencyId: string; objects: readonly EvidenceObject[] }>

/** What proves these things now, in the order in which it was attached; what was taken out is left out. One statement. */
export async function listProving(tx: Tx, { agencyId, objects }: Asked): Promise<readonly ProvingEvidence[]> {
  if (objects.length === 0) return []
  const rows = await tx
    .selectFrom('evidence_use as use')
    .innerJoin('evidence', (join) =>
      join.onRef('evidence.agency_id', '=', 'use.agency_id').onRef('evidence.id', '=', 'use.evidence_id'),
    )
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('evidence_version as one')
          .select(['one.number', 'one.file_name', 'one.sha256', 'one.link', 'one.added_at'])
          .whereRef('one.agency_id', '=', 'evidence.agency_id')
          .whereRef('one.evidence_id', '=', 'evidence.id')
          .orderBy('one.number', 'desc')
          .limit(1)
          .as('version'),
      (join) => join.onTrue(),
    )
    .leftJoin('stored_file as file', (join) =>
      join.onRef('file.agency_id', '=', 'use.agency_id').onRef('file.sha256', '=', 'version.sha256'),
    )
    .select(['use.object_kind', 'use.object_id', 'evidence.id', 'evidence.title', 'evidence.evidence_date'])
    .select(['evidence.expires_on', 'evidence.is_confidential', 'version.number', 'version.added_at'])
    .select(['version.file_name', 'version.sha256', 'version.link', 'file.size', 'file.media_type'])
    .where('use.agency_id', '=', agencyId)
    .where('evidence.removed_at', 'is', null)
    .where(
      sql<boolean>`(use.object_kind, use.object_id) in (select * from unnest(
        ${objects.map(({ kind }) => kind)}::text[], ${objects.map(({ id }) => id)}::text[]))`,
    )
    .orderBy('use.used_at')
    .orderBy('evidence.id')
    .execute()
  return rows.map((row) => ({
    object: { kind: row.object_kind as EvidenceObjectKind, id: row.object_id },
    id: row.id,
    title: row.title,
    file:
      row.file_name === null || row.sha256 === null
        ? null
        : {
            fileName: row.file_name,
            sha256: row.sha256,
            size: Number(row.size ?? 0),
            mediaType: row.media_type ?? 'application/octet-stream',
          },
    link: row.link,
    number: row.number,
    versionAt: row.added_at,
    evidenceDate: row.evidence_date,
    expiresOn: row.expires_on,
    isConfidential: row.is_confidential,
  }))
}

/** How evidence stands now that something public rests on. */
export type EvidenceState = Readonly<{
  id: string
  title: string
  isConfidential: boolean
  expiresOn: IsoDay | null
  isRemoved: boolean
}>

/** The present state of pieces by their identifiers, those that were taken out too. One statement. */
export async function readEvidenceStates(
  tx: Tx,
  { agencyId, ids }: Readonly<{ agencyId: string; ids: readonly string[] }>,
): Promise<ReadonlyMap<string, EvidenceState>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('evidence')
    .select(['id', 'title', 'is_confidential', 'expires_on', 'removed_at'])
    .where('agency_id', '=', agencyId)
    .where(sql<boolean>`id = any(${ids as string[]}::uuid[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        title: row.title,
        isConfidential: row.is_confidential,
        expiresOn: row.expires_on,
        isRemoved: row.removed_at !== null,
      },
    ]),
  )
}

/** What the scanner says of files, by hash; one that is not known to the agency is not in it. One statement. */
export async function readScans(
  tx: Tx,
  { agencyId, hashes }: Readonly<{ agencyId: string; hashes: readonly string[] }>,
): Promise<ReadonlyMap<string, ScanState>> {
  if (hashes.length === 0) return new Map()
  const rows = await tx
    .selectFrom('stored_file')
    .select(['sha256', 'scan'])
    .where('agency_id', '=', agencyId)
    .where(sql<boolean>`sha256 = any(${hashes as string[]}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.sha256, row.scan as ScanState]))
}
