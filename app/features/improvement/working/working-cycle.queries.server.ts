import type { Selectable } from 'kysely'
import type { DecimalText } from '../../../kernel/decimal.ts'
import type { Field } from '../../../kernel/field.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Schema } from '../../../platform/db/database.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { isYear } from '../storable.domain.ts'
import type { MeasureState } from './measure-state.domain.ts'
import type {
  IssueFacts,
  MeasureFacts,
  MeasureKind,
  NamedUnit,
  OutcomeFacts,
  ReportFacts,
  WorkingCycle,
  WorkingIssue,
  WorkingMeasure,
  WorkingOutcome,
} from './working-cycle.domain.ts'

/** The cycle of a fiscal year (B.E.) as it is worked on, whole; null when nobody has opened that year. */
export const findWorkingCycle = (ctx: Ctx, fiscalYear: number): Promise<WorkingCycle | null> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => readWorkingCycle(tx, ctx.agency.id, { fiscalYear }))

/** The cycle to which an issue or a measure belongs; null when there is no such thing, or it was removed. */
export async function findCycleWith(
  ctx: Ctx,
  part: Readonly<{ issueId: string } | { measureId: string }>,
): Promise<WorkingCycle | null> {
  const id = 'issueId' in part ? part.issueId : part.measureId
  if (!isUuid(id)) return null
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const row = await tx
      .selectFrom('issueId' in part ? 'working_issue' : 'working_measure')
      .select('cycle_id')
      .where('agency_id', '=', ctx.agency.id)
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    const cycle = row ? await readWorkingCycle(tx, ctx.agency.id, { cycleId: row.cycle_id }) : null
    const issues = cycle?.issues.filter((issue) =>
      'issueId' in part ? issue.id === id : issue.measures.some((measure) => measure.id === id),
    )
    // A measure of an issue that was removed is gone with it.
    return issues?.length ? cycle : null
  })
}

/** The same inside a transaction of the caller. Six statements, however much it holds. */
export async function readWorkingCycle(
  tx: Tx,
  agencyId: string,
  which: Readonly<{ fiscalYear: number } | { cycleId: string }>,
): Promise<WorkingCycle | null> {
  // What stands for a year in an address may be any word.
  if ('fiscalYear' in which && !isYear(which.fiscalYear)) return null
  const head = await tx
    .selectFrom('working_cycle')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .$if('fiscalYear' in which, (query) =>
      query.where('fiscal_year', '=', (which as { fiscalYear: number }).fiscalYear),
    )
    .$if('cycleId' in which, (query) => query.where('id', '=', (which as { cycleId: string }).cycleId))
    .executeTakeFirst()
  if (!head) return null
  const issues = await tx
    .selectFrom('working_issue')
    .select(['id', 'version', 'title', 'listed_title', 'analysis', 'limitations'])
    .where('agency_id', '=', agencyId)
    .where('cycle_id', '=', head.id)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const measures = await measuresOf(tx, agencyId, head.id)
  const outcomes = await outcomesOf(tx, agencyId, head.id)
  const measuresBy = Map.groupBy(measures, ({ issueId }) => issueId)
  const outcomesBy = Map.groupBy(outcomes, ({ issueId }) => issueId)
  return {
    id: head.id,
    version: head.version,
    fiscalYear: head.fiscal_year,
    facts: reportFactsFrom(head),
    issues: issues.map(
      (row, index): WorkingIssue => ({
        id: row.id,
        version: row.version,
        number: index + 1,
        facts: issueFactsFrom(row),
        measures: (measuresBy.get(row.id) ?? []).map((measure, at) => ({ ...measure, number: at + 1 })),
        outcomes: outcomesBy.get(row.id) ?? [],
      }),
    ),
  }
}

async function measuresOf(tx: Tx, agencyId: string, cycleId: string): Promise<readonly WorkingMeasure[]> {
  const rows = await tx
    .selectFrom('working_measure')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('cycle_id', '=', cycleId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const units = await tx
    .selectFrom('measure_unit')
    .innerJoin('working_measure', (join) =>
      join
        .onRef('working_measure.agency_id', '=', 'measure_unit.agency_id')
        .onRef('working_measure.id', '=', 'measure_unit.measure_id'),
    )
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.agency_id', '=', 'measure_unit.agency_id')
        .onRef('unit.id', '=', 'measure_unit.unit_id'),
    )
    .select(['measure_unit.measure_id', 'unit.id', 'unit.code', 'unit.name_th', 'unit.name_en'])
    .where('measure_unit.agency_id', '=', agencyId)
    .where('working_measure.cycle_id', '=', cycleId)
    .orderBy('measure_unit.position')
    .execute()
  const persons = await tx
    .selectFrom('measure_person')
    .innerJoin('working_measure', (join) =>
      join
        .onRef('working_measure.agency_id', '=', 'measure_person.agency_id')
        .onRef('working_measure.id', '=', 'measure_person.measure_id'),
    )
    .select(['measure_id', 'person_id'])
    .where('measure_person.agency_id', '=', agencyId)
    .where('working_measure.cycle_id', '=', cycleId)
    .orderBy('person_id')
    .execute()
  const unitsBy = Map.groupBy(units, (row) => row.measure_id)
  const personsBy = Map.groupBy(persons, (row) => row.measure_id)
  return rows.map((row): WorkingMeasure => {
    const named = (unitsBy.get(row.id) ?? []).map(
      (unit): NamedUnit => ({ id: unit.id, code: unit.code, nameTh: unit.name_th, nameEn: unit.name_en }),
    )
    const facts = measureFactsFrom(row, {
      unitIds: named.map(({ id }) => id),
      personIds: (personsBy.get(row.id) ?? []).map((person) => person.person_id),
    })
    return {
      id: row.id,
      issueId: row.issue_id,
      version: row.version,
      number: 0,
      printedNumber: row.printed_number,
      state: row.state as MeasureState,
      facts,
      units: named,
      dueOn: facts.dueDay ?? (facts.period.state === 'value' ? facts.period.value.end : null),
    }
  })
}

async function outcomesOf(tx: Tx, agencyId: string, cycleId: string): Promise<readonly WorkingOutcome[]> {
  const rows = await tx
    .selectFrom('working_outcome')
    .innerJoin('working_issue', (join) =>
      join
        .onRef('working_issue.agency_id', '=', 'working_outcome.agency_id')
        .onRef('working_issue.id', '=', 'working_outcome.issue_id'),
    )
    .selectAll('working_outcome')
    .where('working_outcome.agency_id', '=', agencyId)
    .where('working_issue.cycle_id', '=', cycleId)
    .where('working_outcome.removed_at', 'is', null)
    .orderBy('working_outcome.position')
    .orderBy('working_outcome.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    issueId: row.issue_id,
    version: row.version,
    facts: outcomeFactsFrom(row),
  }))
}

type Row<T extends keyof Schema> = Selectable<Schema[T]>

/** What a row says, as it is edited. The columns hold what the use cases wrote, and nobody else writes them. */
export const reportFactsFrom = (row: Row<'working_cycle'>): ReportFacts => ({
  resultsYear: row.results_year,
  answers: row.answers as ItemRef,
  cover: fromJson<ReportFacts['cover']>(row.cover),
  background: fromJson<ReportFacts['background']>(row.background),
  criteria: fromJson<ReportFacts['criteria']>(row.criteria),
  nameLists: fromJson<ReportFacts['nameLists']>(row.name_lists),
  resolutions: fromJson<ReportFacts['resolutions']>(row.resolutions),
  units: fromJson<ReportFacts['units']>(row.units),
})

export const issueFactsFrom = (
  row: Pick<Row<'working_issue'>, 'title' | 'listed_title' | 'analysis' | 'limitations'>,
): IssueFacts => ({
  title: row.title,
  listedTitle: row.listed_title,
  analysis: fromJson<IssueFacts['analysis']>(row.analysis),
  limitations: fromJson<IssueFacts['limitations']>(row.limitations),
})

export const measureFactsFrom = (
  row: Row<'working_measure'>,
  owners: Readonly<{ unitIds: readonly string[]; personIds: readonly string[] }>,
): MeasureFacts => ({
  text: fromJson<MeasureFacts['text']>(row.text),
  kind: row.kind as MeasureKind | null,
  period: fromJson<MeasureFacts['period']>(row.period),
  ...owners,
  ownersWritten: row.owners_written,
  expectedEvidence: row.expected_evidence,
  budget: fromJson<Field<DecimalText>>(row.budget),
  summary: fromJson<MeasureFacts['summary']>(row.summary),
  dueDay: row.due_on,
})

export const outcomeFactsFrom = (row: Row<'working_outcome'>): OutcomeFacts => ({
  covers: row.covers,
  text: fromJson<OutcomeFacts['text']>(row.text),
  facts: fromJson<OutcomeFacts['facts']>(row.facts),
  picked: fromJson<OutcomeFacts['picked']>(row.picked),
})

const fromJson = <T>(value: unknown): T => value as T
