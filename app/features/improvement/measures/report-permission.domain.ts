import type { Actor } from '../../../kernel/actor.ts'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'

type Owned = Readonly<{ unitIds: readonly string[]; personIds: readonly string[] }>

/** Whether somebody may report on a measure (`measure.report`): who is named for it may, whatever unit they own. */
export const reportRefusal = (actor: Actor, { unitIds, personIds }: Owned): PermissionRefusal | null =>
  refusalOf(IMPROVEMENT_POLICY, 'measure.report', actor, {
    unitIds,
    ...(actor.kind === 'person' && personIds.includes(actor.id) ? { personId: actor.id } : {}),
  })
