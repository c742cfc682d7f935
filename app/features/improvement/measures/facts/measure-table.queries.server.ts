import { fieldValue } from '../../../../kernel/field.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import type { RichText } from '../../../../kernel/rich-text.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { countEvidenceUses } from '../../../evidence/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import type { MeasureState } from '../../working/measure-state.domain.ts'
import type { NamedUnit, WorkingCycle, WorkingMeasure } from '../../working/working-cycle.domain.ts'
import { findCycleWith } from '../../working/working-cycle.queries.server.ts'
import { reportRefusal } from '../report-permission.domain.ts'
import { type MeasureWarning, type ShownMeasure, shownMeasure, warningsOf } from './measure-form.domain.ts'
import { findOwnerChoices } from './owner-choices.queries.server.ts'
import type { OwnerUnitChoice } from './typed-owners.domain.ts'

export type MeasureTableRow = Readonly<{
  id: string
  version: number
  number: number
  /** As the form shows it. */
  shown: ShownMeasure
  /** To read. */
  text: RichText | null
  summary: RichText | null
  isSummaryNone: boolean
  periodWritten: string | null
  units: readonly NamedUnit[]
  state: MeasureState
  dueOn: IsoDay | null
  warnings: readonly MeasureWarning[]
  evidence: number
  /** Whether who asks may write its summary. */
  mayReport: boolean
}>

/** The measures of an issue as a table. Plain data: it goes through the answer of a loader. */
export type MeasureTable = Readonly<{
  /** B.E. */
  fiscalYear: number
  today: IsoDay
  issue: Readonly<{ id: string; number: number; title: string }>
  rows: readonly MeasureTableRow[]
  /** Units that take something new. */
  units: readonly OwnerUnitChoice[]
  /** Whether who asks may change what is to be done. */
  mayChange: boolean
}>

/** Null when there is no such issue. */
export async function findMeasureTable(ctx: Ctx, issueId: string): Promise<MeasureTable | null> {
  const cycle = await findCycleWith(ctx, { issueId })
  return cycle && tableOfIssue(ctx, cycle, issueId)
}

/** The same of a cycle that was read already. */
export async function tableOfIssue(
  ctx: Ctx,
  cycle: WorkingCycle,
  issueId: string,
): Promise<MeasureTable | null> {
  const issue = cycle.issues.find(({ id }) => id === issueId)
  if (!issue) return null
  const { units } = await findOwnerChoices(ctx)
  const ids = issue.measures.map(({ id }) => id)
  const evidence = await countEvidenceUses(ctx, { kind: 'measure', ids })
  const { fiscalYear } = cycle
  return {
    fiscalYear,
    today: thaiDay(ctx.now()),
    issue: { id: issue.id, number: issue.number, title: issue.facts.title },
    rows: issue.measures.map((measure) => ({
      ...rowOf(measure, { fiscalYear, units }),
      evidence: evidence.get(measure.id) ?? 0,
      mayReport: mayReport(ctx, measure),
    })),
    units: units.filter(({ validTo }) => validTo === null),
    mayChange: refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor) === null,
  }
}

function mayReport(ctx: Ctx, { facts, state }: WorkingMeasure): boolean {
  if (reportRefusal(ctx.actor, facts)) return false
  return state !== 'done' || refusalOf(IMPROVEMENT_POLICY, 'measure.review', ctx.actor) === null
}

function rowOf(
  { id, version, number, facts, units: owners, state, dueOn }: WorkingMeasure,
  year: Readonly<{ fiscalYear: number; units: readonly OwnerUnitChoice[] }>,
): Omit<MeasureTableRow, 'evidence' | 'mayReport'> {
  return {
    id,
    version,
    number,
    shown: shownMeasure(facts, year),
    text: fieldValue(facts.text),
    summary: fieldValue(facts.summary),
    isSummaryNone: facts.summary.state === 'none',
    periodWritten: fieldValue(facts.period)?.written ?? null,
    units: owners,
    state,
    dueOn,
    warnings: warningsOf(facts, year.fiscalYear),
  }
}
