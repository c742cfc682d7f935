import { randomUUID } from 'node:crypto'
import type { Updateable } from 'kysely'
import type { Schema } from '../../../platform/db/database.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { isYear } from '../storable.domain.ts'
import type { MeasureState } from './measure-state.domain.ts'
import { issueSearchText, measureSearchText } from './search-text.domain.ts'
import type { IssueFacts, MeasureFacts, OutcomeFacts, ReportFacts } from './working-cycle.domain.ts'
import {
  issueFactsFrom,
  measureFactsFrom,
  outcomeFactsFrom,
  reportFactsFrom,
} from './working-cycle.queries.server.ts'

/** A row that is held until the transaction ends, so that its version is still this one when it is written. */
export type Held<T> = Readonly<{ id: string; version: number; facts: T; isRemoved: boolean }>
export type HeldIssue = Held<IssueFacts> & Readonly<{ cycleId: string; position: number }>
export type HeldMeasure = Held<MeasureFacts> &
  Readonly<{ cycleId: string; issueId: string; position: number; state: MeasureState }>
export type HeldOutcome = Held<OutcomeFacts> & Readonly<{ issueId: string; position: number }>

type Key = Readonly<{ agencyId: string; id: string }>

/** Opens a year and gives the identifier of its cycle. */
export async function insertCycle(
  tx: Tx,
  cycle: Readonly<{ agencyId: string; fiscalYear: number; facts: ReportFacts; at: Date; by: string }>,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('working_cycle')
    .values({
      agency_id: cycle.agencyId,
      id,
      fiscal_year: cycle.fiscalYear,
      ...cycleColumns(cycle.facts),
      opened_at: cycle.at,
      opened_by: cycle.by,
    })
    .execute()
  return id
}

/** Puts an issue at a position, and gives its identifier. */
export async function insertIssue(
  tx: Tx,
  issue: Readonly<{
    agencyId: string
    /** Given where the form that adds it was given one, so that it adds it once; else a new one. */
    id?: string
    cycleId: string
    position: number
    facts: IssueFacts
    copiedFrom?: string
  }>,
): Promise<string> {
  const id = issue.id ?? randomUUID()
  await tx
    .insertInto('working_issue')
    .values({
      agency_id: issue.agencyId,
      id,
      cycle_id: issue.cycleId,
      position: issue.position,
      ...issueColumns(issue.facts),
      copied_from: issue.copiedFrom ?? null,
    })
    .execute()
  return id
}

/** Puts a measure at a position of its issue, with its owners, and gives its identifier. */
export async function insertMeasure(
  tx: Tx,
  measure: Readonly<{
    agencyId: string
    cycleId: string
    issueId: string
    position: number
    printedNumber: string | null
    state: MeasureState
    facts: MeasureFacts
    copiedFrom?: string
  }>,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('working_measure')
    .values({
      agency_id: measure.agencyId,
      id,
      cycle_id: measure.cycleId,
      issue_id: measure.issueId,
      position: measure.position,
      printed_number: measure.printedNumber,
      state: measure.state,
      ...measureColumns(measure.facts),
      copied_from: measure.copiedFrom ?? null,
    })
    .execute()
  await writeOwners(tx, { agencyId: measure.agencyId, id }, measure.facts)
  return id
}

/** Puts an outcome at a position of its issue, and gives its identifier. */
export async function insertOutcome(
  tx: Tx,
  outcome: Readonly<{ agencyId: string; issueId: string; position: number; facts: OutcomeFacts }>,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('working_outcome')
    .values({
      agency_id: outcome.agencyId,
      id,
      issue_id: outcome.issueId,
      position: outcome.position,
      ...outcomeColumns(outcome.facts),
    })
    .execute()
  return id
}

/** Holds a cycle by its fiscal year (B.E.); null when that year is not open. */
export async function holdCycle(
  tx: Tx,
  key: Readonly<{ agencyId: string; fiscalYear: number }>,
): Promise<Held<ReportFacts> | null> {
  if (!isYear(key.fiscalYear)) return null
  const row = await tx
    .selectFrom('working_cycle')
    .selectAll()
    .where('agency_id', '=', key.agencyId)
    .where('fiscal_year', '=', key.fiscalYear)
    .forUpdate()
    .executeTakeFirst()
  return row ? { id: row.id, version: row.version, facts: reportFactsFrom(row), isRemoved: false } : null
}

/** Holds an issue, removed or not; null when there is none. */
export async function holdIssue(tx: Tx, key: Key): Promise<HeldIssue | null> {
  const row = await tx
    .selectFrom('working_issue')
    .selectAll()
    .where('agency_id', '=', key.agencyId)
    .where('id', '=', key.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    version: row.version,
    facts: issueFactsFrom(row),
    isRemoved: row.removed_at !== null,
    cycleId: row.cycle_id,
    position: row.position,
  }
}

/** Holds a measure with its owners, removed or not; null when there is none. */
export const holdMeasure = async (tx: Tx, { agencyId, id }: Key): Promise<HeldMeasure | null> =>
  (await holdMeasures(tx, { agencyId, ids: [id] })).get(id) ?? null

/**
 * Holds several measures, by their identifiers, in three statements. They are held in one order, so that two who hold some of
 * the same wait for each other and never both.
 */
export async function holdMeasures(
  tx: Tx,
  { agencyId, ids }: Readonly<{ agencyId: string; ids: readonly string[] }>,
): Promise<ReadonlyMap<string, HeldMeasure>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('working_measure')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  const units = await tx
    .selectFrom('measure_unit')
    .select(['measure_id', 'unit_id'])
    .where('agency_id', '=', agencyId)
    .where('measure_id', 'in', ids)
    .orderBy('position')
    .execute()
  const persons = await tx
    .selectFrom('measure_person')
    .select(['measure_id', 'person_id'])
    .where('agency_id', '=', agencyId)
    .where('measure_id', 'in', ids)
    .orderBy('person_id')
    .execute()
  const unitsBy = Map.groupBy(units, (row) => row.measure_id)
  const personsBy = Map.groupBy(persons, (row) => row.measure_id)
  return new Map(
    rows.map((row): [string, HeldMeasure] => [
      row.id,
      {
        id: row.id,
        version: row.version,
        facts: measureFactsFrom(row, {
          unitIds: (unitsBy.get(row.id) ?? []).map(({ unit_id }) => unit_id),
          personIds: (personsBy.get(row.id) ?? []).map(({ person_id }) => person_id),
        }),
        isRemoved: row.removed_at !== null,
        cycleId: row.cycle_id,
        issueId: row.issue_id,
        position: row.position,
        state: row.state as MeasureState,
      },
    ]),
  )
}

/** Holds an outcome, removed or not; null when there is none. */
export async function holdOutcome(tx: Tx, key: Key): Promise<HeldOutcome | null> {
  const row = await tx
    .selectFrom('working_outcome')
    .selectAll()
    .where('agency_id', '=', key.agencyId)
    .where('id', '=', key.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    version: row.version,
    facts: outcomeFactsFrom(row),
    isRemoved: row.removed_at !== null,
    issueId: row.issue_id,
    position: row.position,
  }
}

type Written<T> = Key & Readonly<{ version: number; facts: T }>

export const updateCycle = (tx: Tx, { version, facts, ...key }: Written<ReportFacts>) =>
  setColumns(tx, 'cycle', key, { ...cycleColumns(facts), version })

export const updateIssue = (tx: Tx, { version, facts, ...key }: Written<IssueFacts>) =>
  setColumns(tx, 'issue', key, { ...issueColumns(facts), version })

/** Writes what a measure says, its owners too. */
export async function updateMeasure(
  tx: Tx,
  { version, facts, ...key }: Written<MeasureFacts>,
): Promise<void> {
  await setColumns(tx, 'measure', key, { ...measureColumns(facts), version })
  for (const table of ['measure_unit', 'measure_person'] as const)
    await tx
      .deleteFrom(table)
      .where('agency_id', '=', key.agencyId)
      .where('measure_id', '=', key.id)
      .execute()
  await writeOwners(tx, key, facts)
}

export const updateOutcome = (tx: Tx, { version, facts, ...key }: Written<OutcomeFacts>) =>
  setColumns(tx, 'outcome', key, { ...outcomeColumns(facts), version })

export const setMeasureState = (tx: Tx, key: Key, state: MeasureState) =>
  setColumns(tx, 'measure', key, { state })

type Part = 'issue' | 'measure' | 'outcome'

/** Takes an issue, a measure or an outcome out, or brings it back (`at` null). Nothing is ever deleted. */
export const setRemoved = (tx: Tx, kind: Part, key: Key, at: Date | null) =>
  setColumns(tx, kind, key, { removed_at: at })

export const setPosition = (tx: Tx, kind: Part, key: Key, position: number) =>
  setColumns(tx, kind, key, { position })

async function setColumns<K extends Part | 'cycle'>(
  tx: Tx,
  kind: K,
  { agencyId, id }: Key,
  columns: Updateable<Schema[`working_${K}`]>,
): Promise<void> {
  // What the tables have in common is enough to find the row; which columns each has is checked above.
  await tx
    .updateTable(`working_${kind}` as 'working_issue')
    .set(columns as Updateable<Schema['working_issue']>)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

async function writeOwners(tx: Tx, { agencyId, id }: Key, facts: MeasureFacts): Promise<void> {
  const key = { agency_id: agencyId, measure_id: id }
  if (facts.unitIds.length > 0)
    await tx
      .insertInto('measure_unit')
      .values(facts.unitIds.map((unit_id, index) => ({ ...key, unit_id, position: index + 1 })))
      .execute()
  if (facts.personIds.length > 0)
    await tx
      .insertInto('measure_person')
      .values(facts.personIds.map((person_id) => ({ ...key, person_id })))
      .execute()
}

const cycleColumns = (facts: ReportFacts) => ({
  results_year: facts.resultsYear,
  answers: facts.answers,
  cover: json(facts.cover),
  background: json(facts.background),
  criteria: facts.criteria && json(facts.criteria),
  name_lists: json(facts.nameLists),
  resolutions: json(facts.resolutions),
  units: facts.units && json(facts.units),
})

const issueColumns = (facts: IssueFacts) => ({
  title: facts.title,
  listed_title: facts.listedTitle,
  analysis: json(facts.analysis),
  limitations: json(facts.limitations),
  search_text: issueSearchText(facts),
})

const measureColumns = (facts: MeasureFacts) => ({
  text: json(facts.text),
  kind: facts.kind,
  period: json(facts.period),
  owners_written: facts.ownersWritten,
  expected_evidence: facts.expectedEvidence,
  budget: json(facts.budget),
  summary: json(facts.summary),
  due_on: facts.dueDay,
  search_text: measureSearchText(facts),
})

const outcomeColumns = (facts: OutcomeFacts) => ({
  covers: [...facts.covers],
  text: json(facts.text),
  facts: json(facts.facts),
  picked: json(facts.picked),
})

// As text: the driver would write an array as an array of PostgreSQL.
const json = (value: unknown): string => JSON.stringify(value)
