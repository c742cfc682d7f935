import type { Selectable } from 'kysely'
import type { ItemRef } from '../../kernel/item-ref.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { Schema } from '../../platform/db/database.server.ts'
import { type Tx, withAgency } from '../../platform/db/tenant.server.ts'
import type { CatalogueStamp } from '../catalogue/index.ts'
import type { Cycle, Issue, Measure, Outcome, ResolutionMention, SourceFile } from './cycle.domain.ts'
import type { ImportNote, SuspectedFault } from './importers/import.domain.ts'

export type FoundCycle = Readonly<{
  cycleId: string
  cycle: Cycle
  contentHash: string
  version: number
  importedAt: Date
  importRun: Readonly<{
    notes: readonly ImportNote[]
    suspectedFaults: readonly SuspectedFault[]
    /** The catalogue it was read with; null for a cycle that was saved before this was recorded. */
    catalogue: CatalogueStamp | null
  }>
}>

/** The version of a fiscal year (B.E.) that was saved last, public or not, whole; null when there is none. */
export const findCurrentCycle = (ctx: Ctx, fiscalYear: number): Promise<FoundCycle | null> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => findCurrentCycleIn(tx, ctx.agency.id, fiscalYear))

/** The same inside a transaction of the caller. */
export async function findCurrentCycleIn(
  tx: Tx,
  agencyId: string,
  fiscalYear: number,
): Promise<FoundCycle | null> {
  const head = await heads(tx, agencyId, fiscalYear).where('superseded_at', 'is', null).executeTakeFirst()
  return head ? foundCycle(tx, head) : null
}

/** The version of a fiscal year with this very content, superseded or not; null when none was saved. */
export const findCycleByHash = (
  ctx: Ctx,
  { fiscalYear, contentHash }: Readonly<{ fiscalYear: number; contentHash: string }>,
): Promise<FoundCycle | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const head = await heads(tx, ctx.agency.id, fiscalYear)
      .where('content_hash', '=', contentHash)
      .orderBy('version', 'desc')
      .executeTakeFirst()
    return head ? foundCycle(tx, head) : null
  })

async function foundCycle(tx: Tx, head: Head): Promise<FoundCycle> {
  return {
    cycleId: head.id,
    cycle: cycleFrom(head, await partsOf(tx, { agencyId: head.agency_id, cycleId: head.id })),
    contentHash: head.content_hash,
    version: head.version,
    importedAt: head.imported_at,
    importRun: {
      notes: head.notes as unknown as readonly ImportNote[],
      suspectedFaults: head.suspected_faults as unknown as readonly SuspectedFault[],
      catalogue: fromJson<CatalogueStamp | null>(head.catalogue),
    },
  }
}

export type ListedCycle = Readonly<{
  cycleId: string
  fiscalYear: number
  answers: ItemRef
  version: number
  contentHash: string
  importedAt: Date
  /** Null for the version that now stands. */
  supersededAt: Date | null
}>

/** Versions that were saved last, the newest year first; with `superseded` every earlier version after its successor. */
export const listCycles = (
  ctx: Ctx,
  options: { superseded?: boolean } = {},
): Promise<readonly ListedCycle[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await cycles(tx, ctx.agency.id)
      .select([
        'cycle.id',
        'fiscal_year',
        'answers',
        'version',
        'content_hash',
        'superseded_at',
        'imported_at',
      ])
      .$if(options.superseded !== true, (query) => query.where('superseded_at', 'is', null))
      .orderBy('fiscal_year', 'desc')
      .orderBy('version', 'desc')
      .execute()
    return rows.map((row) => ({
      cycleId: row.id,
      fiscalYear: row.fiscal_year,
      answers: row.answers as ItemRef,
      version: row.version,
      contentHash: row.content_hash,
      importedAt: row.imported_at,
      supersededAt: row.superseded_at,
    }))
  })

const cycles = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('cycle')
    .innerJoin('import_run', (join) =>
      join
        .onRef('import_run.agency_id', '=', 'cycle.agency_id')
        .onRef('import_run.id', '=', 'cycle.import_run_id'),
    )
    .where('cycle.agency_id', '=', agencyId)

const heads = (tx: Tx, agencyId: string, fiscalYear: number) =>
  cycles(tx, agencyId)
    .selectAll('cycle')
    .select(['file_name', 'sha256', 'format', 'notes', 'suspected_faults', 'catalogue', 'imported_at'])
    .where('fiscal_year', '=', fiscalYear)

type Row<T extends keyof Schema> = Selectable<Schema[T]>
type Parts = Readonly<{
  issues: readonly Row<'issue'>[]
  measures: readonly Row<'measure'>[]
  outcomes: readonly Row<'outcome'>[]
  resolutions: readonly Row<'resolution_mention'>[]
}>

async function partsOf(tx: Tx, key: { agencyId: string; cycleId: string }): Promise<Parts> {
  const rowsOf = <T extends 'issue' | 'measure' | 'outcome' | 'resolution_mention'>(table: T) =>
    tx
      .selectFrom(table as 'issue')
      .selectAll()
      .where('agency_id', '=', key.agencyId)
      .where('cycle_id', '=', key.cycleId)
      .orderBy('position')
      .execute() as unknown as Promise<Row<T>[]>
  return {
    issues: await rowsOf('issue'),
    measures: await rowsOf('measure'),
    outcomes: await rowsOf('outcome'),
    resolutions: await rowsOf('resolution_mention'),
  }
}

type Head = NonNullable<Awaited<ReturnType<ReturnType<typeof heads>['executeTakeFirst']>>>

function cycleFrom(head: Head, parts: Parts): Cycle {
  return {
    schema: 'prongsai.cycle/1',
    fiscalYear: head.fiscal_year,
    resultsYear: head.results_year,
    answers: head.answers as ItemRef,
    agency: fromJson<Cycle['agency']>(head.agency),
    cover: fromJson<Cycle['cover']>(head.cover),
    background: fromJson<Cycle['background']>(head.background),
    criteria: fromJson<Cycle['criteria']>(head.criteria),
    issues: issuesFrom(parts),
    resolutions: parts.resolutions.map(resolutionFrom),
    units: fromJson<Cycle['units']>(head.units),
    nameLists: fromJson<Cycle['nameLists']>(head.name_lists),
    source: sourceFrom(head),
  }
}

const sourceFrom = ({ file_name, sha256, format }: Head): SourceFile | null =>
  file_name === null || sha256 === null || format === null
    ? null
    : { fileName: file_name, sha256, format: format as SourceFile['format'] }

function issuesFrom({ issues, measures, outcomes }: Parts): readonly Issue[] {
  const measuresOf = Map.groupBy(measures, (row) => row.issue_position)
  const outcomesOf = Map.groupBy(outcomes, (row) => row.issue_position)
  return issues.map((row) => ({
    number: row.number,
    title: row.title,
    listedTitle: row.listed_title,
    analysis: fromJson<Issue['analysis']>(row.analysis),
    limitations: fromJson<Issue['limitations']>(row.limitations),
    measures: (measuresOf.get(row.position) ?? []).map(measureFrom),
    outcomes: (outcomesOf.get(row.position) ?? []).map(outcomeFrom),
  }))
}

const measureFrom = (row: Row<'measure'>): Measure => ({
  number: row.number,
  printedNumber: row.printed_number,
  text: fromJson<Measure['text']>(row.text),
  period: fromJson<Measure['period']>(row.period),
  owners: fromJson<Measure['owners']>(row.owners),
  summary: fromJson<Measure['summary']>(row.summary),
})

const outcomeFrom = (row: Row<'outcome'>): Outcome => ({
  covers: row.covers,
  text: fromJson<Outcome['text']>(row.text),
  facts: fromJson<Outcome['facts']>(row.facts),
})

const resolutionFrom = (row: Row<'resolution_mention'>): ResolutionMention => ({
  body: row.body,
  meetingNumber: row.meeting_number,
  heldOn: { written: row.held_on_written, day: row.held_on },
  wording: row.wording,
  about: row.about as ResolutionMention['about'],
  place: {
    part: row.part as ResolutionMention['place']['part'],
    issue: row.issue_number,
    measure: row.measure_number,
  },
})

// The columns hold what `saveCycle` wrote, and nobody else writes them.
const fromJson = <T>(value: unknown): T => value as T
