import type { ItemContent } from '../cases/case.domain.ts'
import { findMadeCase } from '../cases/case.repo.server.ts'
import { closeThread, openThread } from '../cases/open-case.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import type { ReceiptKeys } from '../sealing/derivation.server.ts'

/** Whether a form has made a case already. */
export const findSubmission = (ctx: ProtectedCtx, submissionHash: Uint8Array): Promise<boolean> =>
  withProtected(
    ctx.channel.db,
    ctx.agency.id,
    async (tx) => (await findMadeCase(tx, ctx.agency.id, { submissionHash, transferId: null })) !== null,
  )

/** What was reported first, for who has the keys; null where nothing opens. */
export const findFirstItem = (ctx: ProtectedCtx, keys: ReceiptKeys): Promise<ItemContent | null> =>
  withProtected(ctx.channel.db, ctx.agency.id, async (tx) => {
    const opened = await openThread(tx, ctx.channel, {
      agencyId: ctx.agency.id,
      opener: { as: 'reporter', keys },
    })
    if (!opened.ok) return null
    closeThread(opened.value)
    return opened.value.items[0]?.content ?? null
  })
