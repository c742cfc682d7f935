import { type PermissionRefusal, refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { attachEvidence, detachEvidence } from '../../../evidence/index.server.ts'
import type { EvidenceError } from '../../../evidence/index.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import type { IssueRefusal } from '../issue.errors.ts'
import { holdIssueWithYears } from '../issue.repo.server.ts'

export type ProveIssueError = EvidenceError | IssueRefusal | PermissionRefusal

/** Attaches evidence to an issue; gives the pieces that were not attached before. */
export const attachToIssue = (
  ctx: Ctx,
  { issueId, evidenceIds }: Readonly<{ issueId: string; evidenceIds: readonly string[] }>,
): Promise<Result<readonly string[], ProveIssueError>> =>
  inTransaction<readonly string[], ProveIssueError>(ctx, async (tx) => {
    const held = await holdForProof(tx, ctx, issueId)
    return held.ok ? attachEvidence(tx, ctx, { kind: 'issue', id: issueId, evidenceIds }) : held
  })

/** Ends that a piece of evidence proves an issue; false when it did not. The piece itself stays. */
export const detachFromIssue = (
  ctx: Ctx,
  { issueId, evidenceId }: Readonly<{ issueId: string; evidenceId: string }>,
): Promise<Result<boolean, ProveIssueError>> =>
  inTransaction<boolean, ProveIssueError>(ctx, async (tx) => {
    const held = await holdForProof(tx, ctx, issueId)
    return held.ok ? detachEvidence(tx, ctx, { kind: 'issue', id: issueId, evidenceId }) : held
  })

async function holdForProof(
  tx: Tx,
  ctx: Ctx,
  issueId: string,
): Promise<Result<null, IssueRefusal | PermissionRefusal>> {
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'issue.change', ctx.actor)
  if (refusal) return err(refusal)
  const issue = await holdIssueWithYears(tx, { agencyId: ctx.agency.id, id: issueId })
  return issue && !issue.isRemoved ? ok(null) : err({ code: 'issue.unknown' })
}
