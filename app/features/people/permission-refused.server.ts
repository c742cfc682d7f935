import { data } from 'react-router'
import type { PermissionRefusal } from '../../kernel/permission.ts'
import { type Ctx, recordRefusal } from '../../platform/ctx.server.ts'
import type { RefusedAct } from '../../web/refused-act.ts'
import { listHoldersOf } from './helpers.queries.server.ts'

/**
 * The answer 403 for a screen to throw: the office shows who can help. A use case that was asked has kept the refusal in the
 * audit log by itself; for a page that may not even be read, see `pageRefused`.
 */
export async function permissionRefused(ctx: Ctx, { act, roles }: PermissionRefusal) {
  const refused: RefusedAct = { refusedAct: act, roles, helpers: await listHoldersOf(ctx, roles) }
  return data(refused, 403)
}

/** The same for a loader that asked a policy itself: the refusal is kept in the audit log. */
export async function pageRefused(ctx: Ctx, refusal: PermissionRefusal) {
  await recordRefusal(ctx, {
    action: 'permission.refused',
    object: { kind: 'act', id: refusal.act },
    detail: { roles: refusal.roles.join(', ') },
  })
  return permissionRefused(ctx, refusal)
}
