import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import type { Step, StepKind } from './step.domain.ts'

type Key = Readonly<{ agencyId: string; measureId: string }>

/** Writes what happened to measures: one statement, however many. */
export async function insertSteps(
  tx: Tx,
  steps: readonly (Key & Readonly<{ kind: StepKind; actor: Actor; at: Date; reason: string | null }>)[],
): Promise<void> {
  if (steps.length === 0) return
  await tx
    .insertInto('measure_step')
    .values(
      steps.map(({ agencyId, measureId, kind, actor, at, reason }) => ({
        agency_id: agencyId,
        id: randomUUID(),
        measure_id: measureId,
        kind,
        person_id: actor.kind === 'person' ? actor.id : null,
        by_name: actor.name,
        at,
        reason,
      })),
    )
    .execute()
}

/** Steps of a measure, the newest first. */
export async function listSteps(tx: Tx, { agencyId, measureId }: Key): Promise<readonly Step[]> {
  const rows = await tx
    .selectFrom('measure_step')
    .select(['id', 'kind', 'by_name', 'at', 'reason', 'answered_at'])
    .where('agency_id', '=', agencyId)
    .where('measure_id', '=', measureId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as StepKind,
    byName: row.by_name,
    at: row.at,
    reason: row.reason,
    answeredAt: row.answered_at,
  }))
}

/** The last step of a kind of each measure that has one. */
export async function lastStepsOf(
  tx: Tx,
  {
    agencyId,
    measureIds,
    kind,
  }: Readonly<{ agencyId: string; measureIds: readonly string[]; kind: StepKind }>,
): Promise<ReadonlyMap<string, Pick<Step, 'id' | 'byName' | 'at'>>> {
  if (measureIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('measure_step')
    .distinctOn('measure_id')
    .select(['measure_id', 'id', 'by_name', 'at'])
    .where('agency_id', '=', agencyId)
    .where('measure_id', 'in', measureIds)
    .where('kind', '=', kind)
    .orderBy('measure_id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ measure_id, id, by_name, at }) => [measure_id, { id, byName: by_name, at }]))
}

/** Everything that was sent back is answered now. */
export async function answerReturns(tx: Tx, { agencyId, measureId, at }: Key & { at: Date }): Promise<void> {
  await tx
    .updateTable('measure_step')
    .set({ answered_at: at })
    .where('agency_id', '=', agencyId)
    .where('measure_id', '=', measureId)
    .where('kind', 'in', ['returned', 'reopened'])
    .where('answered_at', 'is', null)
    .execute()
}
