import { type SelectQueryBuilder, sql } from 'kysely'
import { searchedWords } from '../../kernel/search-fold.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'
import { daysAfter, thaiDay } from '../../kernel/thai-day.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../platform/db/tenant.server.ts'
import {
  type EvidenceFacts,
  type EvidenceObject,
  type EvidenceObjectKind,
  type ExpiryState,
  expiryOf,
  type PictureLocation,
  type ScanState,
  type VersionContent,
} from './evidence.domain.ts'
import { type EvidenceOwner, readableTo, readRefusal } from './evidence-access.domain.ts'

export type NamedUnit = Readonly<{ id: string; code: string | null; nameTh: string; nameEn: string | null }>

/** A piece of evidence as lists show it. */
export type EvidenceItem = Readonly<{
  id: string
  facts: EvidenceFacts
  unit: NamedUnit | null
  addedBy: string | null
  addedByName: string
  addedAt: Date
  removedAt: Date | null
  /** The version in use. */
  number: number
  versionAt: Date
  content: VersionContent
  /** On the day of the question. */
  expiry: ExpiryState | null
  /** How many things it proves. */
  uses: number
}>

/** What is attached to something: a piece that the reader may open, or only that there is a confidential one. */
export type AttachedEvidence =
  | Readonly<{ id: string; item: EvidenceItem; isWithheld: false }>
  | Readonly<{ id: string; item: null; isWithheld: true }>

/** The evidence that proves something, in the order in which it was attached. What was taken out is left out. */
export function listEvidenceFor(
  ctx: Ctx,
  { kind, id }: EvidenceObject,
): Promise<readonly AttachedEvidence[]> {
  const today = thaiDay(ctx.now())
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await itemsOf(tx, ctx.agency.id)
      .innerJoin('evidence_use as use', (join) =>
        join.onRef('use.agency_id', '=', 'evidence.agency_id').onRef('use.evidence_id', '=', 'evidence.id'),
      )
      .where('use.object_kind', '=', kind)
      .where('use.object_id', '=', id)
      .where('evidence.removed_at', 'is', null)
      .orderBy('use.used_at')
      .orderBy('evidence.id')
      .execute()
    return rows.map((row) => {
      const item = itemFrom(row, today)
      return readRefusal(ctx.actor, ownerOf(item))
        ? { id: item.id, item: null, isWithheld: true }
        : { id: item.id, item, isWithheld: false }
    })
  })
}

/**
 * How many pieces prove each thing of a kind, confidential ones too; what has none is not in it. `ids` narrows the question,
 * an empty one to nothing.
 */
export function countEvidenceUses(
  ctx: Ctx,
  asked: Readonly<{ kind: EvidenceObjectKind; ids?: readonly string[] }>,
): Promise<ReadonlyMap<string, number>> {
  return withAgency(ctx.db, ctx.agency.id, (tx) => countUses(tx, ctx.agency.id, asked))
}

/** The same in a transaction of the caller. */
export async function countUses(
  tx: Tx,
  agencyId: string,
  { kind, ids }: Readonly<{ kind: EvidenceObjectKind; ids?: readonly string[] }>,
): Promise<ReadonlyMap<string, number>> {
  if (ids?.length === 0) return new Map()
  const rows = await tx
    .selectFrom('evidence_use as use')
    .innerJoin('evidence', (join) =>
      join.onRef('evidence.agency_id', '=', 'use.agency_id').onRef('evidence.id', '=', 'use.evidence_id'),
    )
    .select(['use.object_id', ({ fn }) => fn.countAll<string>().as('count')])
    .where('use.agency_id', '=', agencyId)
    .where('use.object_kind', '=', kind)
    .where('evidence.removed_at', 'is', null)
    .$if(ids !== undefined, (query) => query.where('use.object_id', 'in', ids ?? []))
    .groupBy('use.object_id')
    .execute()
  return new Map(rows.map(({ object_id, count }) => [object_id, Number(count)]))
}

/**
 * Evidence in whose title, note, file names or links every word of a text occurs, as it is spoken: without spaces between
 * Thai words and whatever the tone marks. One's own first, then the newest. Only what the actor may open.
 */
export function searchEvidence(
  ctx: Ctx,
  { text, limit }: Readonly<{ text: string; limit: number }>,
): Promise<readonly EvidenceItem[]> {
  const words = searchedWords(text)
  if (words.length === 0) return Promise.resolve([])
  const today = thaiDay(ctx.now())
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await narrowed(itemsOf(tx, ctx.agency.id), { ctx, words })
      .where('evidence.removed_at', 'is', null)
      .orderBy(isMine(ctx), 'desc')
      .orderBy('evidence.added_at', 'desc')
      .orderBy('evidence.id')
      .limit(limit)
      .execute()
    return rows.map((row) => itemFrom(row, today))
  })
}

/** Pieces by their identifiers, in the order asked for; what is unknown, taken out or not for the actor is left out. */
export function findEvidenceItems(ctx: Ctx, ids: readonly string[]): Promise<readonly EvidenceItem[]> {
  const asked = [...new Set(ids)].filter(isUuid)
  if (asked.length === 0) return Promise.resolve([])
  const today = thaiDay(ctx.now())
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await narrowed(itemsOf(tx, ctx.agency.id), { ctx, words: [] })
      .where('evidence.id', 'in', asked)
      .where('evidence.removed_at', 'is', null)
      .execute()
    const items = new Map(rows.map((row) => [row.id, itemFrom(row, today)]))
    return asked.flatMap((id) => items.get(id) ?? [])
  })
}

/** Evidence of which the version in use is a file with that content, that the actor may open; the newest first. */
export function findEvidenceOfFile(ctx: Ctx, sha256: string): Promise<readonly EvidenceItem[]> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return Promise.resolve([])
  const today = thaiDay(ctx.now())
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await narrowed(itemsOf(tx, ctx.agency.id), { ctx, words: [] })
      .where('version.sha256', '=', sha256)
      .where('evidence.removed_at', 'is', null)
      .orderBy('evidence.added_at', 'desc')
      .execute()
    return rows.map((row) => itemFrom(row, today))
  })
}

/** Evidence that is about to expire, as a reminder says it. */
export type ExpiringEvidence = Readonly<{
  id: string
  title: string
  expiresOn: IsoDay
  unitId: string | null
  addedBy: string | null
}>

/** Evidence whose last day is `day` or one of the `within` days after it, the earliest first, in the caller's transaction. */
export async function listExpiring(
  tx: Tx,
  { agencyId, day, within }: Readonly<{ agencyId: string; day: IsoDay; within: number }>,
): Promise<readonly ExpiringEvidence[]> {
  const rows = await tx
    .selectFrom('evidence')
    .select(['id', 'title', 'expires_on', 'unit_id', 'added_by'])
    .where('agency_id', '=', agencyId)
    .where('removed_at', 'is', null)
    .where('expires_on', '>=', day)
    .where('expires_on', '<=', daysAfter(day, within))
    .orderBy('expires_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    expiresOn: row.expires_on ?? day,
    unitId: row.unit_id,
    addedBy: row.added_by,
  }))
}

/** Rows of evidence with the version in use, its file and its unit. */
export const itemsOf = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('evidence')
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('evidence_version as one')
          .select(['one.number', 'one.file_name', 'one.sha256', 'one.link', 'one.location'])
          .select('one.added_at as version_at')
          .whereRef('one.agency_id', '=', 'evidence.agency_id')
          .whereRef('one.evidence_id', '=', 'evidence.id')
          .orderBy('one.number', 'desc')
          .limit(1)
          .as('version'),
      (join) => join.onTrue(),
    )
    .leftJoin('stored_file as file', (join) =>
      join.onRef('file.agency_id', '=', 'evidence.agency_id').onRef('file.sha256', '=', 'version.sha256'),
    )
    .leftJoin('unit', (join) =>
      join.onRef('unit.agency_id', '=', 'evidence.agency_id').onRef('unit.id', '=', 'evidence.unit_id'),
    )
    .where('evidence.agency_id', '=', agencyId)
    .select([
      'evidence.id',
      'evidence.title',
      'evidence.note',
      'evidence.evidence_date',
      'evidence.expires_on',
      'evidence.is_confidential',
      'evidence.unit_id',
      'evidence.added_by',
      'evidence.added_by_name',
      'evidence.added_at',
      'evidence.removed_at',
      'evidence.version as row_version',
      'version.number',
      'version.version_at',
      'version.file_name',
      'version.sha256',
      'version.link',
      'version.location',
      'file.size',
      'file.media_type',
      'file.scan',
      'file.scan_finding',
      'unit.code as unit_code',
      'unit.name_th as unit_name_th',
      'unit.name_en as unit_name_en',
    ])
    .select(({ selectFrom, fn }) =>
      selectFrom('evidence_use as used')
        .select(fn.countAll<string>().as('count'))
        .whereRef('used.agency_id', '=', 'evidence.agency_id')
        .whereRef('used.evidence_id', '=', 'evidence.id')
        .as('uses'),
    )

type ItemQuery = ReturnType<typeof itemsOf>
export type ItemRow = Awaited<ReturnType<ItemQuery['execute']>>[number]

/** Of those rows, the ones that the actor may open and in which every word occurs. */
export function narrowed<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  { ctx, words }: { ctx: Ctx; words: readonly string[] },
): SelectQueryBuilder<DB, TB, O> {
  return words.reduce(
    // A position, not a pattern: % and _ are characters like others.
    (so, word) => so.where(sql<boolean>`position(fold_search(${word}) in evidence.folded) > 0`),
    query.where(mayOpen(ctx)),
  )
}

/** Whether the actor may open a row. */
export function mayOpen(ctx: Ctx) {
  const { open, confidential } = readableTo(ctx.actor)
  if (confidential === 'all') return sql<boolean>`(${open} or evidence.is_confidential)`
  return sql<boolean>`((${open} and not evidence.is_confidential) or (evidence.is_confidential and ${isOf(confidential)}))`
}

const isOf = ({ unitIds, personId }: Readonly<{ unitIds: readonly string[]; personId: string | null }>) =>
  sql<boolean>`(coalesce(evidence.added_by = ${personId}::uuid, false)
    or coalesce(evidence.unit_id = any(${unitIds as string[]}::uuid[]), false))`

/** Whether a row is of the person who asks, or of a unit of theirs. */
export const isMine = ({ actor }: Ctx) =>
  isOf({
    unitIds: actor.kind === 'person' ? actor.roles.flatMap(({ unitId }) => unitId ?? []) : [],
    personId: actor.kind === 'person' ? actor.id : null,
  })

export const ownerOf = ({ facts, addedBy }: Pick<EvidenceItem, 'facts' | 'addedBy'>): EvidenceOwner => ({
  isConfidential: facts.isConfidential,
  unitId: facts.unitId,
  addedBy,
})

export const itemFrom = (row: ItemRow, today: IsoDay): EvidenceItem => ({
  id: row.id,
  facts: {
    title: row.title,
    note: row.note,
    evidenceDate: row.evidence_date,
    expiresOn: row.expires_on,
    isConfidential: row.is_confidential,
    unitId: row.unit_id,
  },
  unit:
    row.unit_id === null
      ? null
      : {
          id: row.unit_id,
          code: row.unit_code,
          nameTh: row.unit_name_th ?? '',
          nameEn: row.unit_name_en,
        },
  addedBy: row.added_by,
  addedByName: row.added_by_name,
  addedAt: row.added_at,
  removedAt: row.removed_at,
  number: row.number,
  versionAt: row.version_at,
  content: contentFrom(row),
  expiry: expiryOf(row.expires_on, today),
  uses: Number(row.uses ?? 0),
})

/** What a version holds, from its row and that of its file. */
export const contentFrom = (
  row: Pick<
    ItemRow,
    'file_name' | 'sha256' | 'link' | 'location' | 'size' | 'media_type' | 'scan' | 'scan_finding'
  >,
): VersionContent =>
  row.sha256 === null
    ? { kind: 'link', link: row.link ?? '' }
    : {
        kind: 'file',
        fileName: row.file_name ?? '',
        sha256: row.sha256,
        size: Number(row.size ?? 0),
        mediaType: row.media_type ?? 'application/octet-stream',
        scan: (row.scan ?? 'not-scanned') as ScanState,
        scanFinding: row.scan_finding,
        location: row.location as PictureLocation | null,
      }
