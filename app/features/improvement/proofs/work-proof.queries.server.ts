import { sql } from 'kysely'
import type { RoleName } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { type NamedScore, readScores } from '../../assessments/index.server.ts'
import type { WorkingCycle } from '../working/working-cycle.domain.ts'
import { type GrantedRole, type ReviewOfMeasure, type ReviewStep, reviewOf } from './work-proof.domain.ts'

/** What a year at work knows of how its measures were handed in and accepted, and of the scores that its outcomes quote. */
export type WorkProof = Readonly<{
  /** By measure. */
  reviews: ReadonlyMap<string, ReviewOfMeasure>
  scores: readonly NamedScore[]
}>

/** Read in the caller's transaction: three statements, however much the year holds. */
export async function readWorkProof(tx: Tx, agencyId: string, working: WorkingCycle): Promise<WorkProof> {
  const measures = working.issues.flatMap((issue) => issue.measures)
  const picked = working.issues.flatMap(({ outcomes }) => outcomes.flatMap(({ facts }) => facts.picked))
  const scoreIds = picked.flatMap((pick) =>
    [pick?.before, pick?.after].filter((id) => typeof id === 'string'),
  )
  const steps = await reviewSteps(tx, { agencyId, measureIds: measures.map(({ id }) => id) })
  const roles = await rolesOf(
    tx,
    agencyId,
    steps.flatMap(({ personId }) => personId ?? []),
  )
  const stepsBy = Map.groupBy(steps, ({ measureId }) => measureId)
  return {
    reviews: new Map(
      measures.map(({ id, facts }) => [
        id,
        reviewOf(stepsBy.get(id) ?? [], { unitIds: facts.unitIds, roles }),
      ]),
    ),
    scores: await readScores(tx, agencyId, [...new Set(scoreIds)]),
  }
}

async function reviewSteps(
  tx: Tx,
  { agencyId, measureIds }: Readonly<{ agencyId: string; measureIds: readonly string[] }>,
): Promise<readonly ReviewStep[]> {
  if (measureIds.length === 0) return []
  const rows = await tx
    .selectFrom('measure_step')
    .distinctOn(['measure_id', 'kind'])
    .select(['measure_id', 'kind', 'person_id', 'by_name', 'at'])
    .where('agency_id', '=', agencyId)
    .where(sql<boolean>`measure_id = any(${measureIds as string[]}::uuid[])`)
    .where('kind', 'in', ['submitted', 'returned', 'accepted', 'reopened'])
    .orderBy('measure_id')
    .orderBy('kind')
    .orderBy('at', 'desc')
    .execute()
  return rows.map((row) => ({
    measureId: row.measure_id,
    kind: row.kind as ReviewStep['kind'],
    personId: row.person_id,
    byName: row.by_name,
    at: row.at,
  }))
}

async function rolesOf(
  tx: Tx,
  agencyId: string,
  personIds: readonly string[],
): Promise<readonly GrantedRole[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('role_grant')
    .leftJoin('unit', (join) =>
      join.onRef('unit.agency_id', '=', 'role_grant.agency_id').onRef('unit.id', '=', 'role_grant.unit_id'),
    )
    .select(['person_id', 'role', 'role_grant.valid_from', 'role_grant.valid_to'])
    .select(['unit.id as unit_id', 'unit.name_th', 'unit.name_en'])
    .where('role_grant.agency_id', '=', agencyId)
    .where(sql<boolean>`person_id = any(${[...new Set(personIds)]}::uuid[])`)
    .orderBy('role_grant.id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    role: row.role as RoleName,
    unit:
      row.unit_id === null || row.name_th === null
        ? null
        : { id: row.unit_id, nameTh: row.name_th, nameEn: row.name_en },
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}
