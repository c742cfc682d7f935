import type { Tx } from '../../../platform/db/tenant.server.ts'
import { insertIssue, insertMeasure, insertOutcome } from '../working/working.repo.server.ts'
import type { PlannedIssue } from './planned-rows.domain.ts'

/** Writes issues with their measures and outcomes into a year that the caller holds, after `lastPosition`. */
export async function writeRows(
  tx: Tx,
  year: Readonly<{
    agencyId: string
    cycleId: string
    lastPosition: number
    issues: readonly PlannedIssue[]
  }>,
): Promise<void> {
  const { agencyId, cycleId, lastPosition } = year
  for (const [index, issue] of year.issues.entries()) {
    const issueId = await insertIssue(tx, {
      agencyId,
      cycleId,
      position: lastPosition + index + 1,
      facts: issue.facts,
      ...(issue.copiedFrom !== null && { copiedFrom: issue.copiedFrom }),
    })
    const measureIds: string[] = []
    for (const [at, { copiedFrom, ...measure }] of issue.measures.entries())
      measureIds.push(
        await insertMeasure(tx, {
          agencyId,
          cycleId,
          issueId,
          position: at + 1,
          ...measure,
          ...(copiedFrom !== null && { copiedFrom }),
        }),
      )
    for (const [at, { covers, facts }] of issue.outcomes.entries())
      await insertOutcome(tx, {
        agencyId,
        issueId,
        position: at + 1,
        facts: { ...facts, covers: covers.flatMap((place) => measureIds[place] ?? []) },
      })
  }
}
