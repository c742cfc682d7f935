import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Unit } from '../../people/index.ts'
import type { Cover } from '../cycle.domain.ts'
import { findCurrentCycleIn } from '../cycle.queries.server.ts'
import type { WorkingCycle } from '../working/working-cycle.domain.ts'
import { readWorkingCycle } from '../working/working-cycle.queries.server.ts'
import type { CopySource } from './copy-plan.domain.ts'
import { copiedBefore } from './cycles.repo.server.ts'
import { takenUp } from './taken-up.domain.ts'

/** The year that is copied: as it is worked on, or as it was published where it is not at work. */
export type YearToCopy = Readonly<{
  from: 'work' | 'publication'
  cover: Cover
  source: readonly CopySource[]
}>

/** Null where the year is neither at work nor published. */
export async function readYearToCopy(
  tx: Tx,
  key: Readonly<{ agencyId: string; fiscalYear: number; units: readonly Unit[] }>,
): Promise<YearToCopy | null> {
  const working = await readWorkingCycle(tx, key.agencyId, key)
  if (working) return { from: 'work', cover: working.facts.cover, source: working.issues.map(sourceIssue) }
  const published = await findCurrentCycleIn(tx, key.agencyId, key.fiscalYear)
  if (!published) return null
  const { issues } = takenUp(published.cycle, key.units)
  return {
    from: 'publication',
    cover: published.cycle.cover,
    source: issues.map((issue, index) => ({ key: String(published.cycle.issues[index]?.number), issue })),
  }
}

const sourceIssue = (issue: WorkingCycle['issues'][number]): CopySource => ({
  key: issue.id,
  issue: {
    facts: issue.facts,
    copiedFrom: issue.id,
    measures: issue.measures.map(({ id, facts, printedNumber, state }) => ({
      facts,
      printedNumber,
      state,
      copiedFrom: id,
    })),
    outcomes: [],
  },
})

/** The year that is copied into: as it is, and what was copied into it before. */
export async function readCopyTarget(
  tx: Tx,
  key: Readonly<{ agencyId: string; fiscalYear: number }>,
): Promise<Readonly<{ target: WorkingCycle | null; copiedBefore: ReadonlySet<string> }>> {
  const target = await readWorkingCycle(tx, key.agencyId, key)
  return {
    target,
    copiedBefore: target
      ? await copiedBefore(tx, { agencyId: key.agencyId, cycleId: target.id })
      : new Set<string>(),
  }
}
