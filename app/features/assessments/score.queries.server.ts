import { sql } from 'kysely'
import type { ItemRef } from '../../kernel/item-ref.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../platform/db/tenant.server.ts'
import type { Score } from './score.domain.ts'

/** The scores that now stand, the newest year first, in the order of their references. */
export const listScores = (ctx: Ctx): Promise<readonly Score[]> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => scoresOf(tx, ctx.agency.id))

/** The same inside a transaction of the caller; of one year (B.E.) where it is given. */
export async function scoresOf(tx: Tx, agencyId: string, year?: number): Promise<readonly Score[]> {
  const rows = await tx
    .selectFrom('assessment_score')
    .innerJoin('score_import', (join) =>
      join
        .onRef('score_import.agency_id', '=', 'assessment_score.agency_id')
        .onRef('score_import.id', '=', 'assessment_score.import_id'),
    )
    .select([
      'assessment_score.id',
      'year',
      'ref',
      'value',
      'n_answered',
      'n_required',
      'sheet',
      'row_number',
      'file_name',
      'imported_at',
    ])
    .where('assessment_score.agency_id', '=', agencyId)
    .where('superseded_at', 'is', null)
    .$if(year !== undefined, (query) => query.where('year', '=', year ?? 0))
    .orderBy('year', 'desc')
    .execute()
  const inOrder = new Intl.Collator('en', { numeric: true })
  return rows
    .map((row) => ({
      id: row.id,
      year: row.year,
      ref: row.ref as ItemRef,
      value: row.value,
      nAnswered: row.n_answered,
      nRequired: row.n_required,
      source: sourceOf(row),
    }))
    .sort((a, b) => b.year - a.year || inOrder.compare(a.ref, b.ref))
}

/** A score that something rests on, with the file that brought it; whether another took its place since. */
export type NamedScore = Score & Readonly<{ sha256: string; isSuperseded: boolean }>

/** Scores by their identifiers, those that were superseded too, in the caller's transaction. One statement. */
export async function readScores(
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<readonly NamedScore[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('assessment_score')
    .innerJoin('score_import', (join) =>
      join
        .onRef('score_import.agency_id', '=', 'assessment_score.agency_id')
        .onRef('score_import.id', '=', 'assessment_score.import_id'),
    )
    .selectAll('assessment_score')
    .select(['file_name', 'sha256', 'imported_at'])
    .where('assessment_score.agency_id', '=', agencyId)
    .where(sql<boolean>`assessment_score.id = any(${ids as string[]}::uuid[])`)
    .orderBy('year')
    .orderBy('ref')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    ref: row.ref as ItemRef,
    value: row.value,
    nAnswered: row.n_answered,
    nRequired: row.n_required,
    source: sourceOf(row),
    sha256: row.sha256,
    isSuperseded: row.superseded_at !== null,
  }))
}

type SourceRow = Readonly<{ file_name: string; sheet: string | null; row_number: number; imported_at: Date }>

/** Where a figure stands in the file that brought it. */
export const sourceOf = (row: SourceRow): Score['source'] => ({
  fileName: row.file_name,
  sheet: row.sheet,
  row: row.row_number,
  importedAt: row.imported_at,
})
