import { refusalOf } from '../../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { isUuid } from '../../../../../kernel/uuid.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../../platform/db/tenant.server.ts'
import { catalogueFor } from '../../../../catalogue/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../../improvement.policy.ts'
import {
  type HeldIssue,
  type HeldMeasure,
  holdIssue,
  holdMeasures,
} from '../../../working/working.repo.server.ts'
import { insertLast } from '../insert-typed.server.ts'
import type { MeasureError, MeasureRefusal, RowResult, TableNotSaved } from '../measure.errors.ts'
import {
  type MeasureGround,
  readNewMeasure,
  saysSomething,
  type TypedMeasure,
} from '../measure-form.domain.ts'
import { measureGround, yearOfCycle } from '../owner-choices.queries.server.ts'
import { auditMeasure, writeTyped } from '../write-measure.server.ts'

/** One row as it was sent. */
export type SentRow = Readonly<{
  /** What the form calls the row. */
  key: string
  /** Null: a new measure, unless nothing is written in it. */
  measureId: string | null
  seenVersion: number
  typed: TypedMeasure
}>

type TableError = MeasureRefusal | TableNotSaved | Extract<MeasureError, { code: 'permission.refused' }>

/**
 * Saves many measures of one issue in one transaction: all, or none. A row of the table that cannot be saved is told with what
 * is wrong of it, beside all the others; nothing is kept then.
 */
export async function saveMeasureTable(
  ctx: Ctx,
  { issueId, rows }: Readonly<{ issueId: string; rows: readonly SentRow[] }>,
): Promise<Result<readonly RowResult[], TableError>> {
  const catalogue = await catalogueFor(ctx)
  return inTransaction<readonly RowResult[], TableError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const issue = isUuid(issueId) ? await holdIssue(tx, { agencyId, id: issueId }) : null
    if (!issue || issue.isRemoved) return err({ code: 'issue.unknown' })
    const fiscalYear = await yearOfCycle(tx, ctx, issue.cycleId)
    const ground = await measureGround(tx, ctx, { fiscalYear, catalogue })
    const ids = rows.flatMap(({ measureId }) => (measureId !== null && isUuid(measureId) ? [measureId] : []))
    const held = await holdMeasures(tx, { agencyId, ids })
    const results: RowResult[] = []
    const changed = new Map<string, readonly string[]>()
    for (const row of rows) {
      if (row.measureId === null && !saysSomething(row.typed)) continue
      const result =
        row.measureId === null
          ? await addRow(tx, ctx, { row, issue, ground })
          : await changeRow(tx, ctx, { row, issue, ground, measure: held.get(row.measureId), changed })
      if ('act' in result) return err(result)
      results.push(result)
    }
    if (results.some(({ kind }) => kind === 'clash' || kind === 'faults' || kind === 'refused'))
      return err({ code: 'measure.table-not-saved', rows: results })
    for (const result of results) {
      if (result.kind === 'added') await auditMeasure(tx, ctx, 'measure.added', result.id, { issue: issueId })
      if (result.kind === 'saved')
        await auditMeasure(tx, ctx, 'measure.changed', result.id, {
          fields: (changed.get(result.id) ?? []).join(', '),
          version: result.version,
        })
    }
    return ok(results)
  })
}

type Row = Readonly<{ row: SentRow; issue: HeldIssue; ground: MeasureGround }>
type Refused = Extract<MeasureError, { code: 'permission.refused' }>

async function addRow(tx: Tx, ctx: Ctx, { row, issue, ground }: Row): Promise<RowResult | Refused> {
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor)
  if (refusal) return refusal
  const read = readNewMeasure(row.typed, ground)
  if (!read.ok) return { key: row.key, kind: 'faults', faults: read.error }
  const id = await insertLast(tx, ctx, issue, read.value)
  return { key: row.key, kind: 'added', id, version: 1 }
}

async function changeRow(
  tx: Tx,
  ctx: Ctx,
  {
    row: { key, seenVersion, typed },
    issue,
    ground,
    measure,
    changed,
  }: Row & { measure: HeldMeasure | undefined; changed: Map<string, readonly string[]> },
): Promise<RowResult | Refused> {
  if (!measure || measure.isRemoved || measure.issueId !== issue.id)
    return { key, kind: 'refused', code: 'measure.unknown' }
  const written = await writeTyped(tx, ctx, { held: measure, seenVersion, typed, ground })
  if (written.ok) {
    const { version } = written.value
    changed.set(measure.id, written.value.changed)
    return { key, kind: written.value.changed.length > 0 ? 'saved' : 'unchanged', id: measure.id, version }
  }
  const { error } = written
  if (error.code === 'permission.refused') return error
  if (error.code === 'edit.clash') return { key, kind: 'clash', clash: error }
  if (error.code === 'measure.faults') return { key, kind: 'faults', faults: error.faults }
  return { key, kind: 'refused', code: error.code }
}
