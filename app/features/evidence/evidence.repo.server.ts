import { randomUUID } from 'node:crypto'
import { type Actor, ownUnits } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import {
  type EvidenceFacts,
  type EvidenceObject,
  type EvidenceSource,
  evidenceSearchText,
  type ScanState,
  sourceName,
} from './evidence.domain.ts'

type Key = Readonly<{ agencyId: string; id: string }>
type By = Readonly<{ by: Actor; at: Date }>

/** A row that is held until the transaction ends, so that its version is still this one when it is written. */
export type HeldEvidence = Readonly<{
  id: string
  version: number
  facts: EvidenceFacts
  addedBy: string | null
  removedAt: Date | null
  /** Number and content of the version in use. */
  number: number
  source: EvidenceSource
}>

/**
 * The unit to which what somebody adds belongs by itself: the first that they answer for, else the one that they work in;
 * null where there is none.
 */
export async function findOwnUnit(tx: Tx, agencyId: string, actor: Actor): Promise<string | null> {
  const [first] = ownUnits(actor)
  if (first !== undefined) return first
  if (actor.kind !== 'person') return null
  const row = await tx
    .selectFrom('person')
    .select('unit_id')
    .where('agency_id', '=', agencyId)
    .where('id', '=', actor.id)
    .executeTakeFirst()
  return row?.unit_id ?? null
}

/** Brings a piece of evidence in with its first version, and gives its identifier. A file must be stored before. */
export async function insertEvidence(
  tx: Tx,
  evidence: Readonly<{ agencyId: string; facts: EvidenceFacts; source: EvidenceSource }> & By,
): Promise<string> {
  const { agencyId, facts, source, by, at } = evidence
  const id = randomUUID()
  await tx
    .insertInto('evidence')
    .values({
      agency_id: agencyId,
      id,
      ...columnsOf(facts),
      ...adderOf(by, at),
      search_text: evidenceSearchText(facts, [sourceName(source)]),
    })
    .execute()
  await writeVersion(tx, { agencyId, evidenceId: id, number: 1, source, by, at })
  return id
}

/**
 * Gives a piece of evidence, which the caller holds, its next version, and tells its number. Earlier ones stay. The version
 * of the row stays too: it counts changes of what is said about it, so that nobody who is typing is told of a clash.
 */
export async function insertVersion(
  tx: Tx,
  version: Readonly<{ agencyId: string; evidenceId: string; source: EvidenceSource }> & By,
): Promise<number> {
  const { agencyId, evidenceId, source, by, at } = version
  const key = { agencyId, id: evidenceId }
  const last = await tx
    .selectFrom('evidence_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('agency_id', '=', agencyId)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirstOrThrow()
  const number = last.number + 1
  await writeVersion(tx, { agencyId, evidenceId, number, source, by, at })
  const row = await tx
    .selectFrom('evidence')
    .select(['title', 'note'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', evidenceId)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('evidence')
    .set({ search_text: evidenceSearchText(row, await listSourceNames(tx, key)) })
    .where('agency_id', '=', agencyId)
    .where('id', '=', evidenceId)
    .execute()
  return number
}

async function writeVersion(
  tx: Tx,
  version: Readonly<{ agencyId: string; evidenceId: string; number: number; source: EvidenceSource }> & By,
): Promise<void> {
  const { agencyId, evidenceId, number, source, by, at } = version
  await tx
    .insertInto('evidence_version')
    .values({
      agency_id: agencyId,
      evidence_id: evidenceId,
      number,
      ...(source.kind === 'file'
        ? {
            file_name: source.fileName,
            sha256: source.sha256,
            location: source.location === null ? null : JSON.stringify(source.location),
          }
        : { link: source.link }),
      ...adderOf(by, at),
    })
    .execute()
}

/** Holds a piece of evidence with the version in use, removed or not; null when there is none. */
export async function holdEvidence(tx: Tx, key: Key): Promise<HeldEvidence | null> {
  const row = await tx
    .selectFrom('evidence')
    .selectAll()
    .where('agency_id', '=', key.agencyId)
    .where('id', '=', key.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const version = await tx
    .selectFrom('evidence_version')
    .select(['number', 'file_name', 'sha256', 'link', 'location'])
    .where('agency_id', '=', key.agencyId)
    .where('evidence_id', '=', key.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    version: row.version,
    facts: {
      title: row.title,
      note: row.note,
      evidenceDate: row.evidence_date,
      expiresOn: row.expires_on,
      isConfidential: row.is_confidential,
      unitId: row.unit_id,
    },
    addedBy: row.added_by,
    removedAt: row.removed_at,
    number: version.number,
    source: sourceFrom(version),
  }
}

/** Writes what is said about a piece of evidence that the caller holds, and makes its version the next. */
export async function updateEvidence(
  tx: Tx,
  { agencyId, id, facts, version }: Key & Readonly<{ facts: EvidenceFacts; version: number }>,
): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({
      ...columnsOf(facts),
      version,
      search_text: evidenceSearchText(facts, await listSourceNames(tx, { agencyId, id })),
    })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** Takes a piece of evidence out, or brings it back with null. */
export async function setRemoved(
  tx: Tx,
  { agencyId, id, at }: Key & Readonly<{ at: Date | null }>,
): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ removed_at: at })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** Evidence whose version in use is that link and which was not taken out; the oldest first. */
export async function listIdsOfLink(
  tx: Tx,
  { agencyId, link }: Readonly<{ agencyId: string; link: string }>,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('evidence_version as version')
    .innerJoin('evidence', (join) =>
      join
        .onRef('evidence.agency_id', '=', 'version.agency_id')
        .onRef('evidence.id', '=', 'version.evidence_id'),
    )
    .select('evidence.id')
    .where('version.agency_id', '=', agencyId)
    .where('version.link', '=', link)
    .where('evidence.removed_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidence_version as later')
            .select('later.number')
            .whereRef('later.agency_id', '=', 'version.agency_id')
            .whereRef('later.evidence_id', '=', 'version.evidence_id')
            .whereRef('later.number', '>', 'version.number'),
        ),
      ),
    )
    .orderBy('evidence.added_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether there is such a unit. */
export async function isUnit(tx: Tx, { agencyId, id }: Key): Promise<boolean> {
  const row = await tx
    .selectFrom('unit')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** What the scanner said of a stored file; null when there is no such file. */
export async function findScan(
  tx: Tx,
  { agencyId, sha256 }: Readonly<{ agencyId: string; sha256: string }>,
): Promise<ScanState | null> {
  const row = await tx
    .selectFrom('stored_file')
    .select('scan')
    .where('agency_id', '=', agencyId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row ? (row.scan as ScanState) : null
}

/** What a piece of evidence is used for, in the order in which it came to be. */
export async function listUses(tx: Tx, { agencyId, id }: Key): Promise<readonly EvidenceObject[]> {
  const rows = await tx
    .selectFrom('evidence_use')
    .select(['object_kind', 'object_id'])
    .where('agency_id', '=', agencyId)
    .where('evidence_id', '=', id)
    .orderBy('used_at')
    .orderBy('object_id')
    .execute()
  return rows.map((row) => ({ kind: row.object_kind as EvidenceObject['kind'], id: row.object_id }))
}

/** What several pieces are used for. */
export async function listUsesOfMany(
  tx: Tx,
  { agencyId, ids }: Readonly<{ agencyId: string; ids: readonly string[] }>,
): Promise<readonly (EvidenceObject & Readonly<{ evidenceId: string }>)[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('evidence_use')
    .select(['evidence_id', 'object_kind', 'object_id'])
    .where('agency_id', '=', agencyId)
    .where('evidence_id', 'in', ids)
    .execute()
  return rows.map((row) => ({
    evidenceId: row.evidence_id,
    kind: row.object_kind as EvidenceObject['kind'],
    id: row.object_id,
  }))
}

/** Notes that a piece of evidence is used for something; false when it was already. */
export async function insertUse(
  tx: Tx,
  use: Readonly<{ agencyId: string; evidenceId: string; object: EvidenceObject }> & By,
): Promise<boolean> {
  const row = await tx
    .insertInto('evidence_use')
    .values({
      agency_id: use.agencyId,
      evidence_id: use.evidenceId,
      object_kind: use.object.kind,
      object_id: use.object.id,
      used_by_name: use.by.name,
      used_at: use.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('evidence_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends a use; false when there was none. */
export async function deleteUse(
  tx: Tx,
  use: Readonly<{ agencyId: string; evidenceId: string; object: EvidenceObject }>,
): Promise<boolean> {
  const row = await tx
    .deleteFrom('evidence_use')
    .where('agency_id', '=', use.agencyId)
    .where('evidence_id', '=', use.evidenceId)
    .where('object_kind', '=', use.object.kind)
    .where('object_id', '=', use.object.id)
    .returning('evidence_id')
    .executeTakeFirst()
  return row !== undefined
}

async function listSourceNames(tx: Tx, { agencyId, id }: Key): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('evidence_version')
    .select(['file_name', 'link'])
    .where('agency_id', '=', agencyId)
    .where('evidence_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map(({ file_name, link }) => file_name ?? link ?? '')
}

/** A version's content as its row holds it: one of the two is there. */
const sourceFrom = (row: {
  file_name: string | null
  sha256: string | null
  link: string | null
  location: unknown
}): EvidenceSource =>
  row.sha256 !== null
    ? {
        kind: 'file',
        fileName: row.file_name ?? '',
        sha256: row.sha256,
        location: row.location as Extract<EvidenceSource, { kind: 'file' }>['location'],
      }
    : { kind: 'link', link: row.link ?? '' }

const columnsOf = (facts: EvidenceFacts) => ({
  title: facts.title,
  note: facts.note,
  evidence_date: facts.evidenceDate,
  expires_on: facts.expiresOn,
  is_confidential: facts.isConfidential,
  unit_id: facts.unitId,
})

const adderOf = (by: Actor, at: Date) => ({
  added_by: by.kind === 'person' ? by.id : null,
  added_by_name: by.name,
  added_at: at,
})
