import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { ChainKind } from '../matter.domain.ts'
import type { NewStep } from './chain.domain.ts'

/** Puts another chain of a kind into force, in place of the one that was, and gives its identifier. */
export async function insertChain(
  tx: Tx,
  given: Readonly<{
    agencyId: string
    kind: ChainKind
    version: number
    steps: readonly NewStep[]
    at: Date
    by: string
  }>,
): Promise<string> {
  const id = randomUUID()
  await tx
    .updateTable('approval_chain')
    .set({ superseded_at: given.at })
    .where('agency_id', '=', given.agencyId)
    .where('matter_kind', '=', given.kind)
    .where('superseded_at', 'is', null)
    .execute()
  await tx
    .insertInto('approval_chain')
    .values({
      agency_id: given.agencyId,
      id,
      matter_kind: given.kind,
      version: given.version,
      made_at: given.at,
      made_by: given.by,
    })
    .execute()
  await tx
    .insertInto('approval_chain_step')
    .values(
      given.steps.map((step, index) => ({
        agency_id: given.agencyId,
        chain_id: id,
        position: index + 1,
        body_id: step.bodyId,
        accepts: step.accepts,
        circular_allowed: step.circularAllowed,
        recorders: [...step.recorders],
      })),
    )
    .execute()
  return id
}

/** Whether a chain in force has the body. */
export async function isInChain(
  tx: Tx,
  { agencyId, bodyId }: Readonly<{ agencyId: string; bodyId: string }>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('approval_chain_step as step')
    .innerJoin('approval_chain as chain', (join) =>
      join.onRef('chain.agency_id', '=', 'step.agency_id').onRef('chain.id', '=', 'step.chain_id'),
    )
    .select('step.position')
    .where('step.agency_id', '=', agencyId)
    .where('step.body_id', '=', bodyId)
    .where('chain.superseded_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
