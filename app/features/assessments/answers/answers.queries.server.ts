import type { ItemRef } from '../../../kernel/item-ref.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import type { TotalPart } from '../results/result.domain.ts'
import type { AnswerBatch } from '../scoring/option-counts.domain.ts'
import { oldestUpload } from '../uploads/upload.domain.ts'
import { type AnswersUpload, findAnswersUploadIn } from './answers-upload.repo.server.ts'
import type { ListedBatch, SurveyInstrument, YearAnswers } from './survey.domain.ts'
import type { StandingFigure } from './taken-figures.domain.ts'

/** Framework years (B.E.) of which answers or a number of required ones are kept, the newest first. */
export const listAnswerYears = (ctx: Ctx): Promise<readonly number[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const years = (table: 'answer_batch' | 'answer_target') =>
      tx.selectFrom(table).select('year').where('agency_id', '=', ctx.agency.id)
    const rows = await years('answer_batch').union(years('answer_target')).execute()
    return rows.map(({ year }) => year).sort((a, b) => b - a)
  })

/** Answers of one year (B.E.), inside a transaction of the caller. */
export async function answersOf(tx: Tx, agencyId: string, year: number): Promise<YearAnswers> {
  const batches = await tx
    .selectFrom('answer_batch')
    .select(['id', 'year', 'instrument', 'file_name', 'sha256', 'n_respondents', 'source_note'])
    .select(['imported_at', 'imported_by', 'withdrawn_at', 'withdrawn_by'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('imported_at', 'desc')
    .orderBy('instrument', 'desc')
    .orderBy('id')
    .execute()
  const sums = await tx
    .selectFrom('answer_sum')
    .select(['code', 'counts'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('code')
    .execute()
  const targets = await tx
    .selectFrom('answer_target')
    .select(['instrument', 'n_required', 'set_at', 'set_by'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .execute()
  const listed = batches.map(
    (row): ListedBatch => ({
      id: row.id,
      year: row.year,
      instrument: row.instrument as SurveyInstrument,
      fileName: row.file_name,
      sha256: row.sha256,
      nRespondents: row.n_respondents,
      sourceNote: row.source_note,
      importedAt: row.imported_at,
      importedBy: row.imported_by,
      withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at, by: row.withdrawn_by ?? '' },
    }),
  )
  return {
    year,
    batches: listed,
    counts: new Map(sums.map(({ code, counts }) => [code, counts])),
    respondents: { IIT: respondentsOf(listed, 'IIT'), EIT: respondentsOf(listed, 'EIT') },
    targets: new Map(
      targets.map((row) => [
        row.instrument as SurveyInstrument,
        { nRequired: row.n_required, setAt: row.set_at, setBy: row.set_by },
      ]),
    ),
  }
}

const respondentsOf = (batches: readonly ListedBatch[], instrument: SurveyInstrument): number =>
  batches
    .filter((batch) => batch.instrument === instrument && batch.withdrawn === null)
    .reduce((sum, { nRespondents }) => sum + nRespondents, 0)

/** A batch with its answers, held until the transaction ends; null where the agency has none of that identifier. */
export async function holdBatch(
  tx: Tx,
  agencyId: string,
  id: string,
): Promise<(Readonly<{ year: number; isWithdrawn: boolean }> & { batch: AnswerBatch }) | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .selectFrom('answer_batch')
    .select(['year', 'instrument', 'columns', 'n_respondents', 'answers', 'withdrawn_at'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return null
  return {
    year: row.year,
    isWithdrawn: row.withdrawn_at !== null,
    batch: {
      instrument: row.instrument as SurveyInstrument,
      columns: row.columns,
      nRespondents: row.n_respondents,
      answers: row.answers,
    },
  }
}

/** Files of answers that count, of all years, one after the other: one is in memory at a time. */
export async function* standingBatches(
  tx: Tx,
  agencyId: string,
): AsyncGenerator<Readonly<{ year: number; batch: AnswerBatch }>> {
  const rows = await tx
    .selectFrom('answer_batch')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id } of rows) {
    const row = await tx
      .selectFrom('answer_batch')
      .select(['year', 'instrument', 'columns', 'n_respondents', 'answers'])
      .where('agency_id', '=', agencyId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    yield {
      year: row.year,
      batch: {
        instrument: row.instrument as SurveyInstrument,
        columns: row.columns,
        nRespondents: row.n_respondents,
        answers: row.answers,
      },
    }
  }
}

/** Every stored sum of the agency, by year and code ("2567:i1.1"). */
export async function storedSums(tx: Tx, agencyId: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await tx
    .selectFrom('answer_sum')
    .select(['year', 'code', 'counts'])
    .where('agency_id', '=', agencyId)
    .execute()
  return new Map(rows.map(({ year, code, counts }) => [`${year}:${code}`, counts]))
}

/** Figures that stand for a year, with whether a sheet announced them; scores first. */
export async function standingFigures(
  tx: Tx,
  agencyId: string,
  year: number,
): Promise<readonly StandingFigure[]> {
  const scores = await tx
    .selectFrom('assessment_score as figure')
    .innerJoin('score_import as source', (join) =>
      join.onRef('source.agency_id', '=', 'figure.agency_id').onRef('source.id', '=', 'figure.import_id'),
    )
    .select(['figure.ref', 'figure.value', 'figure.n_answered', 'figure.n_required'])
    .select(['source.kind', 'source.file_name'])
    .where('figure.agency_id', '=', agencyId)
    .where('figure.year', '=', year)
    .where('figure.superseded_at', 'is', null)
    .orderBy('figure.ref')
    .execute()
  const totals = await tx
    .selectFrom('assessment_total as figure')
    .innerJoin('score_import as source', (join) =>
      join.onRef('source.agency_id', '=', 'figure.agency_id').onRef('source.id', '=', 'figure.import_id'),
    )
    .select(['figure.part', 'figure.value', 'figure.out_of', 'figure.n_answered', 'figure.n_required'])
    .select(['source.kind', 'source.file_name'])
    .where('figure.agency_id', '=', agencyId)
    .where('figure.year', '=', year)
    .where('figure.superseded_at', 'is', null)
    .orderBy('figure.part')
    .execute()
  const rest = (row: {
    value: string
    n_answered: number | null
    n_required: number | null
    kind: string
    file_name: string
  }) => ({
    value: row.value,
    nAnswered: row.n_answered,
    nRequired: row.n_required,
    isAnnounced: row.kind === 'sheet',
    fileName: row.file_name,
  })
  return [
    ...scores.map(
      (row): StandingFigure => ({
        of: { kind: 'score', ref: row.ref as ItemRef },
        outOf: '100',
        ...rest(row),
      }),
    ),
    ...totals.map(
      (row): StandingFigure => ({
        of: { kind: 'total', part: row.part as TotalPart },
        outOf: row.out_of,
        ...rest(row),
      }),
    ),
  ]
}

/** A file of answers that waits in this agency, whoever sent it; null where there is none, or none any more. */
export const findAnswersUpload = async (ctx: Ctx, id: string): Promise<AnswersUpload | null> =>
  isUuid(id)
    ? withAgency(ctx.db, ctx.agency.id, (tx) =>
        findAnswersUploadIn(tx, { agencyId: ctx.agency.id, id, oldest: oldestUpload(ctx.now()) }),
      )
    : null
