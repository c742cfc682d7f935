import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/tenant.server.ts'
import type { Cycle, Issue } from './cycle.domain.ts'
import type { ImportOutcome } from './importers/import.domain.ts'

/** One saved version of a cycle, without its content. */
export type CycleVersion = Readonly<{ cycleId: string; version: number; contentHash: string }>

// One statement takes at most 65,535 values; a row has at most a dozen.
const ROWS_A_STATEMENT = 2000

/**
 * The current version of a fiscal year, null when there is none. The agency is held until the transaction ends, so that
 * of two imports at once the second sees what the first has saved.
 */
export async function findCurrentForUpdate(
  tx: Tx,
  key: { agencyId: string; fiscalYear: number },
): Promise<CycleVersion | null> {
  await tx.selectFrom('agency').select('id').where('id', '=', key.agencyId).forNoKeyUpdate().execute()
  const row = await tx
    .selectFrom('cycle')
    .select(['id', 'version', 'content_hash'])
    .where('agency_id', '=', key.agencyId)
    .where('fiscal_year', '=', key.fiscalYear)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return row ? { cycleId: row.id, version: row.version, contentHash: row.content_hash } : null
}

/** Ends a version's time. It stays, and does not change any more. */
export async function supersede(tx: Tx, key: { agencyId: string; cycleId: string }, at: Date): Promise<void> {
  await tx
    .updateTable('cycle')
    .set({ superseded_at: at })
    .where('agency_id', '=', key.agencyId)
    .where('id', '=', key.cycleId)
    .execute()
}

export type NewCycle = Readonly<{
  agencyId: string
  outcome: ImportOutcome
  version: number
  contentHash: string
  at: Date
  by: string
}>

/** Saves a version with the run that imported it, and gives its identifier. */
export async function saveCycle(tx: Tx, input: NewCycle): Promise<string> {
  const { agencyId, outcome, at } = input
  const importRunId = await saveImportRun(tx, input)
  const { cycle } = outcome
  const id = randomUUID()
  await tx
    .insertInto('cycle')
    .values({
      agency_id: agencyId,
      id,
      fiscal_year: cycle.fiscalYear,
      version: input.version,
      content_hash: input.contentHash,
      results_year: cycle.resultsYear,
      answers: cycle.answers,
      agency: json(cycle.agency),
      cover: json(cycle.cover),
      background: json(cycle.background),
      criteria: cycle.criteria && json(cycle.criteria),
      units: json(cycle.units),
      name_lists: json(cycle.nameLists),
      import_run_id: importRunId,
      saved_at: at,
    })
    .execute()
  await saveParts(tx, { agency_id: agencyId, cycle_id: id }, cycle)
  return id
}

async function saveImportRun(tx: Tx, { agencyId, outcome, at, by }: NewCycle): Promise<string> {
  const id = randomUUID()
  const source = outcome.cycle.source
  await tx
    .insertInto('import_run')
    .values({
      agency_id: agencyId,
      id,
      file_name: source?.fileName ?? null,
      sha256: source?.sha256 ?? null,
      format: source?.format ?? null,
      notes: json(outcome.notes),
      suspected_faults: json(outcome.suspectedFaults),
      catalogue: json(outcome.catalogue),
      imported_at: at,
      imported_by: by,
    })
    .execute()
  return id
}

type CycleKey = Readonly<{ agency_id: string; cycle_id: string }>

async function saveParts(tx: Tx, key: CycleKey, cycle: Cycle): Promise<void> {
  const issues = cycle.issues.map((issue, index) => issueRow({ ...key, position: index + 1 }, issue))
  const measures = cycle.issues.flatMap((issue, index) => measureRows(key, index + 1, issue))
  const outcomes = cycle.issues.flatMap((issue, index) => outcomeRows(key, index + 1, issue))
  const resolutions = resolutionRows(key, cycle)
  for (const rows of portions(issues)) await tx.insertInto('issue').values(rows).execute()
  for (const rows of portions(measures)) await tx.insertInto('measure').values(rows).execute()
  for (const rows of portions(outcomes)) await tx.insertInto('outcome').values(rows).execute()
  for (const rows of portions(resolutions)) await tx.insertInto('resolution_mention').values(rows).execute()
}

const issueRow = (key: CycleKey & { position: number }, issue: Issue) => ({
  ...key,
  number: issue.number,
  title: issue.title,
  listed_title: issue.listedTitle,
  analysis: json(issue.analysis),
  limitations: json(issue.limitations),
})

const measureRows = (key: CycleKey, issuePosition: number, issue: Issue) =>
  issue.measures.map((measure, index) => ({
    ...key,
    issue_position: issuePosition,
    position: index + 1,
    number: measure.number,
    printed_number: measure.printedNumber,
    text: json(measure.text),
    period: json(measure.period),
    owners: json(measure.owners),
    summary: json(measure.summary),
  }))

const outcomeRows = (key: CycleKey, issuePosition: number, issue: Issue) =>
  issue.outcomes.map((outcome, index) => ({
    ...key,
    issue_position: issuePosition,
    position: index + 1,
    covers: [...outcome.covers],
    text: json(outcome.text),
    facts: json(outcome.facts),
  }))

const resolutionRows = (key: CycleKey, cycle: Cycle) =>
  cycle.resolutions.map((mention, index) => ({
    ...key,
    position: index + 1,
    body: mention.body,
    meeting_number: mention.meetingNumber,
    held_on: mention.heldOn.day,
    held_on_written: mention.heldOn.written,
    wording: mention.wording,
    about: mention.about,
    part: mention.place.part,
    issue_number: mention.place.issue,
    measure_number: mention.place.measure,
  }))

// As text: the driver would write an array as an array of PostgreSQL.
const json = (value: unknown): string => JSON.stringify(value)

function* portions<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    yield rows.slice(from, from + ROWS_A_STATEMENT)
}
