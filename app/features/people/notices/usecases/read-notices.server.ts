import { ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { openNotice, readNotices } from '../notice.repo.server.ts'

/**
 * The person who acts has read one of their notices: gives where it leads, behind /office/; null when they have no such notice.
 * Nothing of it is in the audit log: that somebody read what they were told is nobody else's.
 */
export const openOwnNotice = (ctx: Ctx, id: string): Promise<Result<string | null, never>> =>
  inTransaction(ctx, async (tx) => {
    const { actor, agency } = ctx
    if (actor.kind !== 'person') return ok(null)
    return ok(await openNotice(tx, { agencyId: agency.id, personId: actor.id, id, at: ctx.now() }))
  })

/** The person who acts has read all of their notices. */
export const readOwnNotices = (ctx: Ctx): Promise<Result<null, never>> =>
  inTransaction(ctx, async (tx) => {
    const { actor, agency } = ctx
    if (actor.kind === 'person')
      await readNotices(tx, { agencyId: agency.id, personId: actor.id, at: ctx.now() })
    return ok(null)
  })
