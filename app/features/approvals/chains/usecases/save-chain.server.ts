import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import type { ChainKind } from '../../matter.domain.ts'
import { readChain } from '../../standing/standing.queries.server.ts'
import { readBodies } from '../body.repo.server.ts'
import { judgeSteps, type NewStep } from '../chain.domain.ts'
import { insertChain } from '../chain.repo.server.ts'

export type SaveChain = Readonly<{
  kind: ChainKind
  steps: readonly NewStep[]
  /** The version that stood on the page; null where there was none. */
  seenVersion: number | null
}>
type SavedChain = Readonly<{ chainId: string; version: number }>

/** Puts another chain into force for a kind, from now on and for everything that is under way. The same one changes nothing. */
export function saveChain(ctx: Ctx, given: SaveChain): Promise<Result<SavedChain, ApprovalsError>> {
  return inTransaction<SavedChain, ApprovalsError>(ctx, async (tx) => {
    const refusal = refusalOf(APPROVALS_POLICY, 'chain.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const steps = judgeSteps(given.steps, await readBodies(tx, agencyId))
    if (!steps.ok) return steps
    const current = await readChain(tx, agencyId, given.kind)
    if (current && isSame(current.steps, steps.value))
      return ok({ chainId: current.id, version: current.version })
    if ((current?.version ?? null) !== given.seenVersion) return err({ code: 'chain.changed-since' })
    const version = (current?.version ?? 0) + 1
    const chainId = await insertChain(tx, {
      agencyId,
      kind: given.kind,
      version,
      steps: steps.value,
      at: ctx.now(),
      by: ctx.actor.name,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'chain.changed',
      object: { kind: 'approval-chain', id: chainId },
      detail: { kind: given.kind, version, bodies: steps.value.map(({ bodyId }) => bodyId).join(', ') },
    })
    return ok({ chainId, version })
  })
}

const isSame = (a: readonly NewStep[], b: readonly NewStep[]): boolean =>
  JSON.stringify(a.map(tidy)) === JSON.stringify(b.map(tidy))

const tidy = ({ bodyId, accepts, circularAllowed, recorders }: NewStep) => ({
  bodyId,
  accepts,
  circularAllowed,
  recorders: [...recorders].sort(),
})
