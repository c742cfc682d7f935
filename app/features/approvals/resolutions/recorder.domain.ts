import { type Actor, holdsRole } from '../../../kernel/actor.ts'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import type { ChainStep } from '../standing/standing.domain.ts'

export type NotRecorder = Readonly<{ code: 'resolution.not-recorder' }>

/**
 * Whether somebody may record a resolution; null when they may. Where the body stands in the chain of the kind (`step`), the
 * roles that the step names record, and no others; elsewhere those of the policy. The keeper of the machine always may, the
 * program by itself never.
 */
export function recordRefusal(
  actor: Actor,
  step: Pick<ChainStep, 'recorders'> | null,
): PermissionRefusal | NotRecorder | null {
  const refusal = refusalOf(APPROVALS_POLICY, 'resolution.record', actor)
  if (step === null || actor.kind !== 'person') return refusal
  if (step.recorders.some((role) => holdsRole(actor, role))) return null
  return refusal === null ? { code: 'resolution.not-recorder' } : { ...refusal, roles: step.recorders }
}
