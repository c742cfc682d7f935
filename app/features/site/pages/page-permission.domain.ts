import type { Actor } from '../../../kernel/actor.ts'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { SITE_POLICY } from '../site.policy.ts'

/** Whether somebody may change a page of each of these units; a page of no unit is the coordinators'. */
export function changeRefusal(
  actor: Actor,
  units: readonly (string | null)[],
  act: 'page.change' | 'question.add' = 'page.change',
): PermissionRefusal | null {
  for (const unitId of units) {
    const refusal = refusalOf(SITE_POLICY, act, actor, { unitIds: unitId === null ? [] : [unitId] })
    if (refusal) return refusal
  }
  return null
}
