import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { CatalogueStamp } from '../../catalogue/index.ts'
import type { OptionCounts } from '../scoring/computed.domain.ts'
import type { AnswerBatch } from '../scoring/option-counts.domain.ts'
import type { SurveyInstrument } from './survey.domain.ts'

export type NewBatch = Readonly<{
  agencyId: string
  year: number
  batch: AnswerBatch
  fileName: string
  sha256: string
  catalogue: CatalogueStamp
  sourceNote: string | null
  at: Date
  by: string
}>

/** Keeps the answers of one instrument of a file; returns the identifier of the batch. */
export async function insertBatch(tx: Tx, { agencyId, batch, ...input }: NewBatch): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('answer_batch')
    .values({
      agency_id: agencyId,
      id,
      year: input.year,
      instrument: batch.instrument,
      file_name: input.fileName,
      sha256: input.sha256,
      catalogue: JSON.stringify(input.catalogue),
      source_note: input.sourceNote,
      columns: [...batch.columns],
      n_respondents: batch.nRespondents,
      answers: Buffer.from(batch.answers),
      imported_at: input.at,
      imported_by: input.by,
    })
    .execute()
  return id
}

type Fold = Readonly<{ agencyId: string; year: number; counts: OptionCounts }>

/**
 * Adds counts to the stored sums, place by place; negative ones take answers out again. The database adds, so that two who
 * do it at once both count; rows are held in the order of their codes, so that they do not wait for each other in a circle.
 */
export async function foldSums(tx: Tx, { agencyId, year, counts }: Fold): Promise<void> {
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, added]) => ({ agency_id: agencyId, year, code, counts: [...added] }))
  if (rows.length === 0) return
  await tx
    .insertInto('answer_sum')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'year', 'code']).doUpdateSet({
        counts: sql`(select array_agg(coalesce(kept, 0) + coalesce(added, 0) order by place)
          from unnest(answer_sum.counts, excluded.counts) with ordinality as sums (kept, added, place))`,
      }),
    )
    .execute()
}

export async function markWithdrawn(
  tx: Tx,
  { agencyId, id, at, by }: { agencyId: string; id: string; at: Date; by: string },
): Promise<void> {
  await tx
    .updateTable('answer_batch')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

export type NewTarget = Readonly<{
  agencyId: string
  year: number
  instrument: SurveyInstrument
  nRequired: number
  at: Date
  by: string
}>

export async function saveTarget(
  tx: Tx,
  { agencyId, year, instrument, nRequired, at, by }: NewTarget,
): Promise<void> {
  const set = { n_required: nRequired, set_at: at, set_by: by }
  await tx
    .insertInto('answer_target')
    .values({ agency_id: agencyId, year, instrument, ...set })
    .onConflict((conflict) => conflict.columns(['agency_id', 'year', 'instrument']).doUpdateSet(set))
    .execute()
}
