import { type Ctx, recordRefusal } from '../../../platform/ctx.server.ts'
import { isSealed, withoutSecret } from '../../../web/addresses.ts'

/** A session cookie that this agency never gave was brought: of another agency, changed by somebody, or guessed. */
export const recordBadCookie = (ctx: Ctx, reason: 'foreign' | 'tampered' | 'unknown'): Promise<void> =>
  recordRefusal(ctx, {
    action: 'session.refused',
    object: { kind: 'session', id: 'unknown' },
    detail: { reason },
  })

/**
 * Another site made a browser send something here. The path is of a screen; what stood behind it is not written down, and
 * of the protected channel not even the path.
 */
export async function recordForgery(ctx: Ctx, pathname: string): Promise<void> {
  if (isSealed(pathname)) return
  await recordRefusal(ctx, {
    action: 'post.refused',
    object: { kind: 'address', id: withoutSecret(pathname).slice(0, 200) },
    detail: { reason: 'cross-site' },
  })
}
