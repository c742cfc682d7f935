import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { plainText } from '../../../kernel/rich-text.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { insertLast } from '../measures/facts/insert-typed.server.ts'
import type { MeasureError } from '../measures/facts/measure.errors.ts'
import {
  type MeasureGround,
  readNewMeasure,
  type TypedField,
  type TypedMeasure,
} from '../measures/facts/measure-form.domain.ts'
import { NONE } from '../measures/facts/measure-reading-words.th.ts'
import { measureGround } from '../measures/facts/owner-choices.queries.server.ts'
import { writeTyped } from '../measures/facts/write-measure.server.ts'
import { type HeldMeasure, holdCycle, holdIssue, holdMeasures } from '../working/working.repo.server.ts'
import type { WorkingCycle } from '../working/working-cycle.domain.ts'
import { readWorkingCycle } from '../working/working-cycle.queries.server.ts'
import type { SheetCellFault, SheetError } from './sheet.errors.ts'
import type { SheetColumn } from './sheet-column.table.ts'
import { foldHead, type SheetRow, sheetFault } from './sheet-row.domain.ts'

/** What one row does; unchanged rows are not listed. */
export type PlannedMeasure = Readonly<{
  row: number
  sheet: string | null
  kind: 'added' | 'changed'
  /** Number of its issue. */
  issue: number
  /** The measure in a few words. */
  title: string
  /** Names of the facts that change. */
  fields: readonly string[]
}>

/** What a sheet does. `seen` names the file and the plan together: what is imported is what was seen. */
export type SheetPlan = Readonly<{
  measures: readonly PlannedMeasure[]
  rows: number
  unchanged: number
  seen: string
}>

type Carrying = Readonly<{
  fiscalYear: number
  rows: readonly SheetRow[]
  catalogue: Catalogue
  sha256: string
}>

/**
 * Does what a sheet says, whole or not at all, in the caller's transaction: the preview is the same work, undone. The caller
 * audits.
 */
export async function carryOutSheet(
  tx: Tx,
  ctx: Ctx,
  { fiscalYear, rows, catalogue, sha256 }: Carrying,
): Promise<Result<SheetPlan, SheetError>> {
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor)
  if (refusal) return err(refusal)
  const agencyId = ctx.agency.id
  // Held, so that no other sheet of the year comes in between.
  const head = await holdCycle(tx, { agencyId, fiscalYear })
  const cycle = head && (await readWorkingCycle(tx, agencyId, { fiscalYear }))
  if (!cycle) return err({ code: 'sheet.no-year', cells: [] })
  const ground = await measureGround(tx, ctx, { fiscalYear, catalogue })
  const held = await holdMeasures(tx, { agencyId, ids: rows.flatMap(({ key }) => key ?? []) })
  const cells: SheetCellFault[] = []
  const measures: PlannedMeasure[] = []
  for (const row of rows) {
    const done =
      row.key === null
        ? await addRow(tx, ctx, { row, cycle, ground })
        : await changeRow(tx, ctx, { row, cycle, ground, measure: held.get(row.key) })
    if (!done.ok && !Array.isArray(done.error)) return err(done.error as SheetError)
    if (!done.ok) cells.push(...(done.error as readonly SheetCellFault[]))
    else if (done.value) measures.push(done.value)
  }
  if (cells.length > 0) return err({ code: 'sheet.refused', cells })
  const seen = sha256Hex(`${sha256} ${JSON.stringify([measures, grown(cycle, measures)])}`)
  return ok({ measures, rows: rows.length, unchanged: rows.length - measures.length, seen })
}

/**
 * How many measures stood in each issue that gets new ones: a new row has nothing by which it is known again, so that the same
 * sheet, confirmed twice, would add it twice.
 */
const grown = (cycle: WorkingCycle, planned: readonly PlannedMeasure[]) =>
  cycle.issues
    .filter(({ number }) => planned.some(({ kind, issue }) => kind === 'added' && issue === number))
    .map(({ id, measures }) => [id, measures.length])

type Row = Readonly<{ row: SheetRow; cycle: WorkingCycle; ground: MeasureGround }>
type Done = Result<PlannedMeasure | null, readonly SheetCellFault[] | SheetError>

async function addRow(tx: Tx, ctx: Ctx, { row, cycle, ground }: Row): Promise<Done> {
  const issue = issueOf(row, cycle)
  if (!issue) return err([faultIn(row, 'issue', 'sheet.unknown-issue', nameOfIssue(row))])
  const read = readNewMeasure(typedOf(row), ground)
  if (!read.ok) return err(read.error.map(({ field, code, detail }) => faultIn(row, field, code, detail)))
  const held = await holdIssue(tx, { agencyId: ctx.agency.id, id: issue.id })
  if (!held || held.isRemoved) return err([faultIn(row, 'issue', 'sheet.unknown-issue', nameOfIssue(row))])
  await insertLast(tx, ctx, held, read.value)
  const { text } = read.value
  return ok({
    row: row.row,
    sheet: row.sheet,
    kind: 'added',
    issue: issue.number,
    title: text.state === 'value' ? shortened(plainText(text.value)) : '',
    fields: [],
  })
}

async function changeRow(
  tx: Tx,
  ctx: Ctx,
  { row, cycle, ground, measure }: Row & { measure: HeldMeasure | undefined },
): Promise<Done> {
  const issue = cycle.issues.find(({ id }) => id === measure?.issueId)
  if (!measure || measure.isRemoved || !issue) return err([faultIn(row, 'key', 'sheet.unknown-measure')])
  const written = await writeTyped(tx, ctx, {
    held: measure,
    seenVersion: row.version ?? measure.version,
    typed: typedOf(row),
    ground,
  })
  if (!written.ok) return err(faultsOf(row, written.error))
  const { changed } = written.value
  if (changed.length === 0) return ok(null)
  const { text } = measure.facts
  return ok({
    row: row.row,
    sheet: row.sheet,
    kind: 'changed',
    issue: issue.number,
    title: text.state === 'value' ? shortened(plainText(text.value)) : '',
    fields: changed,
  })
}

/** A sheet has one cell for the budget: an amount, or the word for none. */
function typedOf({ typed }: SheetRow): TypedMeasure {
  const { budget } = typed
  return budget === undefined
    ? typed
    : { ...typed, budget: budget === NONE ? '' : budget, budgetNone: budget === NONE }
}

/** What a form would say at its fields, said at the cells of the row. */
function faultsOf(row: SheetRow, error: MeasureError): readonly SheetCellFault[] | SheetError {
  if (error.code === 'permission.refused') return error
  if (error.code === 'measure.faults')
    return error.faults.map(({ field, code, detail }) => faultIn(row, field, code, detail))
  if (error.code === 'edit.clash')
    return error.clashes.map(({ field }) =>
      faultIn(row, COLUMN_OF_FACT[field] ?? 'key', 'sheet.changed-meanwhile', error.last?.byName ?? ''),
    )
  return [faultIn(row, 'summary', error.code === 'measure.is-done' ? 'sheet.done' : 'sheet.unknown-measure')]
}

/** The column in which a fact stands that two people changed. */
const COLUMN_OF_FACT: Readonly<Record<string, SheetColumn>> = {
  text: 'text',
  kind: 'kind',
  period: 'from',
  unitIds: 'owners',
  ownersWritten: 'owners',
  expectedEvidence: 'expectedEvidence',
  budget: 'budget',
  summary: 'summary',
  dueDay: 'dueDay',
}

const faultIn = (
  row: SheetRow,
  column: SheetColumn | TypedField,
  code: SheetCellFault['code'],
  value = '',
): SheetCellFault => sheetFault(row, row.columns[column as SheetColumn] ?? 1, code, value)

/** By its number, else by its title as it stands in the list. */
function issueOf({ issue, issueTitle }: SheetRow, cycle: WorkingCycle) {
  if (issue !== null) return cycle.issues.find(({ number }) => number === issue)
  const title = foldHead(issueTitle)
  return title === '' ? undefined : cycle.issues.find(({ facts }) => foldHead(facts.title) === title)
}
const nameOfIssue = ({ issue, issueTitle }: SheetRow) => (issue === null ? issueTitle : String(issue))

const shortened = (text: string) => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 120)}…` : line
}
