import { type SelectQueryBuilder, sql } from 'kysely'
import type { Language } from '../../i18n/language.ts'
import { searchedWords } from '../../kernel/search-fold.ts'
import { fiscalYearSpan, type IsoDay } from '../../kernel/thai-date.ts'
import { daysAfter, thaiDay } from '../../kernel/thai-day.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../platform/db/tenant.server.ts'
import {
  type EvidenceKind,
  type EvidenceObject,
  EXPIRING_WITHIN_DAYS,
  MEDIA_OF_KIND,
  type VersionContent,
} from './evidence.domain.ts'
import {
  contentFrom,
  type EvidenceItem,
  isMine,
  itemFrom,
  itemsOf,
  mayOpen,
  narrowed,
} from './evidence.queries.server.ts'
import { listUses, listUsesOfMany } from './evidence.repo.server.ts'

import type { EvidenceFilter, EvidenceOrder, EvidenceShow } from './evidence-filter.domain.ts'
import type { FindUseNames } from './uses-context.server.ts'

export type EvidenceLibrary = Readonly<{
  rows: readonly EvidenceItem[]
  /** How many the filter finds; `inAll` is how many the actor may open of those that were not taken out. */
  found: number
  inAll: number
  pages: number
  /** The page that is shown: the last where one behind it was asked for. */
  page: number
  /** Fiscal years (B.E.) in which the own dates of evidence lie, the latest first. */
  years: readonly number[]
}>

const ON_A_PAGE = 50

/** One page of the library. */
export function listEvidence(ctx: Ctx, filter: EvidenceFilter): Promise<EvidenceLibrary> {
  const today = thaiDay(ctx.now())
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const narrow = asFiltered(ctx, filter, today)
    const { count } = await narrow(itemsOf(tx, ctx.agency.id).clearSelect())
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    const found = Number(count)
    const pages = Math.max(1, Math.ceil(found / ON_A_PAGE))
    const page = Math.min(filter.page, pages)
    const rows = await narrow(itemsOf(tx, ctx.agency.id))
      .orderBy(ORDERS[filter.order])
      .orderBy('evidence.added_at', 'desc')
      .orderBy('evidence.id')
      .limit(ON_A_PAGE)
      .offset((page - 1) * ON_A_PAGE)
      .execute()
    const { inAll, years } = await countReadable(tx, ctx)
    return { rows: rows.map((row) => itemFrom(row, today)), found, inAll, pages, page, years }
  })
}

/**
 * How many things that are there each piece of evidence is used for: what is nameless was removed in its own room. A piece
 * that is used for nothing has no entry.
 */
export async function countUsesThere(
  ctx: Ctx,
  { ids, lang, names }: Readonly<{ ids: readonly string[]; lang: Language; names: FindUseNames }>,
): Promise<ReadonlyMap<string, number>> {
  const uses = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    listUsesOfMany(tx, { agencyId: ctx.agency.id, ids }),
  )
  const named = await names(ctx, uses, lang)
  const there = uses.filter(({ kind, id }) => named.has(`${kind} ${id}`))
  return new Map([...Map.groupBy(there, ({ evidenceId }) => evidenceId)].map(([id, of]) => [id, of.length]))
}

async function countReadable(tx: Tx, ctx: Ctx): Promise<Pick<EvidenceLibrary, 'inAll' | 'years'>> {
  // October to December belong to the fiscal year that is called by the next calendar year.
  const rows = await tx
    .selectFrom('evidence')
    .select(
      sql<number | null>`extract(year from evidence.evidence_date + interval '3 months')::int + 543`.as(
        'year',
      ),
    )
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('evidence.agency_id', '=', ctx.agency.id)
    .where('evidence.removed_at', 'is', null)
    .where(mayOpen(ctx))
    .groupBy('year')
    .execute()
  return {
    inAll: rows.reduce((sum, { count }) => sum + Number(count), 0),
    years: rows.flatMap(({ year }) => year ?? []).toSorted((a, b) => b - a),
  }
}

const ORDERS: Readonly<Record<EvidenceOrder, ReturnType<typeof sql>>> = {
  added: sql`evidence.added_at desc`,
  title: sql`evidence.title collate "th-x-icu"`,
  date: sql`evidence.evidence_date desc nulls last`,
  size: sql`file.size desc nulls last`,
  uses: sql`(select count(*) from evidence_use as used where used.agency_id = evidence.agency_id
    and used.evidence_id = evidence.id) desc`,
}

type Narrow = <DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
) => SelectQueryBuilder<DB, TB, O>

const asFiltered =
  (ctx: Ctx, filter: EvidenceFilter, today: IsoDay): Narrow =>
  (query) => {
    const { kind, unitId, year, show } = filter
    let narrowing = narrowed(query, { ctx, words: searchedWords(filter.text) }).where(
      show === 'removed' ? sql<boolean>`evidence.removed_at is not null` : NOT_REMOVED,
    )
    if (show !== null && show !== 'removed') narrowing = narrowing.where(showing(ctx, show, today))
    if (kind !== null) narrowing = narrowing.where(ofKind(kind))
    if (unitId !== null) narrowing = narrowing.where(sql<boolean>`evidence.unit_id = ${unitId}`)
    if (year === null) return narrowing
    const { start, end } = fiscalYearSpan(year)
    return narrowing.where(sql<boolean>`evidence.evidence_date between ${start} and ${end}`)
  }

const NOT_REMOVED = sql<boolean>`evidence.removed_at is null`

const showing = (ctx: Ctx, show: Exclude<EvidenceShow, 'removed'>, today: IsoDay) => {
  switch (show) {
    case 'mine':
      return isMine(ctx)
    case 'unused':
      return sql<boolean>`not exists (select from evidence_use as used where used.agency_id = evidence.agency_id
        and used.evidence_id = evidence.id)`
    case 'expired':
      return sql<boolean>`evidence.expires_on < ${today}`
    case 'expiring':
      return sql<boolean>`evidence.expires_on between ${today} and ${daysAfter(today, EXPIRING_WITHIN_DAYS)}`
    case 'confidential':
      return sql<boolean>`evidence.is_confidential`
    case 'not-scanned':
    case 'infected':
      return sql<boolean>`coalesce(file.scan = ${show}, false)`
  }
}

function ofKind(kind: EvidenceKind) {
  if (kind === 'link') return sql<boolean>`version.link is not null`
  if (kind === 'other')
    return sql<boolean>`coalesce(file.media_type <> all(${Object.values(MEDIA_OF_KIND).flat()}::text[]), false)`
  return sql<boolean>`coalesce(file.media_type = any(${[...MEDIA_OF_KIND[kind]]}::text[]), false)`
}

/** A version with who brought it, the newest first. */
export type EvidenceVersion = Readonly<{
  number: number
  content: VersionContent
  addedByName: string
  addedAt: Date
}>

/** One piece of evidence, removed or not, with its versions and what it proves. */
export type EvidencePiece = Readonly<{
  item: EvidenceItem
  /** Counts changes of its facts: what a form says it saw. */
  version: number
  versions: readonly EvidenceVersion[]
  uses: readonly EvidenceObject[]
}>

/**
 * One piece of evidence; null where there is none. The caller asks whether the actor may open it (`readRefusal`), so that
 * they can be told who may.
 */
export function findEvidence(ctx: Ctx, id: string): Promise<EvidencePiece | null> {
  if (!isUuid(id)) return Promise.resolve(null)
  const agencyId = ctx.agency.id
  return withAgency(ctx.db, agencyId, async (tx) => {
    const row = await itemsOf(tx, agencyId).where('evidence.id', '=', id).executeTakeFirst()
    if (!row) return null
    const versions = await tx
      .selectFrom('evidence_version as version')
      .leftJoin('stored_file as file', (join) =>
        join.onRef('file.agency_id', '=', 'version.agency_id').onRef('file.sha256', '=', 'version.sha256'),
      )
      .select([
        'version.number',
        'version.file_name',
        'version.sha256',
        'version.link',
        'version.location',
        'version.added_by_name',
        'version.added_at',
        'file.size',
        'file.media_type',
        'file.scan',
        'file.scan_finding',
      ])
      .where('version.agency_id', '=', agencyId)
      .where('version.evidence_id', '=', id)
      .orderBy('version.number', 'desc')
      .execute()
    return {
      item: itemFrom(row, thaiDay(ctx.now())),
      version: row.row_version,
      versions: versions.map((version) => ({
        number: version.number,
        content: contentFrom(version),
        addedByName: version.added_by_name,
        addedAt: version.added_at,
      })),
      uses: await listUses(tx, { agencyId, id }),
    }
  })
}

/** An upload of the actor that was broken off: it goes on when the same file is chosen again. */
export type BrokenUpload = Readonly<{ id: string; fileName: string; size: number; startedAt: Date }>

/** Uploads that the actor began and that neither ended nor were refused, the newest first. */
export function listBrokenUploads(ctx: Ctx): Promise<readonly BrokenUpload[]> {
  const { actor, agency } = ctx
  if (actor.kind !== 'person') return Promise.resolve([])
  return withAgency(ctx.db, agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('upload')
      .select(['id', 'file_name', 'size', 'started_at'])
      .where('agency_id', '=', agency.id)
      .where('person_id', '=', actor.id)
      .where('ended_at', 'is', null)
      .orderBy('started_at', 'desc')
      .limit(20)
      .execute()
    return rows.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      size: Number(row.size),
      startedAt: row.started_at,
    }))
  })
}
