import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { WorkingIssue, WorkingMeasure } from '../working/working-cycle.domain.ts'
import { findCycleWith } from '../working/working-cycle.queries.server.ts'
import type { ProgressEntry } from './progress/progress.domain.ts'
import { listProgress } from './progress/progress.repo.server.ts'
import { type Responsible, responsibleFor } from './responsible.queries.server.ts'
import type { Step } from './steps/step.domain.ts'
import { listSteps } from './steps/step.repo.server.ts'

/** What the page of a measure shows, besides its evidence and comments. */
export type MeasurePage = Readonly<{
  /** B.E. */
  fiscalYear: number
  issue: Readonly<{ id: string; number: number; title: string }>
  measure: WorkingMeasure
  /** The newest first. */
  steps: readonly Step[]
  progress: readonly ProgressEntry[]
  /** Who sees to it today. */
  responsible: readonly Responsible[]
}>

/** A measure with what was done for it; null when there is none, or it was removed. */
export async function findMeasurePage(ctx: Ctx, measureId: string): Promise<MeasurePage | null> {
  const cycle = await findCycleWith(ctx, { measureId })
  const issue = cycle?.issues.find(({ measures }) => measures.some(({ id }) => id === measureId))
  const measure = issue?.measures.find(({ id }) => id === measureId)
  if (!cycle || !issue || !measure) return null
  const key = { agencyId: ctx.agency.id, measureId }
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const asked = { agencyId: ctx.agency.id, measureIds: [measureId], day: thaiDay(ctx.now()) }
    return {
      fiscalYear: cycle.fiscalYear,
      issue: headOf(issue),
      measure,
      steps: await listSteps(tx, key),
      progress: await listProgress(tx, key),
      responsible: (await responsibleFor(tx, asked)).get(measureId) ?? [],
    }
  })
}

const headOf = ({ id, number, facts }: WorkingIssue) => ({ id, number, title: facts.title })
