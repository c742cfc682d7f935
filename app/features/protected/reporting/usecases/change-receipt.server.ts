import type { Result } from '../../../../kernel/result.ts'
import type { NoCase } from '../../cases/case-tools.server.ts'
import { closeThread, openThread, reissueReceipt } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import type { ReceiptKeys } from '../../sealing/derivation.server.ts'

type ReceiptChanged = Result<null, NoCase | Readonly<{ code: 'receipt.reissued-before' }>>

/** From now on other digits open the case, and the old ones nothing. Once in the life of a case. */
export const changeReceipt = (
  ctx: ProtectedCtx,
  { keys, newKeys }: Readonly<{ keys: ReceiptKeys; newKeys: ReceiptKeys }>,
): Promise<ReceiptChanged> =>
  inProtected(ctx, async (tx): Promise<ReceiptChanged> => {
    const opened = await openThread(tx, ctx.channel, {
      agencyId: ctx.agency.id,
      opener: { as: 'reporter', keys },
    })
    if (!opened.ok) return opened
    try {
      return await reissueReceipt(tx, { thread: opened.value, keys: newKeys })
    } finally {
      closeThread(opened.value)
    }
  })
